import path from "node:path";
import type { Artifact } from "../artifact.ts";
import { readBuildIfAny } from "../output/reopen.ts";
import { findTime } from "../status/build-facts.ts";

/** The files of the last build. */
export interface Built {
  artifacts: Artifact[];
  made: Date;
}

/** Returns a function that reads the last build in a folder, if it has changed; it returns undefined if there is none. */
export function rememberBuild(folder: string): () => Promise<Built | undefined> {
  let latest: Built | undefined;
  return async () => {
    const made = await findTime(path.join(folder, "manifest.json"));
    if (made === undefined) latest = undefined;
    else if (latest?.made.getTime() !== made.getTime()) latest = await read(folder, made);
    return latest;
  };
}

async function read(folder: string, made: Date): Promise<Built | undefined> {
  const build = await readBuildIfAny(folder);
  return build && { artifacts: build.artifacts, made };
}
