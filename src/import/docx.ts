import { parsePage, parseXml, type Dom, type Nodes } from "../html/dom.ts";
import { unpackZip } from "../zip.ts";
import {
  cleanText,
  noticeChanges,
  noticeHtml,
  UnreadableDocument,
  type Contents,
  type Facts,
  type Received,
} from "./document.ts";
import { createCounter } from "./docx-numbers.ts";
import { preparePart, type Preparation } from "./docx-prepare.ts";
import { normalizeNotes } from "./html-notes.ts";
import { mostUnpacked } from "./limits.ts";

// A Word document (ECMA-376). mammoth makes HTML of it; the words are read from its XML.

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...["Quote", "Intense Quote", "Quotations", "Block Text"].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
];

/** Reads a Word document, .docx or .docm. Throws an UnreadableDocument if it has no text part. */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  const files = await unpackZip(bytes, mostUnpacked);
  const main = findMainPart(files);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const textOf = (name: string) => {
    const file = files.get(name);
    return file && new TextDecoder().decode(file);
  };
  const targets = readRelations(textOf(`${folder}_rels/${main.slice(folder.length)}.rels`));
  const preparation: Preparation = {
    related: (key) => textOf(folder + (targets.get(key) ?? "")),
    countNumber: createCounter(textOf(`${folder}numbering.xml`), textOf(`${folder}styles.xml`)),
    lang: readLanguage(textOf(`${folder}styles.xml`), textOf(main) ?? ""),
    numbers: new Map(),
    sentences: new Map(),
    counts: { inserted: 0, deleted: 0, hidden: 0, comments: 0 },
  };
  const parts = ["footnotes.xml", "endnotes.xml"].map((name) => folder + name).filter((name) => files.has(name));
  for (const name of [main, ...parts])
    files.set(name, new TextEncoder().encode(preparePart(textOf(name)!, preparation)));
  return {
    words: readWords(textOf(main)!, textOf(`${folder}footnotes.xml`), textOf(`${folder}endnotes.xml`)),
    placeOf: (line) => `, paragraph ${line}`,
    readContents: () => readContents(files, folder, preparation),
  };
}

function findMainPart(files: Map<string, Uint8Array>): string {
  const relations = readRelations(new TextDecoder().decode(files.get("_rels/.rels")), "officeDocument");
  const [target = "word/document.xml"] = relations.values();
  const name = target.replace(/^\//, "");
  if (files.has(name)) return name;
  throw new UnreadableDocument("has no text in it", "Open it in a word processor, and save it again as .docx.");
}

function readRelations(xml = "", kind = ""): Map<string, string> {
  const $ = parseXml(xml);
  const relations = $("Relationship")
    .toArray()
    .map((element) => $(element))
    .filter((relation) => (relation.attr("Type") ?? "").endsWith(kind));
  return new Map(relations.map((relation) => [relation.attr("Id") ?? "", relation.attr("Target") ?? ""]));
}

// The default of the styles: that of the letters from right to left, if most letters are such.
function readLanguage(styles = "", main: string): string | undefined {
  const named = parseXml(styles)("w\\:docDefaults w\\:lang").first();
  const text = parseXml(main)("w\\:t").text();
  const rightToLeft = text.match(/[\u0590-\u08ff]/g)?.length ?? 0;
  const isRightToLeft = rightToLeft > (text.match(/\p{L}/gu)?.length ?? 0) / 2;
  return isRightToLeft ? named.attr("w:bidi") : named.attr("w:val");
}

function readWords(main: string, footnotes = "", endnotes = ""): string {
  const notes = { footnote: parseXml(footnotes), endnote: parseXml(endnotes) };
  // The notes that were referred to so far, in the order of their first marks. One may refer to another.
  const keys: string[] = [];
  const $ = parseXml(main);
  const lines = readParagraphs($, $("w\\:body") as Nodes, keys);
  for (const key of keys) {
    const [kind, id] = key.split(" ") as [keyof typeof notes, string];
    lines.push(...readParagraphs(notes[kind], notes[kind](`w\\:${kind}[w\\:id="${id}"]`) as Nodes, keys));
  }
  return lines.join("\n");
}

const wordPieces = "w\\:t, w\\:tab, w\\:br, w\\:noBreakHyphen, w\\:footnoteReference, w\\:endnoteReference";

function readParagraphs($: Dom, root: Nodes, keys: string[]): string[] {
  const read = (piece: Nodes): string => {
    if (piece.is("w\\:t")) return piece.text();
    if (piece.is("w\\:noBreakHyphen")) return "-";
    if (piece.is("w\\:tab, w\\:br")) return " ";
    const key = `${piece.is("w\\:footnoteReference") ? "footnote" : "endnote"} ${piece.attr("w:id")}`;
    if (!keys.includes(key)) keys.push(key);
    return `[${keys.indexOf(key) + 1}]`;
  };
  return root
    .find("w\\:p")
    .toArray()
    .map((paragraph) => {
      const pieces = $(paragraph).find(wordPieces).not("w\\:tabs > w\\:tab").toArray();
      return cleanText(pieces.map((piece) => read($(piece) as Nodes)).join(""))
        .replace(/\s+/g, " ")
        .trim();
    });
}

async function readContents(
  files: Map<string, Uint8Array>,
  folder: string,
  preparation: Preparation,
): Promise<Contents> {
  const { default: mammoth } = await import("mammoth");
  const images = new Map<string, Uint8Array>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const key = `image-${images.size + 1}`;
    images.set(key, await image.readAsBuffer());
    return { src: key };
  });
  const languages = new Set(
    [...new TextDecoder().decode(files.get(`${folder}document.xml`)).matchAll(/Language-(\w+)/g)].map(
      ([, tag]) => tag!,
    ),
  );
  const options = {
    convertImage,
    externalFileAccess: false,
    styleMap: [...styleMap, ...[...languages].map((tag) => `r.Language-${tag} => span[lang='${tag}']`)],
  };
  const { value } = await mammoth.convertToHtml(asInput(files), options);
  return {
    html: finishHtml(value, preparation),
    images,
    facts: { ...readFacts(files), lang: preparation.lang },
    notices: listNotices(files, folder, preparation),
  };
}

