import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { startPreview } from "../support/preview.ts";
import { startReader } from "../support/reader.ts";

/** From saving a text until a reader sees the change, in seconds: the least of several runs. */
export interface PreviewTimes {
  web: number;
  spread: number;
}

// The words of all pages that are drawn, and of the page of the web edition that is shown.
const seen = {
  spread: `[...document.querySelectorAll(".words")].map((page) => page.textContent).join()`,
  web: `document.querySelector("iframe:not(.behind)")?.contentDocument?.body?.textContent ?? ""`,
};

/** Measures the preview of a copy of statements/, in an empty folder, as a reader sees it. */
export async function measurePreview(folder: string, runs: number): Promise<PreviewTimes> {
  cpSync("statements", folder, { recursive: true });
  const [preview, reader] = await Promise.all([startPreview(folder), startReader()]);
  try {
    const page = await reader.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const measure = async (tab: string, words: string) => {
      await page.goto(`${preview.address}#${tab}`);
      await whenCurrent(page);
      // To the spread with the preface.
      for (let turn = 0; turn < 2; turn++) await page.keyboard.press("ArrowRight");
      let least = Infinity;
      for (let run = 1; run <= runs; run++)
        least = Math.min(least, await measureChange(page, path.join(folder, "preface.md"), `${tab} ${run}`, words));
      return least;
    };
    return { web: await measure("web", seen.web), spread: await measure("pamphlet", seen.spread) };
  } finally {
    await Promise.all([reader.close(), preview.end()]);
  }
}

async function measureChange(page: Page, file: string, name: string, words: string): Promise<number> {
  const text = readFileSync(file, "utf8");
  const started = performance.now();
  writeFileSync(file, `${text}\nChanged: ${name}.\n`);
  await page.waitForFunction(`(${words}).includes("Changed: ${name}.")`, { timeout: 0, polling: 10 });
  const seconds = (performance.now() - started) / 1000;
  writeFileSync(file, text);
  await page.waitForFunction(`!(${words}).includes("Changed: ${name}.")`, { timeout: 0, polling: 10 });
  await whenCurrent(page);
  return seconds;
}

async function whenCurrent(page: Page): Promise<void> {
  await page.waitForSelector('body[data-sign="current"]', { timeout: 0 });
}
