import type { Page } from "./browser.ts";
import { callInPage } from "./call-in-page.ts";
import type { PosterFit } from "./poster-fit.ts";
import type { Measure, TypeSetting } from "./leaflet-fit.ts";

/** Returns the height (px) of an open document in one column of the given width (px), at each of the settings. */
export function measureText(page: Page, width: number, settings: TypeSetting[]): Promise<Measure[]> {
  return callInPage(page, "measureHeights", width, settings);
}

/** Sets the type of an open document, in one column of the given width (px). */
export function setType(page: Page, width: number, { size, line }: TypeSetting): Promise<void> {
  return callInPage(page, "applyType", width, { size, line });
}

/** Fits what has a panel of its own to a type area (px). Returns what has no room: “cover”, “back”. */
export function fitToPanels(page: Page, area: { width: number; height: number }): Promise<string[]> {
  return callInPage(page, "fitPanels", area);
}

/** Shares a text that is short out among panels. Returns how many of them have a part of it. */
export function spreadOverPanels(page: Page, width: number, panels: number): Promise<number> {
  return callInPage(page, "spreadText", width, panels);
}

/** Sets a poster as large as it has room in a type area (px). Returns whether it has any. */
export function setPoster(page: Page, area: { width: number; height: number }, fit: PosterFit): Promise<boolean> {
  return callInPage(page, "fitPoster", area, fit);
}
