import { load, type CheerioAPI } from "cheerio";
import type { Image } from "../publication.ts";
import { bookPath } from "../epub/pictures.ts";
import { formatsOf, renditions, sizes } from "../web/renditions.ts";
import { unspaced } from "../words.ts";
import { localDigits } from "../locale-format.ts";

type Nodes = ReturnType<ReturnType<CheerioAPI["root"]>["contents"]>;

// The one user of cheerio: what is made of a compiled text before it stands in a document, and what is read back out of
// one.

// What a note may hold that cannot stand in a paragraph.
const blocks =
  "p, ul, ol, li, blockquote, pre, hr, h1, h2, h3, h4, h5, h6, table, thead, tbody, tr, th, td, figure, figcaption";

/**
 * Print: each note's text put where its mark stands, for paged.js to carry to the foot of the page: with its language
 * and direction, for it stands outside its text there.
 */
export function footnotes(html: string, language: string, direction: "ltr" | "rtl"): string {
  const $ = fragment(html);
  const places = notesInPlace($);
  // paged.js names the note `note-` and its data-ref; without one it takes a random number.
  $("sup.noteref a").each((_, anchor) => void $(anchor).attr("href", `#note-${anchor.attribs["href"]!.slice(1)}`));
  for (const { anchor, notes } of places) {
    const texts = notes.map((note) => {
      const number = `<span class="note-number">${note.find(".note-number").text()}</span>`;
      note.find(".note-number").remove();
      asSpans($, note, language);
      return `<span class="footnote" data-ref="${note.attr("id")}" lang="${language}" dir="${direction}">${number}${note.html()!.trim()}</span>`;
    });
    anchor.parent().after(texts.join(""));
  }
  $("section.notes").remove();
  return markup($);
}

/**
 * Web: each note put after the block that refers to it, in one frame with it, so that a sheet can set it beside or
 * under.
 */
export function sidenotes(html: string): string {
  const $ = fragment(html);
  for (const { anchor, notes } of notesInPlace($)) {
    const block = anchor.parents().last();
    if (!block.hasClass("noted")) block.wrap('<div class="noted"></div>').after('<div class="beside"></div>');
    anchor
      .parents(".noted")
      .children(".beside")
      .append(...notes);
  }
  $("section.notes").remove();
  return markup($);
}

/**
 * Web: every picture in the widths and formats in which the edition has it, and with its size, so that the page does
 * not jump when it arrives.
 */
export function pictured(html: string, images: Pick<Image, "name" | "width" | "height" | "format">[]): string {
  const $ = fragment(html);
  $("img").each((_, element) => {
    const image = images.find(({ name }) => name === decodeURI($(element).attr("src") ?? ""));
    if (!image) return;
    const offered = renditions(image);
    const candidates = (format: string) => offered.map(({ name, width }) => `${name}.${format} ${width}w`).join(", ");
    const formats = formatsOf(image);
    const fallback = formats.at(-1)!;
    const { name, width, height } = offered.at(-1)!;
    $(element).attr({
      src: `${name}.${fallback}`,
      srcset: candidates(fallback),
      sizes,
      width: String(width),
      height: String(height),
      loading: "lazy",
    });
    const sources = formats
      .slice(0, -1)
      .map((format) => `<source type="image/${format}" srcset="${candidates(format)}" sizes="${sizes}"/>`);
    $(element).wrap("<picture></picture>").before(sources.join(""));
  });
  return markup($);
}

/**
 * Web: a text's headings below the heading of `level` that it stands under, without a gap between them, however they
 * were written.
 */
export function headedBelow(html: string, level: number): string {
  const $ = fragment(html);
  const headings = $("h1, h2, h3, h4, h5, h6");
  const written = [...new Set(headings.toArray().map(({ name }) => name))].sort();
  headings.each((_, heading) => void (heading.name = `h${Math.min(6, level + 1 + written.indexOf(heading.name))}`));
  return markup($);
}

