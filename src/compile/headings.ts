import type { Dom } from "../html/dom.ts";

/**
 * Changes the headings of a text to the levels below `level`, the level of the heading over the text, so that no level
 * is skipped, whatever levels the text used.
 */
export function lowerHeadings($: Dom, level: number): void {
  const headings = $("h1, h2, h3, h4, h5, h6");
  const used = [...new Set(headings.toArray().map(({ name }) => name))].sort();
  headings.each((_, heading) => void (heading.name = `h${Math.min(6, level + 1 + used.indexOf(heading.name))}`));
}
