import { mmPerPixel, pagesPerSheet, pointsPerMm } from "../geometry.ts";
import type { Fitted, LayoutRemark, RemarkKind } from "./layout.ts";

const sentences: Record<RemarkKind, string> = {
  widow: "The last line of a paragraph is alone at the top of a page",
  orphan: "The first line of a paragraph is alone at the bottom of a page",
  "short-page": "A text ends with three lines or fewer on a page",
  "behind-slip": "A slip cannot be cut off without words on the other side of its leaf",
};

/** Returns what a typesetter would still change in a layout: one sentence for each kind, with its pages (from 1). */
export function remarksOf(remarks: LayoutRemark[]): string[] {
  const kinds = [...new Set(remarks.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const pages = remarks.filter((remark) => remark.kind === kind).map(({ page }) => page);
    return `${sentences[kind]} (page${pages.length > 1 ? "s" : ""} ${pages.join(", ")}).`;
  });
}

/**
 * Returns the remarks on a pamphlet without that on words behind a slip, if those are on the back cover, which the blank
 * pages of a booklet move away from it.
 */
export function withoutMovedCover(remarks: LayoutRemark[], pages: number): LayoutRemark[] {
  const isMoved = pages % pagesPerSheet !== 0 && pages % 2 === 0;
  return remarks.filter(({ kind, page }) => !(isMoved && kind === "behind-slip" && page === pages - 1));
}

/**
 * Returns what was done so that a pamphlet of so many pages takes no sheet more than needed; or, if nothing was enough,
 * how many lines are over, and where. `usual` is its type without a change.
 */
export function fitRemarksOf(
  { natural, over, size, line, measure }: Fitted,
  pages: number,
  usual: { size: number; line: number },
): string[] {
  const sheets = sheetsOf(pages);
  const count = `${pages} pages: ${sheets} sheet${sheets === 1 ? "" : "s"}`;
  if (over.length > 0) {
    const texts = over.map(({ text, lines }) => `“${text}” by ${lines} line${lines === 1 ? "" : "s"}`);
    return [`${count}. To save one, shorten ${new Intl.ListFormat("en-GB").format(texts)}.`];
  }
  if (sheets >= sheetsOf(natural)) return [];
  const changes = [
    ...(size === undefined ? [] : [`type ${size} pt, not ${usual.size}`]),
    ...(line === undefined ? [] : [`lines ${inPoints(line)} pt apart, not ${inPoints(usual.line)}`]),
    ...(measure === undefined ? [] : [`lines ${measure} mm wider`]),
  ];
  return [`${[`${count}, not ${sheetsOf(natural)}`, ...changes].join("; ")}.`];
}

function sheetsOf(pages: number): number {
  return Math.ceil(pages / pagesPerSheet);
}

function inPoints(px: number): number {
  return Math.round(px * mmPerPixel * pointsPerMm * 100) / 100;
}
