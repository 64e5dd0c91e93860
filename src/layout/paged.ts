import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { PageGeometry } from "../geometry.ts";
import type { PageStart } from "../artifact.ts";
import type { Files, Page, PrintShop } from "./browser.ts";

/** What stands where in a document that was laid out; pages count from 1. */
export interface Layout {
  pages: number;
  /** The page of every id. */
  pageOf: Record<string, number>;
  /** What `data-bookmark` names, in reading order. */
  bookmarks: { id: string; title: string; page: number }[];
  /**
   * What each page begins with. None of a page that is blank, or that goes on with something which is neither prose nor
   * named.
   */
  starts: PageStart[];
  /**
   * Every link, in order: what it says, the page that it leads to inside the document, and whether it leads to a note
   * or back from one.
   */
  links: { text: string; page?: number; ofNote: boolean }[];
  /** What a typesetter would still change: widows, orphans, last pages of two lines. */
  remarks: { kind: "widow" | "orphan" | "short-page"; page: number }[];
}

export interface Printed extends Layout {
  /** The PDF as Chromium writes it: tagged, with the bleed. */
  pdf: Uint8Array;
  /** A picture of the first page (PNG), trimmed, three px of the picture to one px CSS. */
  firstPage?: Uint8Array;
}

// Of pagedjs-cli it is paged.js as bundled for the page that is sound; its Printer is not (see ARCHITECTURE.md).
const pagedScript = readFileSync(
  path.join(path.dirname(createRequire(import.meta.url).resolve("pagedjs-cli")), "../dist/browser.js"),
  "utf8",
);
const ownScripts = ["typeset.js", "pagedjs-fixes.js", "layout.js", "tag-hints.js"].map((name) =>
  readFileSync(new URL(`in-page/${name}`, import.meta.url), "utf8"),
);

/** Lays a document out with paged.js and prints it. `picture` asks for a picture of the first page. */
export async function print(
  shop: PrintShop,
  document: string,
  files: Files,
  geometry: PageGeometry,
  picture = false,
): Promise<Printed> {
  const page = await shop.open(document, files);
  try {
    return await printPage(page, geometry, picture);
  } finally {
    await page.close();
  }
}

/** The same for a document that is open already; it is in pages then, and cannot be laid out again. */
export async function printPage(page: Page, geometry: PageGeometry, picture = false): Promise<Printed> {
  await page.evaluate("window.PagedConfig = { auto: false }");
  for (const script of [pagedScript, ...ownScripts]) await page.evaluate(script);
  await page.evaluate(`typeset(${JSON.stringify(typeArea(geometry))})`);
  const layout = (await page.evaluate("layOut()")) as Omit<Layout, "links">;
  const links = (await page.evaluate(`prepareTags(${JSON.stringify(layout.pageOf)})`)) as Layout["links"];
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 });
  return { ...layout, links, pdf, ...(picture && { firstPage: await pictureOf(page) }) };
}

/** The type area of a page, in px. */
export function typeArea({ width, height, margins }: PageGeometry): { width: number; height: number } {
  const px = 96 / 25.4;
  return { width: (width - margins.inner - margins.outer) * px, height: (height - margins.top - margins.bottom) * px };
}

async function pictureOf(page: Page): Promise<Uint8Array> {
  const { x, y, width, height } = (await page.evaluate(
    `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector(".pagedjs_pagebox").getBoundingClientRect())`,
  )) as { x: number; y: number; width: number; height: number };
  await page.setViewport({ width: Math.ceil(x + width), height: Math.ceil(y + height), deviceScaleFactor: 3 });
  return page.screenshot({ type: "png", clip: { x, y, width, height }, captureBeyondViewport: true });
}