// mammoth also takes an unpacked file, though its types do not say so.
function asInput(files: Map<string, Uint8Array>): { buffer: Buffer } {
  const file = {
    exists: (name: string) => files.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = files.get(name)!;
      if (encoding === "base64") return Buffer.from(bytes).toString("base64");
      return encoding ? new TextDecoder(encoding).decode(bytes) : bytes;
    },
  };
  return { file } as unknown as { buffer: Buffer };
}

function finishHtml(html: string, { numbers, sentences }: Preparation): string {
  const $ = parsePage(html);
  normalizeNotes($);
  for (const [key, { number, format }] of numbers) {
    const item = $(`a[id="${key}"]`).closest("li");
    item.attr("value", String(number));
    if (/Letter|Roman/.test(format)) item.parent().attr("type", "a");
  }
  for (const [key, sentence] of sentences) $(`a[id="${key}"]`).replaceWith(noticeHtml(sentence));
  if ($("h1.title").length > 0)
    for (const level of [5, 4, 3, 2, 1])
      $(`h${level}:not(.title)`).each((_, heading) => void (heading.name = `h${level + 1}`));
  return $("body").html() ?? "";
}

function readFacts(files: Map<string, Uint8Array>): Facts {
  const read = (name: string) => parseXml(new TextDecoder().decode(files.get(name)));
  const core = read("docProps/core.xml");
  const text = (found: string) => found.replace(/\s+/g, " ").trim() || undefined;
  return {
    title: text(core("dc\\:title").text()),
    author: text(core("dc\\:creator").text()),
    organisation: text(read("docProps/app.xml")("Company").text()),
  };
}

function listNotices(files: Map<string, Uint8Array>, folder: string, { counts }: Preparation): string[] {
  const { inserted, deleted, comments, hidden } = counts;
  const margins = [...files]
    .filter(([name]) => name.startsWith(folder) && /\/(?:header|footer)\d*\.xml$/.test(name))
    .map(([, bytes]) => parseXml(new TextDecoder().decode(bytes))("w\\:t").text().replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
  return [
    ...noticeChanges(inserted, deleted, comments),
    ...(hidden > 0 ? [`Hidden words were left out (at ${hidden} places).`] : []),
    ...(margins.length > 0
      ? [`What stands at the head and the foot of every page was left out: “${[...new Set(margins)].join("”, “")}”.`]
      : []),
  ];
}
