import type { Bookmark, Layout, PageRectangle, RemarkKind } from "../layout.ts";
import { fixBreaks } from "./breaks.ts";
import { setDonePagesAside } from "./done-pages.ts";
import { shortPage } from "../setting/fill-pages.ts";
import { gridLine, isElement, linesIn, px } from "./dom.ts";
import { fixNoteRoom } from "./note-room.ts";
import { listPageStarts } from "./page-starts.ts";
import type { Page } from "./pagedjs.d.ts";
import { waitForRests } from "./rests.ts";
import { findLastSlips, findWordsBehindSlips, moveBelowNotes } from "./slips.ts";
import { fixSides } from "./sides.ts";
import { repeatHeads } from "./table-heads.ts";

// Runs after paged.js was loaded.

/** Lays the document out in pages with paged.js, and returns what is where. writeTagHints() returns the links. */
export async function layOut(): Promise<Omit<Layout, "links">> {
  const { Paged, PagedPolyfill } = window;
  const line = gridLine();
  Paged.registerHandlers(
    fixBreaks(Paged.Handler, line),
    repeatHeads(Paged.Handler),
    fixNoteRoom(Paged.Handler, line),
    fixSides(Paged.Handler),
    waitForRests(Paged.Handler),
    setDonePagesAside(Paged.Handler),
  );
  await document.fonts.ready;
  // The hyphen that paged.js would set, U+2011, is missing in many fonts.
  PagedPolyfill.settings.hyphenGlyph = "-";
  const { pages } = await PagedPolyfill.preview();
  await document.fonts.ready;
  removeCropMarks();

  // If a block is divided between pages, paged.css justifies its last line on the first of them. That must not be done
  // to a block around the divided one, such as an item of a list, nor to the words above an image, nor to a block with
  // line breaks, because the lines before these would be justified as well; nor to words of an item of which the next page
  // has other blocks alone.
  for (const block of document.querySelectorAll<HTMLElement>("[data-split-to]:has([data-split-to], img, br)"))
    block.style.textAlignLast = "auto";
  for (const item of document.querySelectorAll<HTMLElement>("li[data-split-to]"))
    if (goesOnWithBlock(item)) item.style.textAlignLast = "auto";
  for (const block of document.querySelectorAll<HTMLElement>(".at-foot")) moveToFoot(block);
  for (const slip of findLastSlips()) {
    moveToFoot(slip);
    moveBelowNotes(slip);
  }

  const pageOf = findPages(pages);
  for (const number of document.querySelectorAll<HTMLElement>("[data-page-of]"))
    number.textContent = localFigures(pageOf.get(number.dataset["pageOf"]!));
  return {
    pages: pages.length,
    pageOf: [...pageOf],
    bookmarks: listBookmarks(pageOf),
    starts: listPageStarts(pages),
    remarks: [
      ...pages.flatMap(({ element }, index) => findRemarks(element).map((kind) => ({ kind, page: index + 1 }))),
      ...findWordsBehindSlips(pages.map(({ element }) => element)),
    ],
  };
}

function goesOnWithBlock({ dataset }: HTMLElement): boolean {
  const rest = document.querySelector(`[data-split-from="${dataset["splitTo"]}"]`);
  const next = [...(rest?.childNodes ?? [])].find((node) => isElement(node) || node.textContent?.trim());
  return isElement(next) && next.matches("ul, ol, p, blockquote, table, figure");
}

/** Takes all pages but the first out of the document, and returns its trimmed area. */
export function isolateFirstPage(): PageRectangle {
  for (const page of document.querySelectorAll(".pagedjs_page ~ .pagedjs_page")) page.remove();
  const { x, y, width, height } = document.querySelector(".pagedjs_pagebox")!.getBoundingClientRect();
  return { x, y, width, height };
}

// The boxes for crop marks, in which nothing is drawn, are four layers a page. For each page that it prints, Chromium goes
// through all layers of the document.
function removeCropMarks(): void {
  for (const box of document.querySelectorAll(".pagedjs_bleed")) box.remove();
}

function findPages(pages: Page[]): Map<string, number> {
  const pageOf = new Map<string, number>();
  pages.forEach(({ element }, index) => {
    for (const { id } of element.querySelectorAll(".pagedjs_area [id]")) if (!pageOf.has(id)) pageOf.set(id, index + 1);
  });
  return pageOf;
}

function listBookmarks(pageOf: Map<string, number>): Bookmark[] {
  const marked = document.querySelectorAll<HTMLElement>("[data-bookmark]:not([data-split-from])");
  return [...marked].map(({ id, dataset }) => ({
    id,
    title: dataset["bookmark"]!,
    page: pageOf.get(id)!,
    part: dataset["part"],
  }));
}

// In the digits of the document's language.
function localFigures(number: number | undefined): string {
  const digits = [...document.body.dataset["digits"]!];
  return String(number ?? "").replace(/\d/g, (digit) => digits[Number(digit)]!);
}

// The block that closes a text is set at the foot of its last page, however much room is left above it.
function moveToFoot(block: HTMLElement): void {
  const content = block.closest(".pagedjs_page_content")!;
  const room = content.getBoundingClientRect().bottom - block.getBoundingClientRect().bottom;
  if (room > 0) block.style.marginTop = `${px(getComputedStyle(block).marginTop) + room}px`;
}

function findRemarks(page: HTMLElement): RemarkKind[] {
  const blocks = [...page.querySelectorAll<HTMLElement>(".pagedjs_page_content .prose :is(p, li)")];
  const countLines = (block: HTMLElement) => Math.round(linesIn(block));
  const isFromBefore = ({ dataset }: HTMLElement) => Boolean(dataset["splitFrom"]);
  const isContinued = ({ dataset }: HTMLElement) => Boolean(dataset["splitTo"]);
  const kinds: RemarkKind[] = [];
  if (blocks.some((block) => isFromBefore(block) && !isContinued(block) && countLines(block) < 2)) kinds.push("widow");
  if (blocks.some((block) => isContinued(block) && !isFromBefore(block) && countLines(block) < 2)) kinds.push("orphan");
  const endOfText = page.querySelector(".pagedjs_page_content .opening[data-split-from]:not([data-split-to])");
  const total = blocks.reduce((sum, block) => sum + countLines(block), 0);
  if (endOfText && blocks.length > 0 && total <= shortPage) kinds.push("short-page");
  return kinds;
}
