import { afterEach, expect, it, vi } from "vitest";
import { startBrowser } from "../../src/layout/browser.ts";
import { findBrowser } from "../../src/layout/find-browser.ts";

afterEach(() => vi.unstubAllEnvs());

it("gives the system's reason where PAMPHLET_BROWSER names nothing that can be run", async () => {
  vi.stubEnv("PAMPHLET_BROWSER", "/no/such/browser");
  await expect(findBrowser()).rejects.toThrow(/“\/no\/such\/browser”, which cannot be run: ENOENT/);
});

it("gives the reason and a way out where the browser does not start", async () => {
  vi.stubEnv("PAMPHLET_BROWSER", process.execPath);
  await expect(startBrowser()).rejects.toThrow(/does not start\.[^]*bad option[^]*set PAMPHLET_BROWSER to/);
});