/** Web: the names of files, which stand in a text as code, as links to them. */
export function linkedTo(html: string, links: Record<string, string>): string {
  const $ = fragment(html);
  $("code").each((_, code) => {
    const address = links[$(code).text()];
    if (address) $(code).wrap(`<a href="${address}"></a>`);
  });
  return markup($);
}

/**
 * XHTML for the EPUB: notes and their marks named in the EPUB's own vocabulary as well, which reading systems show as
 * pop-ups.
 */
export function bookText(html: string): string {
  const $ = fragment(html);
  $("sup.noteref a").attr("epub:type", "noteref");
  $("section.notes").attr("epub:type", "endnotes");
  $("aside.note").attr("epub:type", "footnote");
  $("img").each((_, picture) => void $(picture).attr("src", bookPath($(picture).attr("src") ?? "")));
  return markup($);
}

/**
 * XHTML for the EPUB: marks put where printed pages begin, each before the word or the picture that `after` letters,
 * figures and pictures precede.
 */
export function pagesMarked(html: string, pages: { id: string; label: string; start: { after?: number } }[]): string {
  const $ = fragment(html);
  // cheerio sets no element beside a text: a mark is a sign in the text until that is written out.
  const waiting = pages.map(({ start }, index) => ({ after: start.after ?? 0, sign: `\ue001${index}\ue001` }));
  let passed = 0;
  for (const node of running($, $.root().contents())) {
    const letters = node.type === "text" ? [...node.data.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index) : [0];
    const here = waiting.splice(0, waiting.filter(({ after }) => after < passed + letters.length).length);
    const heading = $(node).closest("h1, h2, h3, h4, h5, h6");
    if (heading.length === 0 && node.type === "text") {
      for (const { after, sign } of here.toReversed())
        node.data = beforeWord(node.data, letters[after - passed]!, sign);
    } else if (here.length > 0) (heading.length > 0 ? heading : $(node)).before(here.map(({ sign }) => sign).join(""));
    passed += letters.length;
  }
  // What follows the text in print, such as the name below it, may have come to stand on a page of its own.
  const rest = waiting.map(({ sign }) => sign).join("");
  if ($("section.notes").length > 0) $("section.notes").before(rest);
  else $.root().append(rest);
  return markup($).replace(/\ue001(\d+)\ue001/g, (_, index) => pageMark(pages[Number(index)]!));
}

/** The mark of a printed page, as reading systems know it (EPUB 3 Structural Semantics; DPUB-ARIA 1.1). */
export function pageMark({ id, label }: { id: string; label: string }): string {
  return `<span epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${label}"></span>`;
}

/**
 * The document's text as one hears it: space at the edges of blocks, note marks as `[1]`, the numbers of lists as they
 * are shown, nothing from head, script and style, nor from what `except` names.
 */
export function textOf(html: string, selector: string, except?: string): string {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const part = $(selector);
  if (except) part.find(except).remove();
  part.find("script, style, .noteref, .note-number").each((_, element) => {
    const mark = /note/.test($(element).attr("class") ?? "") ? ` [${$(element).text().trim()}] ` : " ";
    $(element).replaceWith(mark);
  });
  part.find("ol:not(.contents-list)").each((_, list) => {
    for (const { item, number } of numberedItems($, $(list), "en")) item.prepend(`${number} `);
  });
  part
    .find(
      "br, p, li, div, h1, h2, h3, h4, h5, h6, blockquote, tr, td, th, aside, section, figure, figcaption, dt, dd, pre",
    )
    .each((_, element) => {
      $(element).before(" ").prepend(" ").append(" ").after(" ");
    });
  return part.text();
}

/** The running text of a part of a document: neither notes nor their marks. */
export function runningText(html: string, selector: string): string {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  return [...running($, $(selector))].map((node) => (node.type === "text" ? node.data : "")).join("");
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
  const read = (contents: Nodes): Piece[] =>
    contents.toArray().flatMap((node): Piece[] => {
      if (node.type === "text") return [node.data];
      return "attribs" in node ? [{ name: node.name, attributes: node.attribs, pieces: read($(node).contents()) }] : [];
    });
  return read($.root().contents());
}

