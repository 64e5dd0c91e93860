import { mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { hasSystemCode, isNotFound, MachineError, systemReason } from "../errors.ts";
import { isAlive } from "./lock.ts";

/** Where a build is put, and where it is written before. */
export interface BuildPlace {
  /** The folder of the build. A symbolic link is followed. */
  folder: string;
  /** How the names of its temporary folders begin. They have the number of this process, so that others know whose. */
  prefix: string;
  /** Whether temporary folders are inside the folder, because they cannot be beside it. */
  isInside: boolean;
  lock: string;
}

/**
 * Finds out how a build can be put into a folder, makes the folders above it, and clears what earlier builds left when
 * they were killed: their temporary folders go, and an old build that one of them had moved away is put back. Throws a
 * MachineError if the folder has files that no build has made, or cannot be written.
 */
export async function findBuildPlace(out: string): Promise<BuildPlace> {
  try {
    const folder = await realpath(out).catch((error: unknown) => {
      if (isNotFound(error)) return out;
      throw error;
    });
    const parent = path.dirname(folder);
    await mkdir(parent, { recursive: true });
    const isInside = (await isMountPoint(folder)) || !(await isWritable(parent));
    if (isInside && !(await isWritable(folder)))
      throw new MachineError(`${out} cannot be written. Name another folder with --out, or change its permissions.`);
    const room = isInside ? folder : parent;
    await clearLeftovers(room, folder);
    await refuseForeignFiles(folder, out);
    const prefix = path.join(room, `${prefixOf(folder)}${process.pid}-`);
    return { folder, prefix, isInside, lock: path.join(room, `.build-${path.basename(folder)}.lock`) };
  } catch (error) {
    if (error instanceof MachineError) throw error;
    throw new MachineError(`${out} cannot be used for the build: ${systemReason(error)}. ${adviceOn(error)}`, {
      cause: error,
    });
  }
}

/** Returns what to do about an error of the file system. */
export function adviceOn(error: unknown): string {
  const isFull = hasSystemCode(error, "ENOSPC", "EDQUOT");
  return `${isFull ? "Make room there" : "Change that"}, or name another folder with --out.`;
}

/** Moves a file or folder, and returns whether it was there. */
export async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Returns whether the system refused to move a folder because something is mounted on it. */
export function isBusy(error: unknown): boolean {
  return hasSystemCode(error, "EBUSY", "EXDEV");
}

async function isMountPoint(folder: string): Promise<boolean> {
  const [own, above] = await Promise.all([statIfThere(folder), stat(path.dirname(folder))]);
  return own !== undefined && own.dev !== above.dev;
}

async function statIfThere(file: string) {
  return stat(file).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(path.join(folder, ".build-trial-")));
    return true;
  } catch (error) {
    // Writing is forbidden, or the folder does not exist.
    if (hasSystemCode(error, "EACCES", "EPERM", "EROFS", "ENOENT")) return false;
    throw error;
  }
}

async function clearLeftovers(room: string, folder: string): Promise<void> {
  const prefix = prefixOf(folder);
  const found = (await namesIn(room)).flatMap((name) => {
    if (!name.startsWith(prefix)) return [];
    const [, owner, old] = /^(\d+)-\w+(-old)?$/.exec(name.slice(prefix.length)) ?? [];
    return owner === undefined || isAlive(Number(owner)) ? [] : [{ left: path.join(room, name), isOld: Boolean(old) }];
  });
  for (const { left, isOld } of found) {
    // A build was killed between the two moves: its folder had gone, and nothing had come in its place.
    const isTheBuild = isOld && room !== folder && (await statIfThere(folder)) === undefined;
    await (isTheBuild ? rename(left, folder) : rm(left, { recursive: true, force: true }));
  }
}

async function refuseForeignFiles(folder: string, out: string): Promise<void> {
  const names = (await namesIn(folder)).filter((name) => !name.startsWith(".build-"));
  if (names.length > 0 && !["manifest.json", "SHA256SUMS"].every((name) => names.includes(name)))
    throw new MachineError(
      `${out} has files that no build has made, and a build would replace them. ` +
        "Name another folder with --out, or empty it.",
    );
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown): string[] => {
    if (isNotFound(error)) return [];
    throw error;
  });
}

// How the names of all temporary folders of a build folder begin.
function prefixOf(folder: string): string {
  return `.build-${path.basename(folder)}-`;
}
