import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const ours = new Set(["expected.txt", "removed.txt"]);

/**
 * A copy of one publication with the files of a case laid over it, less those that its `removed.txt` names; handed to
 * `use`, then deleted.
 */
export async function overlaid<Result>(
  base: string,
  change: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "pamphlet-case-"));
  try {
    await cp(base, folder, { recursive: true });
    await cp(change, folder, { recursive: true, filter: (file) => !ours.has(path.basename(file)) });
    for (const name of await removed(change)) await rm(path.join(folder, name));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function removed(change: string): Promise<string[]> {
  const list = await readFile(path.join(change, "removed.txt"), "utf8").catch(() => "");
  return list.split("\n").filter((name) => name !== "");
}
