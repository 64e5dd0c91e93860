import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { findBuildPlace } from "../../src/output/build-place.ts";
import { readBuild } from "../../src/output/reopen.ts";
import { hard } from "../support/hard.ts";
import { random } from "../support/random.ts";
import { temporaryFolder } from "../support/temporary.ts";

const room = temporaryFolder();
const out = path.join(room, "build");

const seed = Number(process.env["SEED"] ?? 1);
const kills = hard ? 40 : 4;

/** The time in which a build puts its files in place, in ms: a kill in it is the one that could do harm. */
const swapMs = 20;

it(`a build that is killed at any moment leaves the last build whole (${kills} kills, seed ${seed})`, async () => {
  const started = performance.now();
  await start().ended;
  const wholeMs = performance.now() - started;
  const chance = random(seed);
  for (let kill = 0; kill < kills; kill++) {
    const { child, ended } = start();
    if (kill % 2 === 0) await setTimeout(chance.below(wholeMs));
    else {
      while (child.exitCode === null && !readdirSync(room).some((name) => name.includes(`-${child.pid}-`)))
        await setTimeout(1);
      await setTimeout(chance.below(swapMs));
    }
    child.kill("SIGKILL");
    await ended;
    // The next build begins with this.
    await findBuildPlace(out);
    const { artifacts, problems } = await readBuild(out);
    expect(problems).toEqual([]);
    expect(artifacts.length).toBeGreaterThan(0);
  }
  await start().ended;
  expect(readdirSync(room)).toEqual(["build"]);
});

function start() {
  const words = ["src/pamphlet.js", "build", "tests/fixtures/small", "--only", "text", "--out", out];
  const child = spawn(process.execPath, words, { stdio: "ignore" });
  return { child, ended: new Promise((resolve) => child.once("exit", resolve)) };
}
