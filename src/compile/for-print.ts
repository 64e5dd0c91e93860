import { parseFragment, serialize, type Dom, type Nodes } from "../html/dom.ts";
import { readItemNumbers } from "../html/list-numbers.ts";
import type { Image, Publication } from "../publication.ts";
import { markAcronyms } from "./acronyms.ts";
import { divideAddresses } from "./address-breaks.ts";
import { hyphenate } from "./hyphenation.ts";
import { limitImages } from "./image-size.ts";
import { findNotePlaces } from "./note-places.ts";
import { noteAddresses, printAddresses, type PrintedProse } from "./printed-addresses.ts";
import { bindWords, replaceRareSpaces } from "./spacing.ts";

/** How a text is printed. */
interface PrintOptions {
  /** Notes go to the foot of the page where their mark is; otherwise they stay after the text. */
  notesAtFoot?: boolean;
  /** Long words may be divided at a line's end. */
  hyphens?: boolean;
  /** The images of the publication. */
  images?: Image[];
  /** How acronyms are set, and where addresses of links are printed; without this they are not. */
  print?: Pick<Publication["print"], "acronyms" | "links" | "short">;
}

/** Prepares a compiled text for print. */
export function forPrint(
  html: string,
  text: PrintedProse,
  { notesAtFoot = false, hyphens = false, images = [], print = printedAsWritten }: PrintOptions = {},
): string {
  const $ = parseFragment(html);
  const addresses = printAddresses($, text, print);
  if (notesAtFoot) setNotesAtFoot($, text);
  // A row is not divided, so a page has no room for the notes of a table that is full of links.
  const isInTable = addresses.some(({ link }) => link.closest("table").length > 0);
  noteAddresses($, addresses, text, notesAtFoot && print.links === "notes" && !isInTable);
  replaceRareSpaces($, text.lang);
  bindWords($, text.lang);
  if (hyphens) hyphenate($, text.lang);
  divideAddresses($);
  if (print.acronyms === "small-capitals") markAcronyms($);
  limitImages($, images);
  return serialize($);
}

const printedAsWritten = { acronyms: "capitals", links: "none", short: {} } as const;

/** Prepares the compiled imprint for print. It has no notes for addresses: they stand beside its links. */
export function forPrintedImprint(
  html: string,
  { images, language, print }: Pick<Publication, "images" | "language" | "print">,
): string {
  const $ = parseFragment(html);
  printAddresses($, { lang: language }, { ...print, links: print.links === "none" ? "none" : "beside" });
  divideAddresses($);
  limitImages($, images);
  return serialize($);
}

// Puts each note beside its mark; from there paged.js moves it to the foot of the page. At the foot it is outside its
// text, so it has the language and the direction of the text as attributes.
function setNotesAtFoot($: Dom, { lang, dir }: PrintedProse): void {
  const places = findNotePlaces($);
  // paged.js gives the note an id: “note-” and the note's data-ref, or a random number if it has no data-ref.
  $("sup.noteref a").each((_, anchor) => void $(anchor).attr("href", `#note-${anchor.attribs["href"]!.slice(1)}`));
  for (const { anchor, notes } of places) {
    const footnotes = notes.map((note) => {
      const number = `<span class="note-number">${note.find(".note-number").text()}</span>`;
      note.find(".note-number").remove();
      turnBlocksIntoSpans($, note, lang);
      const attributes = `data-ref="${note.attr("id")}" lang="${lang}" dir="${dir}"`;
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
