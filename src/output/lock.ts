import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { hasSystemCode, isNotFound, MachineError } from "../errors.ts";

/**
 * How long a build waits for another to put its files in place, which takes it less than a second, and how often it
 * looks.
 */
const mostWaitingMs = 60_000;
const waitingMs = 50;

/** How long a lock may be without the number of its owner, who writes it at once, unless it is killed just then. */
const mostEmptyMs = 5000;

/**
 * Runs work while no other process holds the lock, a file with the number of the process that holds it. A lock whose
 * owner is dead is taken over. Throws a MachineError that names the owner if it holds the lock for a minute.
 */
export async function withLock<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
  for (let waited = 0; !(await take(lock)); waited += waitingMs) {
    const owner = await ownerOf(lock);
    if (owner === undefined ? await isOld(lock) : !isAlive(owner)) await breakLock(lock, owner);
    else if (waited < mostWaitingMs) await setTimeout(waitingMs);
    else throw new MachineError(`Another build, process ${owner}, is writing the same folder. Wait for it, or end it.`);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Returns whether a process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists, but may not be sent a signal.
    return hasSystemCode(error, "EPERM");
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (hasSystemCode(error, "EEXIST")) return false;
    // It was made, and the disk had no room for the number.
    await rm(lock, { force: true });
    throw error;
  }
}

async function isOld(lock: string): Promise<boolean> {
  const made = await stat(lock).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
  return made !== undefined && Date.now() - made.mtimeMs > mostEmptyMs;
}

// Returns nothing if the lock has gone, or if its owner has not written its number yet.
async function ownerOf(lock: string): Promise<number | undefined> {
  const text = await readFile(lock, "utf8").catch((error: unknown) => {
    if (isNotFound(error)) return "";
    throw error;
  });
  return text === "" ? undefined : Number(text);
}

// Of several processes that see the dead owner, one moves the lock away. Should it have moved the lock of a living
// owner who was quicker, it gives it back.
async function breakLock(lock: string, owner: number | undefined): Promise<void> {
  const away = `${lock}-${process.pid}`;
  try {
    await rename(lock, away);
  } catch (error) {
    if (isNotFound(error)) return;
    throw error;
  }
  if ((await ownerOf(away)) === owner) await rm(away, { force: true });
  else await rename(away, lock);
}
