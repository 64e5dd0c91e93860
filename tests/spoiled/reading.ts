import { contentsOf, withContent } from "../support/mutate-pdf.ts";
import {
  PDFArray,
  PDFDict,
  dictionaries,
  drawing,
  figureChanged,
  info,
  name,
  PDFHexString,
  PDFString,
  pdfWith,
  removed,
  tagWith,
  textWith,
  xmpWith,
} from "../support/spoil-pdf.ts";
import { inFile, type Spoiled } from "../support/spoiled.ts";

const pamphlet = (
  name: string,
  code: Spoiled["code"],
  message: RegExp,
  change: (bytes: Uint8Array) => Promise<Uint8Array>,
): Spoiled => ({
  name: `pamphlet: ${name}`,
  editions: ["pamphlet"],
  spoil: inFile("-a5.pdf", change),
  code,
  message,
});
const tags = (name: string, message: RegExp, change: (bytes: Uint8Array) => Promise<Uint8Array>) =>
  pamphlet(`tags, ${name}`, "pdf-structure", message, change);

/** Cases of the PDFs to read: their words, page numbers in the contents, boxes, fonts, metadata and tags. */
export const reading: Spoiled[] = [
  pamphlet(
    "a line of a text is gone",
    "words-lost",
    /“\S+” does not stand in print\/fixture-a5\.pdf, page \d+ after “.+”: there stands “/,
    (bytes) => textWith(bytes, /^that nobody may change|an arrow/, removed, 4),
  ),
  pamphlet("a text is gone, with all that follows", "words-lost", /does not stand in print\/fixture-a5\.pdf/, (bytes) =>
    pdfWith(bytes, (_, pages) => pages.slice(6).forEach(({ node }) => node.delete(name("Contents")))),
  ),
  pamphlet(
    "a title is gone",
    "words-lost",
    /“Template” does not stand in print\/fixture-a5\.pdf, page 7 after “.+”: there stands “2021/,
    (bytes) => textWith(bytes, /^Template syntax stays text/, removed, 4),
  ),
  pamphlet(
    "letters are there that nobody sees",
    "words-lost",
    /“.+” stands on page 5 of print\/fixture-a5\.pdf where nobody can see it/,
    async (bytes) => {
      const { stream, objects } = (await contentsOf(bytes)).find(({ number }) => number === 5)!;
      const { start, end } = objects[0]!;
      return withContent(
        bytes,
        5,
        `${stream.slice(0, end)}\n${stream.slice(start, end).replace("BT", "BT 3 Tr")}\n0 Tr\n${stream.slice(end)}`,
      );
    },
  ),
  pamphlet(
    "a page stands there twice",
    "words-lost",
    /“Preface This preface is a” stands in print\/fixture-a5\.pdf, page 11 after the last word, and not in the text/,
    (bytes) =>
      pdfWith(bytes, async (pdf) => {
        const [copy] = await pdf.copyPages(pdf, [3]);
        pdf.addPage(copy);
      }),
  ),
  pamphlet(
    "a number in the contents is another",
    "page-number-wrong",
    /The contents of print\/fixture-a5\.pdf do not give page 4 for this text, which begins there: there stands “/,
    (bytes) => textWith(bytes, /^[4-9]\s*$/, figureChanged, 3),
  ),
  pamphlet(
    "the numbers in the contents are gone",
    "page-number-wrong",
    /Nothing in the contents of print\/fixture-a5\.pdf leads to this text, which begins on page 5/,
    (bytes) => pdfWith(bytes, (_, pages) => void pages[2]!.node.delete(name("Annots"))),
  ),
  pamphlet("a page is narrower", "page-box-wrong", /Pages 5 of print\/fixture-a5\.pdf are not 148 × 210 mm/, (bytes) =>
    pdfWith(bytes, (_, pages) => pages[4]!.setCropBox(0, 0, 400, 595.28)),
  ),
  pamphlet(
    "a font is not inside",
    "font-not-embedded",
    /The font \S+ is not inside print\/fixture-a5\.pdf/,
    withoutFont,
  ),
  pamphlet("a font is another", "glyph-missing", /Something in print\/fixture-a5\.pdf is set in Arial/, (bytes) =>
    pdfWith(bytes, (pdf) =>
      dictionaries(pdf)
        .find((dictionary) => dictionary.has(name("FontName")))!
        .set(name("FontName"), name("AAAAAA+Arial")),
    ),
  ),
  pamphlet("the title is another", "pdf-structure", /has not the right title/, (bytes) =>
    pdfWith(bytes, (pdf) => info(pdf).set(name("Title"), PDFHexString.fromText("Untitled"))),
  ),
  pamphlet("the language is another", "pdf-structure", /has not the right language/, (bytes) =>
    pdfWith(bytes, ({ catalog }) => catalog.set(name("Lang"), PDFString.of("de"))),
  ),
  pamphlet("the bookmarks are gone", "pdf-structure", /has not the right bookmarks/, (bytes) =>
    pdfWith(bytes, ({ catalog }) => void catalog.delete(name("Outlines"))),
  ),
  pamphlet("it does not say that it is tagged", "pdf-structure", /has not the right tags/, (bytes) =>
    pdfWith(bytes, ({ catalog }) => void catalog.delete(name("MarkInfo"))),
  ),
  pamphlet("the page labels are gone", "pdf-structure", /has not the right page labels/, (bytes) =>
    pdfWith(bytes, ({ catalog }) => void catalog.delete(name("PageLabels"))),
  ),
  pamphlet(
    "a running head is another",
    "words-lost",
    /The running head “.+” on page \d+ of print\/fixture-a5\.pdf is none of the publication's/,
    furnitureChanged("Header"),
  ),
  pamphlet(
    "a folio is another",
    "page-number-wrong",
    /Page \d+ of print\/fixture-a5\.pdf is numbered “\d*”/,
    furnitureChanged("Footer"),
  ),
  {
    ...pamphlet(
      "the PDF is gone",
      "file-changed",
      /Of the edition pamphlet the file ending in \.pdf is gone/,
      async (bytes) => bytes,
    ),
    spoil: (files) => files.filter(({ path }) => !path.endsWith(".pdf")),
  },

  tags(
    "something is drawn that nothing marks",
    /on page 5 1 pieces are neither content nor artifact/,
    drawing("0 0 10 10 re f", 4),
  ),
  tags(
    "content has no tag",
    /on page \d+ content and tags do not name each other once/,
    tagWith("P", (element) => element.delete(name("K"))),
  ),
  tags("no heading is left", /it has no heading/, (bytes) =>
    pdfWith(bytes, (pdf) => everyTag(pdf, /^H\d$/, (element) => element.set(name("S"), name("P")))),
  ),
  tags(
    "a level is skipped",
    /its headings skip a level/,
    tagWith("H2", (element) => element.set(name("S"), name("H4"))),
  ),
  tags(
    "the root is another",
    /its root is not a Document/,
    tagWith("Document", (element) => element.set(name("S"), name("Sect"))),
  ),
  tags(
    "a type is unknown",
    /a tag has a type that nobody knows/,
    tagWith("P", (element) => element.set(name("S"), name("Parragraf"))),
  ),
  tags(
    "a picture has no text in its place",
    /a picture says nothing|figure has no alternative text/,
    tagWith("Figure", (element) => element.delete(name("Alt"))),
  ),
  tags(
    "the head of a table heads nothing",
    /the head of a table does not say what it heads/,
    tagWith("TH", (element) => element.delete(name("A"))),
  ),
  tags(
    "an item of a list has no body",
    /an item of a list has no body/,
    tagWith("LBody", (element) => element.set(name("S"), name("P"))),
  ),
  tags(
    "a note has no identifier",
    /a note has no identifier of its own/,
    tagWith("Note", (element) => element.delete(name("ID"))),
  ),
  tags(
    "a link has no tag",
    /a link on page \d+ has no tag \(7\.18\.1\)/,
    tagWith("Link", (element) => element.set(name("K"), element.context.obj([]))),
  ),
  tags(
    "a link has two tags",
    /a link on page \d+ has more than one tag/,
    tagWith("Link", (element, pdf) =>
      pdf.context
        .lookup(element.get(name("P")), PDFDict)
        .lookup(name("K"), PDFArray)
        .push(
          pdf.context.register(
            pdf.context.obj({ Type: "StructElem", S: "Link", P: element.get(name("P"))!, K: element.get(name("K"))! }),
          ),
        ),
    ),
  ),
  tags(
    "a link is no link",
    /a link on page \d+ has the tag Span/,
    tagWith("Link", (element) => element.set(name("S"), name("Span"))),
  ),
  tags(
    "a link does not say where it leads",
    /a link on page \d+ does not say where it leads/,
    firstLink((annotation) => annotation.delete(name("Contents"))),
  ),
  tags(
    "a link does not know its tag",
    /a link on page \d+ does not lead back to its tag/,
    firstLink((annotation) => annotation.delete(name("StructParent"))),
  ),
  tags("links are reached in no order", /a link on page \d+ is not reached in the order of the tags/, (bytes) =>
    pdfWith(bytes, (_, pages) => pages.forEach(({ node }) => void node.delete(name("Tabs")))),
  ),
  tags("a page does not know its tags", /page \d+ does not lead back to the tags of its content/, (bytes) =>
    pdfWith(bytes, (_, pages) => void pages[4]!.node.delete(name("StructParents"))),
  ),
  tags("the name of the file is shown", /it does not have its title shown/, (bytes) =>
    pdfWith(bytes, ({ catalog }) => void catalog.delete(name("ViewerPreferences"))),
  ),
  tags("what it says of itself is no XML", /its XMP is not well-formed/, xmpWith("</dc:title>", "]]></dc:title>")),
  tags(
    "it does not say that it is accessible",
    /it does not declare PDF\/UA-1/,
    xmpWith("<pdfuaid:part>1<", "<pdfuaid:part>2<"),
  ),

  {
    name: "large print: a line is gone",
    editions: ["large-print"],
    spoil: inFile("-large-print.pdf", (bytes) => textWith(bytes, /an arrow|nobody may change/, removed, 2)),
    code: "words-lost",
    message: /does not stand in print\/fixture-large-print\.pdf/,
  },
  {
    name: "large print: a page is smaller",
    editions: ["large-print"],
    spoil: inFile("-large-print.pdf", (bytes) => pdfWith(bytes, (_, pages) => pages[1]!.setMediaBox(0, 0, 400, 600))),
    code: "page-box-wrong",
    message: /of print\/fixture-large-print\.pdf are not 210 × 297 mm/,
  },
  {
    name: "large print: a tag is unknown",
    editions: ["large-print"],
    spoil: inFile(
      "-large-print.pdf",
      tagWith("P", (element) => element.set(name("S"), name("Parragraf"))),
    ),
    code: "pdf-structure",
    message: /fixture-large-print\.pdf is not tagged right/,
  },
];

