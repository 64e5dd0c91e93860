import type { Dom, Nodes } from "../html/dom.ts";
import { escapeHtml, noticeHtml } from "./document.ts";
import { isSameLanguage } from "./runs.ts";

/** What a style says of the words that have it. */
interface Style {
  parent?: string;
  /** Its name as a writer sees it. */
  name: string;
  bold?: boolean;
  italic?: boolean;
  /** Whether its letters are raised or lowered. */
  shift?: "sup" | "sub";
  lang?: string;
}

interface Reading {
  $: Dom;
  styles: Map<string, Style>;
  /** The first number of each list style whose first level has numbers. */
  numbered: Map<string, number>;
  lang?: string;
  images: string[];
  notes: string[];
  /** The last number of a list, by its style: a later list may go on from there. */
  numbers: Map<string, number>;
}

/** Writes an OpenDocument text as HTML; returns it with the paths of its images. */
export function writeOdt($: Dom, styles: Dom, lang: string | undefined): { html: string; images: string[] } {
  const reading: Reading = {
    $,
    styles: new Map([...readStyles(styles), ...readStyles($)]),
    numbered: new Map([...readNumbered(styles), ...readNumbered($)]),
    lang,
    images: [],
    notes: [],
    numbers: new Map(),
  };
  const body = writeAll($("office\\:text").contents() as Nodes, reading);
  return { html: [body, ...reading.notes].join("\n"), images: reading.images };
}

function readStyles($: Dom): [string, Style][] {
  return $("style\\:style")
    .toArray()
    .map((element) => {
      const style = $(element);
      const text = style.children("style\\:text-properties");
      const name = style.attr("style:name") ?? "";
      const weight = text.attr("fo:font-weight");
      const position = text.attr("style:text-position");
      const slant = text.attr("fo:font-style");
      return [
        name,
        {
          parent: style.attr("style:parent-style-name"),
          name: (style.attr("style:display-name") ?? name).replaceAll("_20_", " "),
          ...(weight && { bold: weight === "bold" || Number(weight) >= 600 }),
          ...(position !== undefined &&
            !position.startsWith("0%") && { shift: /^(?:sub|-)/.test(position) ? "sub" : "sup" }),
          ...(slant && { italic: slant !== "normal" }),
          lang: text.attr("fo:language") ?? text.attr("style:language-complex"),
        },
      ];
    });
}

function readNumbered($: Dom): [string, number][] {
  return $("text\\:list-style")
    .toArray()
    .filter((list) => $(list).children().first().is("text\\:list-level-style-number"))
    .map((list) => [
      $(list).attr("style:name") ?? "",
      Number($(list).children().first().attr("text:start-value") ?? 1),
    ]);
}

function writeAll(nodes: Nodes, reading: Reading): string {
  return nodes
    .toArray()
    .map((node): string => {
      if (node.type === "text") return escapeHtml(node.data);
      return "attribs" in node ? writeElement(reading.$(node) as Nodes, (node as { name: string }).name, reading) : "";
    })
    .join("");
}

function writeElement(element: Nodes, name: string, reading: Reading): string {
  const inside = () => writeAll(element.contents() as Nodes, reading);
  switch (name) {
    case "text:h":
      return tag(`h${Math.min(6, Number(element.attr("text:outline-level") ?? 1))}`, inside());
    case "text:p":
      return writeParagraph(element, inside(), reading);
    case "text:span":
      return writeSpan(element, inside(), reading);
    case "text:a":
      return `<a href="${escapeHtml(element.attr("xlink:href") ?? "")}">${inside()}</a>`;
    case "text:s":
      return " ".repeat(Math.min(100, Number(element.attr("text:c") ?? 1)));
    case "text:tab":
      return " ";
    case "text:line-break":
      return "<br>";
    case "text:list":
      return writeList(element, reading);
    case "text:note":
      return writeNote(element, reading);
    case "table:table":
      return tag("table", inside());
    case "table:table-header-rows":
      return tag("thead", inside());
    case "table:table-row":
      return tag("tr", inside());
    case "table:table-cell":
      return writeCell(element, inside());
    case "draw:frame":
      return writeFrame(element, reading);
    case "office:annotation":
    case "text:tracked-changes":
    case "svg:title":
    case "svg:desc":
    case "table:covered-table-cell":
      return "";
    default:
      return inside();
  }
}

