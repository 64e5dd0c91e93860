import sharp from "sharp";
import { build } from "../../src/build.ts";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { pamphletPageOf } from "../../src/geometry.ts";
import { startBrowser, type Files, type Page, type SharedBrowser } from "../../src/layout/browser.ts";
import { collectPrintFiles } from "../../src/layout/files.ts";
import { printDocument } from "../../src/layout/paged.ts";
import { webFolder } from "../../src/artifact-kinds.ts";
import type { Publication } from "../../src/publication.ts";

// Pictures of the forms of a text, in print and on the web, made by the program from the fixture of the guide.

/** How each medium shows a text, and the name of the picture. */
export interface Picture {
  name: string;
  bytes: Uint8Array;
}

/** Px of a picture for each CSS px: enough for a sharp screen, since the guide shows the pictures smaller. */
const scale = 1.5;

/** The white edge around a text, in CSS px. */
const edge = 12;

/** The width of a telephone held upright, in CSS px, on which the text fills the page. */
const webWidth = 460;

/** As many shades of grey and of the accent as letters need for smooth edges. */
const shades = 16;

/** Builds the fixture in every edition, into the folder `out`, and makes two pictures of each of its statements. */
export async function makePictures(folder: string, out: string): Promise<Picture[]> {
  const artifacts = await build({ folder, out });
  const publication = await loadAndCheck(folder);
  const webFiles: Files = new Map(
    artifacts.flatMap(({ path, bytes }) => (path.startsWith(webFolder) ? [[path.slice(webFolder.length), bytes]] : [])),
  );
  const browser = await startBrowser();
  try {
    return [...(await capturePrint(browser, publication)), ...(await captureWeb(browser, publication, webFiles))];
  } finally {
    await browser.close();
  }
}

async function capturePrint(browser: SharedBrowser, publication: Publication): Promise<Picture[]> {
  const files = collectPrintFiles(publication, await compile(publication, "print", [], ["pamphlet"]));
  const geometry = pamphletPageOf(publication.print.page);
  return printDocument(browser, "pamphlet.html", files, geometry, async (_, page) => {
    const pictures: Picture[] = [];
    for (const { slug } of publication.statements) {
      // Notes are far below a short text, at the foot of its page, so the room between them is left out.
      const parts = await capture(page, [`#${slug} .prose`, `.pagedjs_page:has(#${slug}) .pagedjs_footnote_area`]);
      pictures.push({ name: `${slug}-print.png`, bytes: await joinParts(parts) });
    }
    return pictures;
  });
}

async function captureWeb(browser: SharedBrowser, { statements }: Publication, files: Files): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { slug } of statements)
    await browser.withPage(`${slug}.html`, files, async (page) => {
      await page.emulateMediaType("screen");
      const bytes = await joinParts(await capture(page, [".prose"], webWidth));
      pictures.push({ name: `${slug}-web.png`, bytes });
    });
  return pictures;
}

// Captures the elements that match, unless they are empty. The function for the page is a text: it must not be changed
// on its way there.
async function capture(page: Page, selectors: string[], width = 900): Promise<Uint8Array[]> {
  await page.setViewport({ width, height: 900, deviceScaleFactor: scale });
  const parts: Uint8Array[] = [];
  for (const selector of selectors) {
    const box = (await page.evaluate(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      if (!element || element.textContent.trim() === "") return null;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    })()`)) as { x: number; y: number; width: number; height: number } | null;
    if (!box) continue;
    const clip = { x: box.x - edge, y: box.y - edge, width: box.width + 2 * edge, height: box.height + 2 * edge };
    parts.push(await page.screenshot({ type: "png", clip, captureBeyondViewport: true }));
  }
  return parts;
}

async function joinParts(parts: Uint8Array[]): Promise<Uint8Array> {
  const sizes = await Promise.all(parts.map((part) => sharp(part).metadata()));
  const tops = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, { height }) => sum + height, 0));
  const height = sizes.reduce((sum, size) => sum + size.height, 0);
  const width = Math.max(...sizes.map((size) => size.width));
  return sharp({ create: { width, height, channels: 3, background: "#ffffff" } })
    .composite(parts.map((input, index) => ({ input: Buffer.from(input), left: 0, top: tops[index]! })))
    .png({ palette: true, colours: shades, dither: 0, compressionLevel: 9 })
    .toBuffer();
}
