import type { LayoutRemark, RemarkKind } from "./layout.ts";

const sentences: Record<RemarkKind, string> = {
  widow: "The last line of a paragraph is alone at the top of a page",
  orphan: "The first line of a paragraph is alone at the bottom of a page",
  "short-page": "A text ends with two lines or fewer on a page",
};

/** Returns what a typesetter would still change in a layout: one sentence for each kind, with its pages (from 1). */
export function remarksOf(remarks: LayoutRemark[]): string[] {
  const kinds = [...new Set(remarks.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const pages = remarks.filter((remark) => remark.kind === kind).map(({ page }) => page);
    return `${sentences[kind]} (page${pages.length > 1 ? "s" : ""} ${pages.join(", ")}).`;
  });
}
