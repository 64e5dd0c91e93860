import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { MachineError } from "../../src/errors.ts";
import { startBrowser, type Page, type SharedBrowser } from "../../src/layout/browser.ts";
import { hard } from "../support/hard.ts";
import { browserProcessesOf } from "../support/processes.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();
const files = new Map([
  ["one.html", "<!doctype html><title>One</title>"],
  ["two.html", "<!doctype html><title>Two</title>"],
]);
const title = (page: Page) => page.title();

let browser: SharedBrowser;
beforeAll(async () => {
  vi.stubEnv("TMPDIR", temporary);
  browser = await startBrowser();
});
afterEach(() => void vi.stubEnv("PAMPHLET_PATIENCE", "1"));
afterAll(async () => {
  await browser.close();
  vi.unstubAllEnvs();
});

/** Returns `work`, but its first calls do harm. */
function harmed(harm: (page: Page) => Promise<unknown>, times: number): (page: Page) => Promise<string> {
  let calls = 0;
  return async (page) => {
    if (++calls <= times) await harm(page);
    return title(page);
  };
}

const never = new Promise<never>(() => {});
const mainProcess = () => browserProcessesOf(process.pid).find(({ parent }) => parent === process.pid)!;

function signalled(signal: "SIGKILL" | "SIGSTOP") {
  return (page: Page) => {
    process.kill(mainProcess().pid, signal);
    return title(page);
  };
}

const harms: [what: string, harm: (page: Page) => Promise<unknown>, patience: string, message: RegExp][] = [
  ["runs a script that never ends", (page) => page.evaluate("for (;;);"), "0.1", /gave no answer for 6 seconds/],
  ["crashes", (page) => page.goto("chrome://crash").then(() => never), "1", /ended before its time \(.+\), probably/],
];
// /proc tells which processes there are.
if (process.platform === "linux") {
  harms.push(["loses its browser", signalled("SIGKILL"), "1", /ended before its time \(.+\), probably/]);
  if (hard)
    harms.push(["has a browser that stands still", signalled("SIGSTOP"), "0.1", /gave no answer for 6 seconds/]);
}

describe.each(harms)("a document that %s", (_, harm, patience, message) => {
  it("once is opened again in a fresh browser, and so is any other", async () => {
    let begin: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const other = browser.withPage(
      "two.html",
      files,
      harmed(() => (begin(), never), 1),
    );
    await begun;
    vi.stubEnv("PAMPHLET_PATIENCE", patience);
    expect(await browser.withPage("one.html", files, harmed(harm, 1))).toBe("One");
    expect(await other).toBe("Two");
  });

  it("again is reported with its name, and another one finds a fresh browser", async () => {
    vi.stubEnv("PAMPHLET_PATIENCE", patience);
    const failed = browser.withPage("one.html", files, harmed(harm, 2));
    await expect(failed).rejects.toThrow(MachineError);
    await expect(failed).rejects.toThrow(/^Cannot print “one”: the browser .* was started anew in vain\. End other/);
    await expect(failed).rejects.toThrow(message);
    expect(await browser.withPage("two.html", files, title)).toBe("Two");
  });
});

it("an error of the page itself is passed on, and nothing is repeated", async () => {
  const work = vi.fn<(page: Page) => Promise<unknown>>((page) => page.evaluate("nothing.like.this"));
  await expect(browser.withPage("one.html", files, work)).rejects.toThrow(/nothing is not defined/);
  expect(work).toHaveBeenCalledOnce();
});

it.runIf(process.platform === "linux")("a browser that stands still when it is closed leaves nothing", async () => {
  await browser.withPage("one.html", files, title);
  process.kill(mainProcess().pid, "SIGSTOP");
  await browser.close();
  expect(browserProcessesOf(process.pid)).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});
