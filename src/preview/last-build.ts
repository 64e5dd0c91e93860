import { stat } from "node:fs/promises";
import path from "node:path";
import type { Artifact } from "../artifact.ts";
import { isNotFound, MachineError } from "../errors.ts";
import { readBuild } from "../output/reopen.ts";

/** What the last build made. */
export interface LastBuild {
  artifacts: Artifact[];
  made: Date;
}

/** Returns a function that reads the last build in a folder, if it has changed; it returns undefined if there is none. */
export function rememberLastBuild(folder: string): () => Promise<LastBuild | undefined> {
  let latest: LastBuild | undefined;
  return async () => {
    const made = await dateOf(path.join(folder, "manifest.json"));
    if (made === undefined) latest = undefined;
    else if (latest?.made.getTime() !== made.getTime()) latest = await read(folder, made);
    return latest;
  };
}

async function read(folder: string, made: Date): Promise<LastBuild | undefined> {
  try {
    return { artifacts: (await readBuild(folder)).artifacts, made };
  } catch (error) {
    // A build that is just being replaced, or of another version of the program. The preview does without it.
    if (error instanceof MachineError) return undefined;
    throw error;
  }
}

async function dateOf(file: string): Promise<Date | undefined> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
