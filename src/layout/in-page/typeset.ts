import type { FitOptions, Fitted } from "../layout.ts";
import { setColumns } from "./columns.ts";
import { gridLine, isElement, isText, px, textNodesIn } from "./dom.ts";
import { fitBlock, fitCover } from "./fit-cover.ts";
import { fillColumns } from "./fit-poster.ts";
import { readyToMeasure } from "./number-room.ts";
import { setTexts } from "./set-texts.ts";

// Runs before paged.js takes the document apart, while every text is one column. Last lines of one word, last pages of
// two lines, and blocks that leave the grid can be found only when lines are set, and changed only before the pages are
// made.

/** Sets the document in the type area of a page (px), and improves what can be seen then. Returns how it was fitted. */
export async function typeset(area: { width: number; height: number }, options: FitOptions): Promise<Fitted> {
  await readyToMeasure();
  const measuring = document.createElement("style");
  measuring.textContent = `body { width: calc(${area.width}px + var(--wider, 0px)) !important } .footnote { display: none !important }`;
  measuring.dataset["pagedjsIgnore"] = "";
  document.head.append(measuring);
  const line = gridLine();

  for (const cover of findAll(".cover:not(.composed)")) fitBlock(cover, area.height, line);
  for (const cover of findAll(".cover.composed")) fitCover(cover);
  for (const imprint of findAll(".imprint")) fitOnPage(imprint, area.height);
  for (const cover of findAll(".back-cover")) fitEvents(cover, area.height);
  for (const block of findAll(".prose :is(p, li)")) keepSpaces(block);
  for (const cell of findAll(".prose :is(th, td)")) tagSingleLetters(cell);
  for (const table of document.querySelectorAll<HTMLTableElement>(".prose table"))
    setColumns(table, area.height - line);
  for (const block of findAll(".prose figure, .prose img, .prose table, .prose .pull-quote")) fillToGrid(block, line);
  for (const text of findAll(".poster-columns")) fillColumns(text, area.height);
  const texts = [...findAll(".opening, .leaflet")];
  const fitted = setTexts(texts, area, options, countPagesWithoutText(area.height));
  measuring.remove();
  return fitted;
}

// A cover is one page; its block of colour is higher, because it reaches into the bleed.
function countPagesWithoutText(height: number): number {
  const others = [...findAll("[data-bookmark]:not(.opening, .cover, .back-cover)")];
  const pages = others.map((part) => Math.max(1, Math.ceil(part.getBoundingClientRect().height / height)));
  return pages.reduce((sum, count) => sum + count, findAll(".cover, .back-cover").length);
}

function findAll(selector: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>(selector);
}

// An imprint is set at the foot of its page by the padding above it. If it is too long for the page, it gets less.
function fitOnPage(imprint: HTMLElement, height: number): void {
  const over = imprint.getBoundingClientRect().height - height;
  if (over > 0) imprint.style.paddingTop = `${Math.max(0, px(getComputedStyle(imprint).paddingTop) - over)}px`;
}

// The back cover is one page. If its events are too long for that, they are set closer. They stand in a block that
// begins in the bleed.
function fitEvents(cover: HTMLElement, height: number): void {
  const block = cover.querySelector(".back-block");
  if (!block) return;
  const top = block.getBoundingClientRect().top - px(getComputedStyle(block).marginTop);
  if (cover.getBoundingClientRect().bottom - top > height) cover.classList.add("close");
}

// Chromium does not tag a text of one letter. In a cell it would be read at another place, and in the head of a table that
// is repeated it would be taken for content. With a word joiner, which is not seen, it is tagged.
function tagSingleLetters(cell: HTMLElement): void {
  for (const text of textNodesIn(cell)) if ([...text.data.trim()].length === 1) text.data += "\u2060";
}

// Where a text node between two elements is nothing but a space, and a page begins shortly before it, paged.js drops
// it. So such a space is moved to the beginning of the second element.
function keepSpaces(block: HTMLElement): void {
  for (const space of [...block.childNodes].filter(isText)) {
    const next = space.nextSibling;
    if (space.data.trim() !== "" || !space.previousSibling || !isElement(next)) continue;
    // In an element of the other direction the space would be drawn at the far end of the element. So it stays where it
    // is; with a zero-width space added, the text node is more than a space, and paged.js keeps it.
    if (next.hasAttribute("dir")) space.data += "\u200b";
    else next.prepend(space);
  }
}

/** A block may be higher than a whole number of lines by this share of a line: the browser rounds to 1/64 px. */
const gridTolerance = 0.01;

/** Less than so many px is not added: no eye sees it, and paged.js treats elements with a style differently. */
const leastFill = 0.1;

// A block that is not a whole number of lines high gets the rest as a margin, so that the lines of facing pages are on
// one grid.
function fillToGrid(block: HTMLElement, line: number): void {
  if (block.parentElement!.closest("figure")) return;
  const { height } = block.getBoundingClientRect();
  const rest = Math.ceil(height / line - gridTolerance) * line - height;
  if (rest > leastFill) block.style.marginBottom = `${px(getComputedStyle(block).marginBottom) + rest}px`;
}
