import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
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
    await until(() => browsersOf(child.pid!).length > 0);
    child.kill(signal);
    expect(await ended).toBe(signal);
    await until(() => browsersOf(child.pid!).length === 0);
    expect(readdirSync(out).map((name) => readFileSync(path.join(out, name), "utf8"))).toEqual(["old", "old"]);
  },
);

// The browser's profile is named for the process that started it.
function browsersOf(pid: number): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readCommandLine(name).includes(`pamphlet-profile-${pid}-`));
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // It has ended meanwhile.
    return "";
  }
}

// Waits as long as the limit of the test allows.
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(50);
}
