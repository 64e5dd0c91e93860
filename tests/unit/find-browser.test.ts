import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startBrowser } from "../../src/layout/browser.ts";
import { findBrowser } from "../../src/layout/find-browser.ts";
import { shareBrowser } from "../../src/layout/share-browser.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it.each([
  ["/no/such/browser", "no such file or directory (ENOENT)"],
  [temporary, "it is no file"],
  [import.meta.filename, "permission denied (EACCES)"],
])("gives the reason where PAMPHLET_BROWSER names what cannot be run: %s", async (file, reason) => {
  vi.stubEnv("PAMPHLET_BROWSER", file);
  await expect(findBrowser()).rejects.toThrow(`“${file}”, which cannot be run: ${reason}. Correct it, or unset it`);
});

it("gives the reason and a way out where the browser does not start", async () => {
  vi.stubEnv("PAMPHLET_BROWSER", process.execPath);
  await expect(startBrowser()).rejects.toThrow(/does not start: it ended[^]*bad option[^]*set PAMPHLET_BROWSER to/);
});

/** Makes a shell script the browser. */
function useScript(name: string, ...lines: string[]): void {
  const file = path.join(temporary, name);
  writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(file, 0o755);
  vi.stubEnv("PAMPHLET_BROWSER", file);
}

describe.skipIf(process.platform === "win32")("a browser that is only a script", () => {
  it.each([
    ["ends well", ['echo "All is well."'], /it ended with exit status 0\.\nIt printed: All is well\.\nInstall/],
    [
      "fails",
      ['echo "All is lost." >&2', "exit 3"],
      /it ended with exit status 3\.\nIt printed: All is lost\.\nInstall/,
    ],
    ["kills itself", ["kill -9 $$"], /it ended with SIGKILL\.\nInstall/],
    ["leaves others behind", ["sleep 1000 &", "exit 1"], /it ended with exit status 1\.\nInstall/],
    ["prints what a terminal obeys", ["printf '\\033[2Jred'"], /It printed: \[2Jred\n/],
  ])("and %s is reported with what it printed", async (name, lines, message) => {
    useScript(name.replaceAll(" ", "-"), ...lines);
    await expect(startBrowser()).rejects.toThrow(message);
  });

  it("and sleeps is given up, and nothing is left of it", async () => {
    useScript("sleeps", "echo Tired.", "sleep 1000");
    vi.stubEnv("PAMPHLET_PATIENCE", "0.03");
    vi.stubEnv("TMPDIR", temporary);
    await expect(startBrowser()).rejects.toThrow(
      /does not start: it has given no answer for 2 seconds\.\nIt printed: Tired\.\nInstall/,
    );
    expect(readdirSync(temporary).filter((name) => name.startsWith("pamphlet-profile-"))).toEqual([]);
  });

  it("and sleeps keeps nobody waiting who does not need it any more", async () => {
    useScript("sleeps-on", "sleep 1000");
    const browser = shareBrowser();
    browser.start();
    await browser.close();
    expect(await browser.remarks()).toEqual([]);
  });
});

describe.runIf(process.platform === "linux" && process.arch === "x64")("the sandbox", () => {
  it("is left out where the system does not permit it, which is remarked", async () => {
    const { executable, environment } = await findBrowser();
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    // For the superuser it is left out from the start.
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    useScript(
      "no-namespaces",
      `case "$*" in *--no-sandbox*) exec "${executable}" "$@" ;; esac`,
      'echo "FATAL: No usable sandbox!" >&2',
      "exit 1",
    );
    const browser = shareBrowser();
    await browser.get();
    expect(await browser.remarks()).toEqual([
      "The browser runs without its sandbox, because this system does not permit it; " +
        "it loads only the publication’s own files.",
    ]);
    await browser.close();
  });
});