function firstLink(change: (annotation: PDFDict) => void): (bytes: Uint8Array) => Promise<Uint8Array> {
  return (bytes) =>
    pdfWith(bytes, (pdf) =>
      change(dictionaries(pdf).find((dictionary) => dictionary.get(name("Subtype")) === name("Link"))!),
    );
}

// Changes the last glyph of a running head or folio (both are PDF artifacts): in a head to its first glyph, in a folio
// to the next glyph of the font, in which the figures follow each other.
function furnitureChanged(kind: "Header" | "Footer"): (bytes: Uint8Array) => Promise<Uint8Array> {
  return async (bytes) => {
    for (const { number, stream } of await contentsOf(bytes)) {
      const block = new RegExp(`/Artifact <<[^\\n]*/Subtype /${kind}>> BDC[^]*?EMC`).exec(stream);
      const glyphs = [...(block?.[0].matchAll(/<([0-9A-F]{4})> Tj/g) ?? [])];
      const [first, last] = [glyphs[0], glyphs.findLast(({ 1: code }) => code !== "0001")];
      if (!block || !first || !last) continue;
      const start = block.index + last.index;
      const code =
        kind === "Header" ? first[1] : (Number.parseInt(last[1]!, 16) + 1).toString(16).toUpperCase().padStart(4, "0");
      return withContent(bytes, number, `${stream.slice(0, start)}<${code}> Tj${stream.slice(start + last[0].length)}`);
    }
    throw new Error(`No page has a ${kind}.`);
  };
}

/** Removes the font of the first page from a PDF. */
export async function withoutFont(bytes: Uint8Array): Promise<Uint8Array> {
  return pdfWith(bytes, (pdf) => {
    const descriptor = dictionaries(pdf).find((dictionary) => dictionary.get(name("Type")) === name("FontDescriptor"))!;
    for (const key of ["FontFile", "FontFile2", "FontFile3"]) descriptor.delete(name(key));
  });
}

function everyTag(pdf: Parameters<typeof dictionaries>[0], type: RegExp, change: (element: PDFDict) => void): void {
  for (const dictionary of dictionaries(pdf))
    if (dictionary.has(name("P")) && type.test(String(dictionary.get(name("S")) ?? "").slice(1))) change(dictionary);
}
