import type { PageMark } from "../epub/page-list.ts";
import { runningNodes } from "../html/text.ts";
import type { Dom, Nodes } from "../html/dom.ts";
import { unspaced } from "../words.ts";

/** A printed page that begins inside a text, after `start.after` letters, figures and images of its running text. */
export type PageBreak = Pick<PageMark, "id" | "label"> & { start: { after?: number } };

/** Returns the mark of a printed page, as reading systems know it (EPUB 3 Structural Semantics; DPUB-ARIA 1.1). */
export function writePageMark({ id, label }: Pick<PageMark, "id" | "label">): string {
  return `<span epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${label}"></span>`;
}

/**
 * Marks where printed pages begin: before the word or image with which a page begins. If that word is in a heading, the
 * mark goes before the heading, so that it is not read as a part of it.
 */
export function markPages($: Dom, pages: PageBreak[]): void {
  const waiting = pages.map((page) => ({ after: page.start.after ?? 0, mark: writePageMark(page) }));
  let passed = 0;
  for (const node of runningNodes($, $.root().contents())) {
    const letters = node.type === "text" ? [...node.data.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index) : [0];
    const count = waiting.filter(({ after }) => after < passed + letters.length).length;
    const here = waiting.splice(0, count);
    const heading = $(node).closest("h1, h2, h3, h4, h5, h6");
    if (here.length > 0 && heading.length === 0 && node.type === "text") {
      const places = here.map(({ after, mark }) => ({ at: wordStart(node.data, letters[after - passed]!), mark }));
      insertInText($, node, places);
    } else if (here.length > 0) {
      (heading.length > 0 ? heading : $(node)).before(here.map(({ mark }) => mark).join(""));
    }
    passed += letters.length;
  }
  // What print adds after the text, such as the name of its author, may begin a page too. That page begins after the
  // last word of the text.
  const rest = waiting.map(({ mark }) => mark).join("");
  if ($("section.notes").length > 0) $("section.notes").before(rest);
  else $.root().append(rest);
}

// Replaces a text node by its parts with the marks between them. cheerio's before() cannot do it, because it only works
// beside whole nodes.
function insertInText($: Dom, node: Extract<Nodes[number], { type: "text" }>, places: { at: number; mark: string }[]) {
  const part = (start?: number, end?: number) => {
    const copy = $(node).clone().get(0)!;
    copy.data = node.data.slice(start, end);
    return copy;
  };
  const parts = places.flatMap(({ at, mark }, index) => [part(places[index - 1]?.at, at), $(mark).get(0)!]);
  $(node).replaceWith($([...parts, part(places.at(-1)?.at)]));
}

// Returns the index at which a word begins, from the index of one of its letters. Readers of a script without spaces do
// not see where a word begins, so there it is the index of the letter.
function wordStart(text: string, letter: number): number {
  const last = [...text.slice(0, letter).matchAll(lettersAndWords)].at(-1);
  return last?.groups?.["word"] !== undefined && last.index + last[0].length === letter ? last.index : letter;
}

// A letter of a script without spaces, or a run of other characters between spaces.
const lettersAndWords = new RegExp(`${unspaced.source}|(?<word>(?:(?!${unspaced.source})\\S)+)`, "gu");
