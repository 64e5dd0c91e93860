import type { Page } from "./browser.ts";
import { callInPage } from "./call-in-page.ts";
import type { Measure, TypeSetting } from "./leaflet-fit.ts";

/** Returns the height (px) of an open document in one column of the given width (px), at each of the settings. */
export function measureText(page: Page, width: number, settings: TypeSetting[]): Promise<Measure[]> {
  return callInPage(page, "measureHeights", width, settings);
}

/** Sets the type of an open document. */
export function setType(page: Page, { size, line }: TypeSetting): Promise<void> {
  return callInPage(page, "applyType", { size, line });
}
