import { mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { MachineError, systemReason } from "../errors.ts";
import { isAlive } from "../output/lock.ts";

const prefix = "pamphlet-profile-";

/**
 * Makes a folder for what the browser keeps while it runs, in the temporary folder. Those of killed processes, whose
 * numbers are in their names, are removed. Throws a MachineError if the temporary folder cannot be used or has no room.
 */
export function makeProfile(): string {
  try {
    for (const name of readdirSync(tmpdir())) {
      const [, owner] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
      if (owner !== undefined && !isAlive(Number(owner))) removeProfile(path.join(tmpdir(), name));
    }
    const lack = lackOfRoom();
    if (lack !== undefined) throw new MachineError(`Cannot print: ${lack}`);
    return mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  } catch (error) {
    if (error instanceof MachineError) throw error;
    throw new MachineError(
      `Cannot print: the temporary folder “${tmpdir()}”, which the browser needs, cannot be used: ` +
        `${systemReason(error)}. Set the environment variable TMPDIR to a folder that can be written.`,
      { cause: error },
    );
  }
}

/** Removes the folder of a browser that has ended. */
export function removeProfile(folder: string): void {
  // Processes of the browser that are just ending may still write into it.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * The room that the browser needs in the temporary folder, in MB: with less, Chromium warns that its shared memory,
 * which it keeps there, may not suffice. The publication in statements/ takes 43 MB.
 */
const leastRoom = 64;

/** Returns that the temporary folder has no room for the browser, and what to do; undefined if it has. */
export function lackOfRoom(): string | undefined {
  const { bavail, bsize } = statfsSync(tmpdir());
  const room = Math.floor((bavail * bsize) / 1e6);
  if (room >= leastRoom) return undefined;
  return (
    `the temporary folder “${tmpdir()}” has room for ${room} MB, and the browser needs ${leastRoom} MB. ` +
    "Make room there, or set the environment variable TMPDIR to another folder."
  );
}
