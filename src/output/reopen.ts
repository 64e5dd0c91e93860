import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Artifact } from "../artifact.ts";
import { artifactKinds } from "../artifact-kinds.ts";
import { paperNames } from "../papers.ts";
import { isNotFound, MachineError, systemReason } from "../errors.ts";
import type { Problem } from "../problem.ts";
import { z } from "../schema-fields.ts";
import { sha256 } from "./checksum.ts";

// What manifest.ts writes, as far as it is read again.
const manifestSchema = z.object({
  leaflets: z.array(z.string()).optional(),
  files: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(artifactKinds),
      sha256: z.string(),
      statement: z.string().optional(),
      event: z.string().optional(),
      paper: z.enum(paperNames).optional(),
      way: z.string().optional(),
      pages: z.number().optional(),
      sheets: z.number().optional(),
    }),
  ),
});
type Manifest = z.infer<typeof manifestSchema>;

/** What was read of a build. */
interface ReadBuild {
  artifacts: Artifact[];
  /** One for each file that is missing, cannot be read or has changed. */
  problems: Problem[];
  /** The paths of these files, which are not among the artifacts. */
  unusable: string[];
  /** The slugs of the statements of which leaflets were made, if not of all. */
  leaflets?: string[];
}

/**
 * Reads the artifacts of a build by its manifest. Throws a MachineError if the folder has no build, or a broken one.
 */
export async function readBuild(folder: string): Promise<ReadBuild> {
  const { files, leaflets } = await readManifest(folder);
  const build: ReadBuild = { artifacts: [], problems: [], unusable: [], leaflets };
  for (const { sha256: expected, ...file } of files) {
    const bytes = await readMade(path.join(folder, file.path));
    if (typeof bytes !== "string" && sha256(bytes) === expected) {
      build.artifacts.push({ ...file, bytes });
      continue;
    }
    const change = typeof bytes === "string" ? bytes : "has changed since it was made";
    build.problems.push(changeProblem(file.path, change));
    build.unusable.push(file.path);
  }
  return build;
}

/**
 * Reads a build for those who can do without it. Returns nothing if there is none, if it is just being replaced, or if
 * another version of the program made it.
 */
export async function readBuildIfAny(folder: string): Promise<ReadBuild | undefined> {
  try {
    return await readBuild(folder);
  } catch (error) {
    if (error instanceof MachineError) return undefined;
    throw error;
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, "manifest.json");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new MachineError(
      isNotFound(error)
        ? `${folder} has no build in it: there is no manifest.json. Run pamphlet build first, or name the folder with --out.`
        : `${file} cannot be read: ${systemReason(error)}.`,
      { cause: error },
    );
  });
  const { success, data } = manifestSchema.safeParse(parseJson(text));
  if (!success) throw new MachineError(`${file} is not a manifest of this program. Build again.`);
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // No manifest is undefined, so validation fails.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

// Returns the bytes of a file, or the end of a sentence that says why there are none.
async function readMade(file: string): Promise<Uint8Array | string> {
  try {
    return await readFile(file);
  } catch (error) {
    return isNotFound(error) ? "is missing" : `cannot be read: ${systemReason(error)}`;
  }
}

function changeProblem(file: string, change: string): Problem {
  return {
    code: "file-changed",
    place: { file: "publication.yaml", line: 1, column: 1 },
    message: `${file} ${change}.`,
    hint: "Build again, or take the file back from where it was copied to.",
  };
}
