import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isNotFound, MachineError, systemReason } from "../errors.ts";

/**
 * Writes files into a new folder, which then takes the place of `folder`. Until all files are written, the old folder
 * stays as it was; if the new one cannot take its place, the old one is put back. Throws a MachineError if `folder` has
 * files that no build has made, or if the system does not let us read or write it.
 */
export async function replaceBuild(folder: string, files: { path: string; bytes: Uint8Array }[]): Promise<void> {
  await refuseForeignFolder(folder);
  try {
    await replaceFolder(folder, files);
  } catch (error) {
    throw new MachineError(`The build cannot be written to ${folder}: ${systemReason(error)}.`, { cause: error });
  }
}

async function replaceFolder(folder: string, files: { path: string; bytes: Uint8Array }[]): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  // Beside the folder, since a rename works only within one file system.
  const fresh = await mkdtemp(path.join(path.dirname(folder), ".build-"));
  const old = `${fresh}-old`;
  try {
    await writeFiles(fresh, files);
    const hadOld = await moveIfThere(folder, old);
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (hadOld) await rename(old, folder);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: { path: string; bytes: Uint8Array }[]): Promise<void> {
  for (const name of new Set(files.map((file) => path.dirname(file.path))))
    await mkdir(path.join(folder, name), { recursive: true });
  await Promise.all(files.map((file) => writeFile(path.join(folder, file.path), file.bytes)));
  // Only its owner may read a temporary folder, but a web server has to read this one.
  await chmod(folder, 0o777 & ~process.umask());
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (isNotFound(error)) return [];
    throw new MachineError(`${folder} cannot be read: ${systemReason(error)}.`, { cause: error });
  });
  if (names.length > 0 && !["manifest.json", "SHA256SUMS"].every((name) => names.includes(name))) {
    throw new MachineError(
      `${folder} has files that no build has made, and a build would replace them. ` +
        "Name another folder with --out, or empty it.",
    );
  }
}
