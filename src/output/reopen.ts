import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "./checksum.ts";
import type { Problem } from "../problem.ts";
import type { Artifact } from "../artifact.ts";

/**
 * Reads back what a build put into a folder, by its manifest; what is gone, or is no longer what was made, is a
 * problem. Throws if the folder holds no build.
 */
export async function reopen(folder: string): Promise<{ artifacts: Artifact[]; problems: Problem[] }> {
  const manifest = path.join(folder, "manifest.json");
  if (!existsSync(manifest))
    throw new Error(
      `${folder} holds no build: there is no manifest.json. Run pamphlet build first, or name the folder with --out.`,
    );
  const { files } = JSON.parse(await readFile(manifest, "utf8")) as {
    files: (Omit<Artifact, "bytes"> & { bytes: number; sha256: string })[];
  };
  const artifacts: Artifact[] = [];
  const problems: Problem[] = [];
  for (const { bytes: _, sha256: sum, ...file } of files) {
    const bytes = await readFile(path.join(folder, file.path)).catch(() => undefined);
    if (bytes && sha256(bytes) === sum) artifacts.push({ ...file, bytes });
    else problems.push(changed(file.path, bytes ? "is not what was made" : "is gone"));
  }
  return { artifacts, problems };
}

function changed(file: string, what: string): Problem {
  const place = { file: "publication.yaml", line: 1, column: 1 };
  return {
    code: "file-changed",
    place,
    message: `${file} ${what}.`,
    hint: "Build again, or take the file back from where it was copied to.",
  };
}
