import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { browserProcessesOf } from "../support/processes.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();

// /proc tells which processes there are.
it.runIf(process.platform === "linux").each(["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"] as const)(
  "a build that gets %s ends at once, its browser with it, and the last build stays as it was",
  async (signal) => {
    const out = path.join(temporary, signal);
    mkdirSync(out);
    for (const name of ["manifest.json", "SHA256SUMS"]) writeFileSync(path.join(out, name), "old");
    const child = spawn(process.execPath, ["src/pamphlet.js", "build", "--only", "pamphlet", "--out", out], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("exit", (_, by) => resolve(by)));
    await until(() => browserProcessesOf(child.pid!).length > 0);
    child.kill(signal);
    expect(await ended).toBe(signal);
    await until(() => browserProcessesOf(child.pid!).length === 0);
    expect(readdirSync(out).map((name) => readFileSync(path.join(out, name), "utf8"))).toEqual(["old", "old"]);
  },
);

// Waits as long as the limit of the test allows.
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(50);
}