function tag(name: string, inside: string): string {
  return `<${name}>${inside}</${name}>`;
}

// Returns what a style says, or else one of those that it comes from.
function find<Key extends keyof Style>(reading: Reading, name: string | undefined, key: Key): Style[Key] | undefined {
  const seen = new Set<string>();
  for (let next = name; next !== undefined && !seen.has(next); next = reading.styles.get(next)?.parent) {
    seen.add(next);
    const found = reading.styles.get(next)?.[key];
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasAncestor(reading: Reading, name: string | undefined, pattern: RegExp): boolean {
  const seen = new Set<string>();
  for (let next = name; next !== undefined && !seen.has(next); next = reading.styles.get(next)?.parent) {
    seen.add(next);
    if (pattern.test(reading.styles.get(next)?.name ?? next)) return true;
  }
  return false;
}

function writeParagraph(element: Nodes, inside: string, reading: Reading): string {
  const style = element.attr("text:style-name");
  if (hasAncestor(reading, style, /^Title$/)) return tag("h1", inside);
  const formatted = format(inside, reading, style);
  if (hasAncestor(reading, style, /^(?:Quotations|Quote)$/)) return tag("blockquote", tag("p", formatted));
  return hasAncestor(reading, style, /^(?:Signature|Sender)$/)
    ? `<p class="signature">${formatted}</p>`
    : tag("p", formatted);
}

function writeSpan(element: Nodes, inside: string, reading: Reading): string {
  return format(inside, reading, element.attr("text:style-name"));
}

function format(inside: string, reading: Reading, style: string | undefined): string {
  let html = inside;
  const lang = find(reading, style, "lang");
  const isForeign = lang !== undefined && /^[a-z]{2,3}$/.test(lang) && !isSameLanguage(lang, reading.lang);
  const shift = find(reading, style, "shift");
  if (shift) html = tag(shift, html);
  if (find(reading, style, "italic")) html = tag("em", html);
  if (find(reading, style, "bold")) html = tag("strong", html);
  return isForeign ? `<span lang="${lang}">${html}</span>` : html;
}

function writeList(list: Nodes, reading: Reading): string {
  const around = list.parents("text\\:list[text\\:style-name]").first();
  const name = list.attr("text:style-name") ?? around.attr("text:style-name") ?? "";
  const goesOn = list.attr("text:continue-numbering") === "true" || list.attr("text:continue-list") !== undefined;
  let number = goesOn ? (reading.numbers.get(name) ?? 0) : (reading.numbered.get(name) ?? 1) - 1;
  const items = list
    .children("text\\:list-item, text\\:list-header")
    .toArray()
    .map((element) => {
      const item = reading.$(element) as Nodes;
      number = Number(item.attr("text:start-value") ?? number + 1);
      return `<li value="${number}">${writeAll(item.contents() as Nodes, reading)}</li>`;
    });
  reading.numbers.set(name, number);
  return tag(reading.numbered.has(name) ? "ol" : "ul", items.join(""));
}

function writeNote(note: Nodes, reading: Reading): string {
  const key = `note-${reading.notes.length}`;
  // The place is kept for this note before those inside it are written.
  const index = reading.notes.push("") - 1;
  const body = writeAll(note.children("text\\:note-body").contents() as Nodes, reading);
  reading.notes[index] = `<aside data-note="${key}">${body}</aside>`;
  return `<sup data-note="${key}"></sup>`;
}

function writeCell(cell: Nodes, inside: string): string {
  const [columns, rows] = [cell.attr("table:number-columns-spanned"), cell.attr("table:number-rows-spanned")];
  return `<td colspan="${Number(columns ?? 1)}" rowspan="${Number(rows ?? 1)}">${inside}</td>`;
}

function writeFrame(frame: Nodes, reading: Reading): string {
  const image = frame.children("draw\\:image").first().attr("xlink:href");
  const box = frame.children("draw\\:text-box");
  if (box.length > 0)
    return noticeHtml("This stands in a text box in the document.") + writeAll(box.contents() as Nodes, reading);
  if (image === undefined) return "";
  reading.images.push(image);
  const alt = frame.children("svg\\:desc").text() || frame.children("svg\\:title").text();
  return `<img src="${escapeHtml(image)}" alt="${escapeHtml(alt)}">`;
}
