import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const ownFiles = new Set(["expected.txt", "removed.txt"]);

/**
 * Copies the publication in `base`, copies the files of a case over it, removes the files that the case names in
 * `removed.txt`, calls `use` with the copy, and deletes it.
 */
export async function withOverlay<Result>(
  base: string,
  change: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "pamphlet-case-"));
  try {
    await cp(base, folder, { recursive: true });
    await cp(change, folder, { recursive: true, filter: (file) => !ownFiles.has(path.basename(file)) });
    for (const name of await readRemovedNames(change)) await rm(path.join(folder, name), { recursive: true });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readRemovedNames(change: string): Promise<string[]> {
  const file = path.join(change, "removed.txt");
  return existsSync(file) ? (await readFile(file, "utf8")).split("\n").filter((name) => name !== "") : [];
}
