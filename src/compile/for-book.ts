import { bookImagePath } from "../epub/images.ts";
import { parseFragment, serialize, type Dom } from "../html/dom.ts";
import { lowerHeadings } from "./headings.ts";
import { markPages, type PageBreak } from "./page-marks.ts";
import { labelCells } from "./wide-tables.ts";

/** Prepares a compiled text for the EPUB, as XHTML. `pages` are the printed pages that begin inside the text. */
export function forBook(html: string, pages: PageBreak[]): string {
  const $ = parseFragment(html);
  lowerHeadings($, 1);
  nameNotes($);
  labelCells($);
  $(".pull-quote").attr({ "epub:type": "pullquote", role: "doc-pullquote" });
  $("img").each((_, image) => void $(image).attr("src", bookImagePath($(image).attr("src") ?? "")));
  markPages($, pages);
  return serialize($);
}

// Reading systems show a note as a pop-up if it and its mark are named in the EPUB's own vocabulary (EPUB 3 Structural
// Semantics).
function nameNotes($: Dom): void {
  $("sup.noteref a").attr("epub:type", "noteref");
  $("section.notes").attr("epub:type", "endnotes");
  $("aside.note").attr("epub:type", "footnote");
}
