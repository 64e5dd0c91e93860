import { load, type CheerioAPI } from "cheerio";
import type { Image } from "./publication.ts";

// The one user of cheerio: what is made of a compiled text before it stands in a document, and what is read back out of one.

/** Print: each note's text put where its mark stands, for paged.js to carry to the foot of the page. */
export function footnotes(html: string): string {
  const $ = fragment(html);
  $("sup.noteref a").each((_, anchor) => {
    const id = $(anchor).attr("href")!.slice(1);
    const note = $(`aside#${id}`);
    if (note.length === 0) return;
    note.find(".note-number").remove();
    // Inside a paragraph only phrasing content holds together, so the note's blocks become spans.
    note.find("p, ul, ol, li, blockquote").each((_, block) => {
      block.attribs["class"] = [`note-${block.name}`, block.attribs["class"]].filter(Boolean).join(" ");
      block.name = "span";
    });
    const number = `<span class="note-number">${$(anchor).text()}</span>`;
    // paged.js names the note `note-` and its data-ref; without one it takes a random number.
    $(anchor).attr("href", `#note-${id}`).parent().after(`<span class="footnote" data-ref="${id}">${number}${note.html()!.trim()}</span>`);
    note.remove();
  });
  $("section.notes").remove();
  return markup($);
}

/** Web: each note put after the block that refers to it, in one frame with it, so that a sheet can set it beside or under. */
export function sidenotes(html: string): string {
  const $ = fragment(html);
  $("sup.noteref a").each((_, anchor) => {
    const note = $("section.notes > aside").filter((_, aside) => `#${aside.attribs["id"]}` === $(anchor).attr("href"));
    if (note.length === 0) return;
    const block = $(anchor).parents().last();
    if (!block.hasClass("noted")) block.wrap('<div class="noted"></div>').after('<div class="beside"></div>');
    $(anchor).parents(".noted").children(".beside").append(note);
  });
  $("section.notes").remove();
  return markup($);
}

/** Web: every picture with its width and height, so that the page does not jump when it arrives. */
export function sized(html: string, images: Pick<Image, "name" | "width" | "height">[]): string {
  const $ = fragment(html);
  $("img").each((_, element) => {
    const image = images.find(({ name }) => name === decodeURI($(element).attr("src") ?? ""));
    if (image) $(element).attr({ width: String(image.width), height: String(image.height), loading: "lazy" });
  });
  return markup($);
}

/** XHTML for the EPUB: notes and their marks named in the EPUB's own vocabulary as well, which reading systems show as pop-ups. */
export function bookText(html: string): string {
  const $ = fragment(html);
  $("sup.noteref a").attr("epub:type", "noteref");
  $("section.notes").attr("epub:type", "endnotes");
  $("aside.note").attr("epub:type", "footnote");
  return markup($);
}

/** The document's text as one hears it: space at the edges of blocks, note marks as `[1]`, nothing from head, script and style. */
export function textOf(html: string, selector: string): string {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const part = $(selector);
  part.find("script, style, .noteref, .note-number").each((_, element) => {
    const mark = /note/.test($(element).attr("class") ?? "") ? ` [${$(element).text().trim()}] ` : " ";
    $(element).replaceWith(mark);
  });
  part.find("br, p, li, div, h1, h2, h3, h4, h5, h6, blockquote, tr, td, th, aside, section, dt, dd, pre").each((_, element) => {
    $(element).before(" ").prepend(" ").append(" ").after(" ");
  });
  return part.text();
}

/** An address in a document, and the element that names it; of a `link`, its relation as well. */
export interface Link {
  element: string;
  relation?: string;
  address: string;
}

/** A piece of a compiled text: text, or an element with what is in it. */
export type Piece = string | { name: string; attributes: Record<string, string>; pieces: Piece[] };

/** A compiled text in pieces, for what is set without HTML. */
export function pieces(html: string): Piece[] {
  const $ = fragment(html);
  const read = (contents: ReturnType<ReturnType<typeof $.root>["contents"]>): Piece[] =>
    contents.toArray().flatMap((node): Piece[] => {
      if (node.type === "text") return [node.data];
      return "attribs" in node ? [{ name: node.name, attributes: node.attribs, pieces: read($(node).contents()) }] : [];
    });
  return read($.root().contents());
}

/** The values of an attribute, of the elements that a selector names and that have it. */
export function valuesOf(document: string, selector: string, attribute: string): string[] {
  const $ = load(document, { xml: true });
  return $(selector).toArray().flatMap((element) => $(element).attr(attribute) ?? []);
}

/** Every id, and every address asked for, in a document. */
export function linksOf(html: string): { ids: Set<string>; links: Link[] } {
  const $ = load(html, { xml: { xmlMode: false } });
  const ids = new Set($("[id]").toArray().map((element) => $(element).attr("id")!));
  const links = $("[href], [src], [srcset], [poster], [action], [data]").toArray().flatMap((element) => {
    const named = ["href", "src", "poster", "action", "data"].flatMap((name) => $(element).attr(name) ?? []);
    // A candidate of srcset is an address, then its width.
    const candidates = $(element).attr("srcset")?.split(",").map((candidate) => candidate.trim().split(/\s/)[0]!) ?? [];
    return [...named, ...candidates].map((address) => ({ element: element.tagName, relation: $(element).attr("rel"), address }));
  });
  return { ids, links };
}

/** Runs over the text nodes of a fragment, with the language each is in, and leaves out what the selector names. */
export function mapText(html: string, language: string, except: string, change: (text: string, language: string) => string): string {
  const $ = fragment(html);
  $("*").contents().each((_, node) => {
    if (node.type !== "text" || $(node).closest(except).length > 0) return;
    node.data = change(node.data, $(node).closest("[lang]").attr("lang") ?? language);
  });
  return markup($);
}

function fragment(html: string): CheerioAPI {
  return load(html, { xml: { xmlMode: true, decodeEntities: true } }, false);
}

// As XML, cheerio writes every letter beyond ASCII as a number, and an empty element without its end, which HTML takes for a beginning.
function markup($: CheerioAPI): string {
  return $.xml()
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/<(?!(?:br|hr|img|wbr|col)\b)([a-z0-9]+)([^<>]*)\/>/g, "<$1$2></$1>");
}