/**
 * A piece of a printed document, in reading order, with the id of the part that it stands in: its own words, the number
 * of an item of a list, the place of a text, or of the number of the page on which a part begins.
 */
type PrintedPart = { part: string } & ({ text: string } | { item: string } | { prose: true } | { pageOf: string });

/** What a compiled document to print is made of. Running heads and drawings are not of it. */
export function printedParts(html: string): PrintedPart[] {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const lists = $("ol:not(.contents-list)")
    .toArray()
    .flatMap((list) => numberedItems($, $(list) as Nodes, "en"));
  const numbers = new Map(lists.map(({ item, number }) => [item[0]!, number]));
  const read = (contents: Nodes, part: string): PrintedPart[] =>
    contents.toArray().flatMap((node): PrintedPart[] => {
      if (node.type === "text") return node.data.trim() === "" ? [] : [{ part, text: node.data }];
      if (!("attribs" in node) || $(node).is("script, style, svg, .running-head")) return [];
      const { id, "data-page-of": pageOf } = node.attribs;
      if (pageOf !== undefined) return [{ part, pageOf }];
      if ($(node).is(".prose")) return [{ part, prose: true }];
      const item = numbers.get(node);
      return [...(item === undefined ? [] : [{ part, item }]), ...read($(node).contents(), id ?? part)];
    });
  return read($("body").contents(), "");
}

/** The texts of the elements that a selector names. */
export function textsOf(html: string, selector: string): string[] {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  return $(selector)
    .toArray()
    .map((element) => $(element).text());
}

/** The values of an attribute, of the elements that a selector names and that have it. */
export function valuesOf(document: string, selector: string, attribute: string): string[] {
  const $ = load(document, { xml: true });
  return $(selector)
    .toArray()
    .flatMap((element) => $(element).attr(attribute) ?? []);
}

/** Every id, and every address asked for, in a document. */
export function linksOf(html: string): { ids: Set<string>; links: Link[] } {
  const $ = load(html, { xml: { xmlMode: false } });
  const ids = new Set(
    $("[id]")
      .toArray()
      .map((element) => $(element).attr("id")!),
  );
  const links = $("[href], [src], [srcset], [poster], [action], [data]")
    .toArray()
    .flatMap((element) => {
      const named = ["href", "src", "poster", "action", "data"].flatMap((name) => $(element).attr(name) ?? []);
      // A candidate of srcset is an address, then its width.
      const candidates =
        $(element)
          .attr("srcset")
          ?.split(",")
          .map((candidate) => candidate.trim().split(/\s/)[0]!) ?? [];
      return [...named, ...candidates].map((address) => ({
        element: element.tagName,
        relation: $(element).attr("rel"),
        address,
      }));
    });
  return { ids, links };
}

/**
 * The scripts of a document: elements that a browser runs, and attributes and addresses that it would. JSON-LD is data,
 * if it is JSON.
 */
export function scriptsOf(html: string): string[] {
  const $ = load(html, { xml: { xmlMode: false } });
  const run = (name: string, value: string) => /^(on|srcdoc)/i.test(name) || /^\s*(javascript|vbscript):/i.test(value);
  return $("*")
    .toArray()
    .flatMap((element) => {
      const attributes = Object.entries($(element).attr() ?? {});
      const isData = attributes.join() === "type,application/ld+json" && isJson($(element).text());
      return [
        ...($(element).is("script") && !isData ? ["script"] : []),
        ...attributes.filter(([name, value]) => run(name, value)).map(([name]) => name),
      ];
    });
}

/** Runs over the text nodes of a fragment, with the language each is in, and leaves out what the selector names. */
export function mapText(
  html: string,
  language: string,
  except: string,
  change: (text: string, language: string) => string,
): string {
  const $ = fragment(html);
  $.root()
    .find("*")
    .addBack()
    .contents()
    .each((_, node) => {
      if (node.type !== "text" || $(node).closest(except).length > 0) return;
      node.data = change(node.data, $(node).closest("[lang]").attr("lang") ?? language);
    });
  return markup($);
}

