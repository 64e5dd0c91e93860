import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes files into a new folder and puts it in place of `folder` by rename: what was there stays whole until the new
 * one is. Throws if `folder` holds something that no build of ours has made.
 */
export async function swap(folder: string, files: { path: string; bytes: Uint8Array }[]): Promise<void> {
  await refuseForeign(folder);
  await mkdir(path.dirname(folder), { recursive: true });
  const fresh = await mkdtemp(path.join(path.dirname(folder), ".build-"));
  const old = `${fresh}-old`;
  try {
    for (const name of new Set(files.map((file) => path.dirname(file.path))))
      await mkdir(path.join(fresh, name), { recursive: true });
    await Promise.all(files.map((file) => writeFile(path.join(fresh, file.path), file.bytes)));
    // A temporary folder is its maker's alone; a web server has to read this one.
    await chmod(fresh, 0o777 & ~process.umask());
    if (existsSync(folder)) await rename(folder, old);
    await rename(fresh, folder);
  } catch (error) {
    if (existsSync(old) && !existsSync(folder)) await rename(old, folder);
    throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function refuseForeign(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const names = await readdir(folder);
  if (names.length > 0 && !["manifest.json", "SHA256SUMS"].every((name) => names.includes(name))) {
    throw new Error(
      `${folder} holds files that no build has made, and a build would replace them. Name another folder with --out, or empty it.`,
    );
  }
}
