import { readFileSync } from "node:fs";
import type { Page } from "./browser.ts";
import type { Measure } from "./leaflet-fit.ts";

type Setting = Omit<Measure, "height">;

const script = readFileSync(new URL("in-page/heights.js", import.meta.url), "utf8");

/**
 * Sets an open document in one column of a width (px), at each of the settings, and tells how high it comes to stand.
 */
export async function measure(page: Page, width: number, settings: Setting[]): Promise<Measure[]> {
  await page.evaluate(script);
  return (await page.evaluate(`heights(${width}, ${JSON.stringify(settings)})`)) as Measure[];
}

/** Sets an open document at one of the settings. */
export async function setType(page: Page, { size, line }: Setting): Promise<void> {
  await page.evaluate(script);
  await page.evaluate(`setType(${JSON.stringify({ size, line })})`);
}