// The text nodes and pictures of the running text, in order: neither notes nor their marks.
function* running($: CheerioAPI, nodes: Nodes): Generator<Nodes[number]> {
  for (const node of nodes.toArray()) {
    if (node.type === "text" || $(node).is("img")) yield node;
    else if (!$(node).is(".noteref, .notes")) yield* running($, $(node).contents());
  }
}

// The marks in the running text with the notes that stand there, so that notes follow each other by their numbers: a
// note stands at its first mark. One that is referred to from another note alone, or from there first, stands with the
// note whose number comes before.
function notesInPlace($: CheerioAPI): { anchor: Nodes; notes: Nodes[] }[] {
  const anchors = $("sup.noteref a")
    .toArray()
    .filter((anchor) => $(anchor).closest(".notes").length === 0);
  const targets = anchors.map((anchor) => anchor.attribs["href"]);
  const notes = $("section.notes > aside").toArray();
  const firsts = notes.map((note) => targets.indexOf(`#${note.attribs["id"]}`));
  const places: number[] = [];
  for (const [index, first] of firsts.entries()) {
    const later = firsts.slice(index + 1).filter((place) => place >= 0);
    places.push(first >= 0 && later.every((place) => place > first) ? first : (places.at(-1) ?? Math.min(...later)));
  }
  return anchors.map((anchor, place) => ({
    anchor: $(anchor) as Nodes,
    notes: notes.filter((_, index) => places[index] === place).map((note) => $(note) as Nodes),
  }));
}

// Inside a paragraph only phrasing content holds together, so a note's blocks become spans, and the marks of its lists
// become text.
function asSpans($: CheerioAPI, note: Nodes, language: string): void {
  // A class of its own, for paged.js takes weight from a rule with `+`.
  note.find("li").addBack().children("p:first-child").addClass("note-first");
  note.find(blocks).each((_, block) => {
    block.attribs["class"] = [`note-${block.name}`, block.attribs["class"]].filter(Boolean).join(" ");
    block.name = "span";
  });
  note.find(".note-ul, .note-ol").each((_, list) => {
    for (const { item, number } of numberedItems($, $(list), language))
      item.prepend(`<span class="note-item">${$(list).is(".note-ol") ? number : "•"} </span>`);
  });
}

// The items of a list, each with its number as it is shown; `language` is that of a list that stands in none.
function numberedItems($: CheerioAPI, list: Nodes, language: string): { item: Nodes; number: string }[] {
  const digits = list.closest("[lang]").attr("lang") ?? language;
  let number = Number(list.attr("start") ?? 1) - 1;
  return list
    .children()
    .toArray()
    .map((element) => {
      const item = $(element) as Nodes;
      number = Number(item.attr("value") ?? number + 1);
      return { item, number: `${localDigits(number, digits)}.` };
    });
}

// In a script without spaces a word has no beginning that anybody sees: there the sign stands before the letter.
function beforeWord(text: string, letter: number, sign: string): string {
  const last = [...text.slice(0, letter).matchAll(wordsAndLetters)].at(-1);
  const word = last?.[1] !== undefined && last.index + last[0].length === letter ? last.index : letter;
  return text.slice(0, word) + sign + text.slice(word);
}

const wordsAndLetters = new RegExp(`${unspaced.source}|((?:(?!${unspaced.source})\\S)+)`, "gu");

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fragment(html: string): CheerioAPI {
  return load(html, { xml: { xmlMode: true, decodeEntities: true } }, false);
}

// As XML, cheerio writes every letter beyond ASCII as a number, and an empty element without its end, which HTML takes
// for a beginning.
function markup($: CheerioAPI): string {
  return $.xml()
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/<(?!(?:br|hr|img|wbr|col|source)\b)([a-z0-9]+)([^<>]*)\/>/g, "<$1$2></$1>");
}
