import { parseFragment, serialize, type Dom, type Nodes } from "../html/dom.ts";
import { readItemNumbers } from "../html/list-numbers.ts";
import type { Image, Prose } from "../publication.ts";
import { hyphenate } from "./hyphenation.ts";
import { limitImages } from "./image-size.ts";
import { findNotePlaces } from "./note-places.ts";
import { bindWords, replaceRareSpaces } from "./spacing.ts";

/** How a text is printed. */
interface PrintOptions {
  /** Notes go to the foot of the page where their mark is; otherwise they stay after the text. */
  notesAtFoot?: boolean;
  /** Long words may be divided at a line's end. */
  hyphens?: boolean;
  /** The images of the publication. */
  images?: Image[];
}

/** Prepares a compiled text for print. `dir` is only needed for notes at the foot. */
export function forPrint(
  html: string,
  { lang, dir }: Pick<Prose, "lang"> & Partial<Pick<Prose, "dir">>,
  { notesAtFoot = false, hyphens = false, images = [] }: PrintOptions = {},
): string {
  const $ = parseFragment(html);
  if (notesAtFoot) setNotesAtFoot($, lang, dir);
  replaceRareSpaces($, lang);
  bindWords($, lang);
  if (hyphens) hyphenate($, lang);
  limitImages($, images);
  return serialize($);
}

// Puts each note beside its mark; from there paged.js moves it to the foot of the page. At the foot it is outside its
// text, so it has the language and the direction of the text as attributes.
function setNotesAtFoot($: Dom, language: string, direction: Prose["dir"] | undefined): void {
  const places = findNotePlaces($);
  // paged.js gives the note an id: “note-” and the note's data-ref, or a random number if it has no data-ref.
  $("sup.noteref a").each((_, anchor) => void $(anchor).attr("href", `#note-${anchor.attribs["href"]!.slice(1)}`));
  for (const { anchor, notes } of places) {
    const footnotes = notes.map((note) => {
      const number = `<span class="note-number">${note.find(".note-number").text()}</span>`;
      note.find(".note-number").remove();
      turnBlocksIntoSpans($, note, language);
      const attributes = `data-ref="${note.attr("id")}" lang="${language}" dir="${direction}"`;
      return `<span class="footnote" ${attributes}>${number}${note.html()!.trim()}</span>`;
    });
    anchor.parent().after(footnotes.join(""));
  }
  $("section.notes").remove();
}

// What a note may contain that HTML does not allow in a paragraph.
const blocks =
  "p, ul, ol, li, blockquote, pre, hr, h1, h2, h3, h4, h5, h6, table, thead, tbody, tr, th, td, figure, figcaption";

// A browser ends a paragraph at the first block inside it, so the blocks of a note become spans. A span has no list
// marker, so the markers become text.
function turnBlocksIntoSpans($: Dom, note: Nodes, language: string): void {
  // The first paragraph has a class because paged.js lowers the specificity of a CSS rule with `+`.
  note.find("li").addBack().children("p:first-child").addClass("note-first");
  note.find(blocks).each((_, block) => {
    block.attribs["class"] = [`note-${block.name}`, block.attribs["class"]].filter(Boolean).join(" ");
    block.name = "span";
  });
  note.find(".note-ul, .note-ol").each((_, list) => {
    for (const { item, number } of readItemNumbers($, $(list), language))
      item.prepend(`<span class="note-item">${$(list).is(".note-ol") ? number : "•"} </span>`);
  });
}
