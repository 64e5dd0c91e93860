import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import { build } from "../../src/build.ts";
import type { Artifact } from "../../src/artifact.ts";

/** A whole build: the folder with its files, and the artifacts that build() returned. */
export interface Build {
  out: string;
  artifacts: Artifact[];
}

type Outcome = { artifacts: Omit<Artifact, "bytes">[] } | { error: string };

/** How long to wait between two looks at a build that another test file makes, in ms. */
const interval = 100;

/**
 * Builds every edition of a publication, once in a run of the tests: the first test file that asks makes the build, and
 * the others read its files, which nobody may change. Throws if the build failed, in whichever test file.
 */
export async function buildOnce(folder: string): Promise<Build> {
  const place = path.join(inject("builds"), path.resolve(folder).replaceAll(/[^\w-]+/g, "_"));
  const [out, outcomeFile] = ["out", "outcome.json"].map((name) => path.join(place, name)) as [string, string];
  if (await isFirst(place)) {
    const outcome: Outcome = await build({ folder: path.resolve(folder), out }).then(
      (artifacts) => ({ artifacts: artifacts.map((artifact) => ({ ...artifact, bytes: undefined })) }),
      (error: Error) => ({ error: error.message }),
    );
    // By a rename, so that no other test file reads half of it.
    await writeFile(`${outcomeFile}.partial`, JSON.stringify(outcome));
    await rename(`${outcomeFile}.partial`, outcomeFile);
  }
  const outcome = JSON.parse(await whenThere(outcomeFile)) as Outcome;
  if ("error" in outcome) throw new Error(`The build of ${folder} failed. ${outcome.error}`);
  const artifacts = outcome.artifacts.map(async (artifact) => ({
    ...artifact,
    bytes: new Uint8Array(await readFile(path.join(out, artifact.path))),
  }));
  return { out, artifacts: await Promise.all(artifacts) };
}

// Test files run in processes of their own, and only one process can make the folder.
async function isFirst(place: string): Promise<boolean> {
  try {
    await mkdir(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

// Waits for as long as the time limit of the test allows.
async function whenThere(file: string): Promise<string> {
  for (;;) {
    try {
      return await readFile(file, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      await setTimeout(interval);
    }
  }
}
