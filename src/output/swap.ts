import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { MachineError, systemReason } from "../errors.ts";
import { withLock } from "./lock.ts";
import { adviceOn, findBuildPlace, isBusy, moveIfThere, type BuildPlace } from "./build-place.ts";

/**
 * Writes files into a new folder, which then takes the place of `folder`. Until all files are written, the old folder
 * stays as it was; if the new one cannot take its place, the old one is put back. Builds that end at the same time
 * follow each other. Throws a MachineError if `folder` has files that no build has made, or if the system does not let
 * us read or write it.
 */
export async function replaceBuild(folder: string, files: { path: string; bytes: Uint8Array }[]): Promise<void> {
  const place = await findBuildPlace(folder);
  try {
    await withLock(place.lock, () => replaceFolder(place, files));
  } catch (error) {
    if (error instanceof MachineError) throw error;
    throw new MachineError(`The build cannot be written to ${folder}: ${systemReason(error)}. ${adviceOn(error)}`, {
      cause: error,
    });
  }
}

async function replaceFolder(place: BuildPlace, files: { path: string; bytes: Uint8Array }[]): Promise<void> {
  const fresh = await mkdtemp(place.prefix);
  const old = `${fresh}-old`;
  try {
    await writeFiles(fresh, files);
    await (place.isInside ? exchangeContents(place, fresh, old) : exchangeFolders(place, fresh, old));
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

async function exchangeFolders(place: BuildPlace, fresh: string, old: string): Promise<void> {
  let hadOld: boolean;
  try {
    hadOld = await moveIfThere(place.folder, old);
  } catch (error) {
    // A volume of a container cannot be moved, and may look like any other folder until one tries.
    if (isBusy(error)) return exchangeContents(place, fresh, old);
    throw error;
  }
  try {
    await rename(fresh, place.folder);
  } catch (error) {
    if (hadOld) await rename(old, place.folder);
    throw error;
  }
}

// Where the folder itself must stay, what is in it is moved: first the old files out of the way, then the new ones in.
async function exchangeContents({ folder }: BuildPlace, fresh: string, old: string): Promise<void> {
  const inside = async (from: string) => (await readdir(from)).filter((name) => !name.startsWith("."));
  await mkdir(old);
  const moved: [from: string, to: string][] = [];
  const moveAll = async (from: string, to: string) => {
    for (const name of await inside(from)) {
      const move: [string, string] = [path.join(from, name), path.join(to, name)];
      await rename(...move);
      moved.push(move);
    }
  };
  try {
    await moveAll(folder, old);
    await moveAll(fresh, folder);
  } catch (error) {
    for (const [from, to] of moved.toReversed()) await rename(to, from);
    throw error;
  }
}
