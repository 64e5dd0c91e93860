import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "../../src/layout/find-browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export type Scheme = "light" | "dark" | "forced";

/** Starts a browser as a reader uses it. Unlike the browser that prints, it loads pages from a server. */
export async function startReader(): Promise<Browser> {
  const { executable, environment } = await findBrowser();
  const args = ["--disable-gpu", "--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    env: { ...process.env, ...environment },
    args,
  });
}

/**
 * Shows a page in light colours, in dark ones, or in the forced colours of a high-contrast mode. Throws if the browser
 * cannot.
 */
export async function showIn(page: Page, scheme: Scheme): Promise<void> {
  // The settings end with the session, so it stays attached.
  const client = await page.createCDPSession();
  const features = [
    { name: "prefers-color-scheme", value: scheme === "dark" ? "dark" : "light" },
    { name: "forced-colors", value: scheme === "forced" ? "active" : "none" },
  ];
  await client.send("Emulation.setEmulatedMedia", { features });
  const active = await page.evaluate(
    "[matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(forced-colors: active)').matches].join()",
  );
  if (active !== `${scheme === "dark"},${scheme === "forced"}`)
    throw new Error(`The browser does not show ${scheme} colours.`);
}

/** Returns what axe finds wrong with a page as it is shown: the rule, the element and the reason. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const run = `axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " " + target.join(" ") + " " + failureSummary)))`;
  return (await page.evaluate(run)) as string[];
}
