import type { Files, SharedBrowser } from "./browser.ts";
import { callInPage } from "./call-in-page.ts";

/** Size of a social card, in px: the size that cards.css gives it and that the web pages name in `og:image`. */
const [width, height] = [1200, 630];

/** Quality of the JPEG, of 100. Chosen by eye. */
const quality = 82;

/**
 * Draws each section of `cards.html` as a JPEG, which is named after the section's id. The sections stand below each
 * other.
 */
export function drawSocialCards(browser: SharedBrowser, files: Files): Promise<{ name: string; bytes: Uint8Array }[]> {
  return browser.withPage("cards.html", files, async (page) => {
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    const names = await callInPage(page, "listCards");
    const cards: { name: string; bytes: Uint8Array }[] = [];
    for (const [index, name] of names.entries()) {
      const clip = { x: 0, y: index * height, width, height };
      cards.push({ name, bytes: await page.screenshot({ type: "jpeg", quality, clip, captureBeyondViewport: true }) });
    }
    return cards;
  });
}
