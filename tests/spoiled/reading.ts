import { readContents, replaceContent } from "../support/mutate-pdf.ts";
import {
  PDFArray,
  PDFDict,
  dictionaries,
  drawAtEnd,
  changeFigure,
  info,
  name,
  PDFHexString,
  PDFString,
  changePdf,
  moveTextObject,
  removeTextObject,
  changeTag,
  changeText,
  changeXmp,
} from "../support/spoil-pdf.ts";
import type { Publication } from "../../src/publication.ts";
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

const inParts: Spoiled["publication"] = (publication) => ({
  ...publication,
  parts: [{ name: "A part", slugs: ["blocks", "untitled"] }],
});

/** Faults in the PDFs to read: in words, page numbers, boxes, fonts, running heads, metadata and tags. */
export const reading: Spoiled[] = [
  pamphlet(
    "a line of a text is gone",
    "words-lost",
    /“\S+” is missing from print\/fixture-a5\.pdf, page \d+, after “.+”: “.+” follows instead/,
    (bytes) => changeText(bytes, /^that nobody may change|an arrow/, removeTextObject, 4),
  ),
  pamphlet("a text is gone, with all that follows", "words-lost", /is missing from print\/fixture-a5\.pdf/, (bytes) =>
    changePdf(bytes, (_, pages) => pages.slice(6).forEach(({ node }) => node.delete(name("Contents")))),
  ),
  pamphlet(
    "the back cover has a second page",
    "text-long",
    /The back cover of print\/fixture-a5\.pdf takes 2 pages, because there is too much on it for one\./,
    (bytes) =>
      changePdf(bytes, (pdf, [first]) => {
        const { width, height } = first!.getSize();
        pdf.addPage([width, height]);
      }),
  ),
  pamphlet(
    "the cover has a second page",
    "text-long",
    /The cover of print\/fixture-a5\.pdf takes 2 pages, because there is too much on it for one\./,
    (bytes) =>
      changePdf(bytes, (pdf, [first]) => {
        const { width, height } = first!.getSize();
        pdf.insertPage(1, [width, height]);
      }),
  ),
  ...(
    [
      ["the title of the cover", /The title “Another” is missing from the cover of print/, { title: "Another" }],
      [
        "the event on the cover",
        /The place “Another hall” is missing from the cover of print/,
        { event: [{ title: "Fixture", date: "2001-02-03", place: "Another hall" }], cover: { event: "front" } },
      ],
      [
        "the price",
        /The price “Two pounds” is missing from the back cover of print/,
        { cover: { event: "back", price: "Two pounds" } },
      ],
      [
        "the ISBN",
        /The isbn “ISBN 978-3-16-148410-0” is missing from the imprint of print/,
        { cover: { event: "back", isbn: "978-3-16-148410-0" } },
      ],
      [
        "the printing",
        /The printing “Second printing” is missing from the imprint of print/,
        { printing: "Second printing" },
      ],
    ] satisfies [string, RegExp, Partial<Publication>][]
  ).map(([name, message, keys]): Spoiled => ({
    ...pamphlet(`${name} is gone`, "words-lost", message, async (bytes) => bytes),
    publication: (publication) => ({ ...publication, ...keys }),
  })),
  pamphlet(
    "a title is gone",
    "words-lost",
    /“Template” is missing from print\/fixture-a5\.pdf, page 7, after “.+”: “2021/,
    (bytes) => changeText(bytes, /^Template syntax stays text/, removeTextObject, 4),
  ),
  pamphlet(
    "a text cannot be seen",
    "words-lost",
    /“.+” is on page 5 of print\/fixture-a5\.pdf, but cannot be seen/,
    async (bytes) => {
      const { stream, objects } = (await readContents(bytes)).find(({ number }) => number === 5)!;
      const { start, end } = objects[0]!;
      return replaceContent(
        bytes,
        5,
        `${stream.slice(0, end)}\n${stream.slice(start, end).replace("BT", "BT 3 Tr")}\n0 Tr\n${stream.slice(end)}`,
      );
    },
  ),
  pamphlet(
    "a page is there twice",
    "words-lost",
    /“Preface This preface is a” follows the last word in print\/fixture-a5\.pdf, page 11, but is not in the text/,
    (bytes) =>
      changePdf(bytes, async (pdf) => {
        const [copy] = await pdf.copyPages(pdf, [3]);
        pdf.addPage(copy);
      }),
  ),
  pamphlet(
    "a number in the contents is another",
    "page-number-wrong",
    /The contents of print\/fixture-a5\.pdf do not give page 4 for this text, which begins there; they read “/,
    (bytes) => changeText(bytes, /^[4-9]\s*$/, changeFigure, 3),
  ),
  pamphlet(
    "the numbers in the contents are gone",
    "page-number-wrong",
    /No link in the contents of print\/fixture-a5\.pdf leads to this text, which begins on page 5/,
    (bytes) => changePdf(bytes, (_, pages) => void pages[2]!.node.delete(name("Annots"))),
  ),
  pamphlet(
    "a line reaches into the margin on the right",
    "line-long",
    /The line with “Firstly.*” on page 5 of print\/fixture-a5\.pdf reaches \d+\.\d\d pt beyond the type area on the right\./,
    (bytes) => changeText(bytes, /^Firstly/, moveTextObject(320)),
  ),
  pamphlet(
    "a line begins a pixel before the others",
    "line-long",
    /The line with “Firstly.*” on page 5 of print\/fixture-a5\.pdf reaches 0\.7\d pt beyond the type area on the left\./,
    (bytes) => changeText(bytes, /^Firstly/, moveTextObject(-1)),
  ),
  pamphlet("a page is narrower", "page-box-wrong", /print\/fixture-a5\.pdf is not 148 × 210 mm on page 5\./, (bytes) =>
    changePdf(bytes, (_, pages) => pages[4]!.setCropBox(0, 0, 400, 595.28)),
  ),
  pamphlet(
    "a font is not embedded",
    "font-not-embedded",
    /print\/fixture-a5\.pdf does not embed the font \S+\./,
    removeFont,
  ),
  pamphlet("a font is another", "glyph-missing", /print\/fixture-a5\.pdf uses the font Arial, which/, (bytes) =>
    changePdf(bytes, (pdf) =>
      dictionaries(pdf)
        .find((dictionary) => dictionary.has(name("FontName")))!
        .set(name("FontName"), name("AAAAAA+Arial")),
    ),
  ),
  pamphlet("the title is another", "pdf-structure", /does not have the title “.+”/, (bytes) =>
    changePdf(bytes, (pdf) => info(pdf).set(name("Title"), PDFHexString.fromText("Untitled"))),
  ),
  pamphlet("the language is another", "pdf-structure", /does not declare that its language is “en/, (bytes) =>
    changePdf(bytes, ({ catalog }) => catalog.set(name("Lang"), PDFString.of("de"))),
  ),
  pamphlet("the bookmarks are gone", "pdf-structure", /does not have a bookmark to every text/, (bytes) =>
    changePdf(bytes, ({ catalog }) => void catalog.delete(name("Outlines"))),
  ),
  {
    ...pamphlet(
      "a part has no bookmark",
      "pdf-structure",
      /does not have the bookmarks of each part of its contents under its name/,
      async (bytes) => bytes,
    ),
    publication: inParts,
  },
  {
    ...pamphlet(
      "a part is not in the contents",
      "words-lost",
      /The name of the part “A part” does not stand over its first text in the contents of print\/fixture-a5\.pdf\./,
      async (bytes) => bytes,
    ),
    publication: inParts,
  },
  pamphlet(
    "an address is gone",
    "words-lost",
    /“one\.example\/page” is missing from print\/fixture-a5\.pdf, page \d+/,
    (bytes) => changeText(bytes, /^one\.example/, removeTextObject, 4),
  ),
  pamphlet(
    "an address is another",
    "words-lost",
    /“one\.example\/page” is missing from print\/fixture-a5\.pdf/,
    (bytes) =>
      changeText(
        bytes,
        /^one\.example/,
        ({ glyphs }) => glyphs.slice(-1).map(({ start, end }) => ({ start, end, text: `<${glyphs[0]!.code}> Tj` })),
        4,
      ),
  ),
  pamphlet(
    "a link is gone",
    "pdf-structure",
    /No link in print\/fixture-a5\.pdf leads to “https:\/\/one\.example\/page”\./,
    (bytes) => changePdf(bytes, (_, pages) => pages.slice(4).forEach(({ node }) => node.delete(name("Annots")))),
  ),
  pamphlet("it does not say that it is tagged", "pdf-structure", /does not declare that it is tagged/, (bytes) =>
    changePdf(bytes, ({ catalog }) => void catalog.delete(name("MarkInfo"))),
  ),
  pamphlet(
    "the page labels are gone",
    "pdf-structure",
    /does not have its printed page numbers as page labels/,
    (bytes) => changePdf(bytes, ({ catalog }) => void catalog.delete(name("PageLabels"))),
  ),
  pamphlet(
    "a running head is another",
    "words-lost",
    /The running head “.+” on page \d+ of print\/fixture-a5\.pdf is neither the title of the publication nor the name of a text/,
    changeFurniture("Header"),
  ),
  pamphlet(
    "a folio is another",
    "page-number-wrong",
    /Page \d+ of print\/fixture-a5\.pdf is numbered “\d*”/,
    changeFurniture("Footer"),
  ),
  {
    ...pamphlet(
      "the head of a table is not repeated",
      "words-lost",
      /The head of a table, “.+”, is not repeated on page 6 of print\/fixture-a5\.pdf, where the table goes on\./,
      async (bytes) => bytes,
    ),
    // The words are the same, but those of the next page are in the table too.
    publication: (publication) => ({
      ...publication,
      statements: publication.statements.map((statement) => ({
        ...statement,
        body: statement.body.replace(/\n\n!\[.*"(.*)"\)/, "\n| $1 | |"),
      })),
    }),
  },
  {
    ...pamphlet("the PDF is gone", "file-changed", /print\/fixture-a5\.pdf is missing/, async (bytes) => bytes),
    spoil: (files) => files.filter(({ path }) => !path.endsWith(".pdf")),
  },

  tags(
    "content is neither tagged nor an artifact",
    /page 5 has content that is neither tagged nor an artifact/,
    drawAtEnd("0 0 10 10 re f", 4),
  ),
  tags(
    "content has no tag",
    /the content of page \d+ and its tags do not belong to each other one to one/,
    changeTag("P", (element) => element.delete(name("K"))),
  ),
  tags("no heading is left", /it has no heading/, (bytes) =>
    changePdf(bytes, (pdf) => everyTag(pdf, /^H\d$/, (element) => element.set(name("S"), name("P")))),
  ),
  tags(
    "a level is skipped",
    /its headings skip a level/,
    changeTag("H2", (element) => element.set(name("S"), name("H4"))),
  ),
  tags(
    "the root is another",
    /the root of its tags is not a Document/,
    changeTag("Document", (element) => element.set(name("S"), name("Sect"))),
  ),
  tags(
    "a type is unknown",
    /a tag on page \d+ has a type that is not in the standard/,
    changeTag("P", (element) => element.set(name("S"), name("Parragraf"))),
  ),
  tags(
    "a figure has no alternative text",
    /a figure on page \d+ has no alternative text/,
    changeTag("Figure", (element) => element.delete(name("Alt"))),
  ),
  tags(
    "a header cell does not say what it heads",
    /a header cell of a table on page \d+ does not say whether it heads a row or a column/,
    changeTag("TH", (element) => element.delete(name("A"))),
  ),
  tags(
    "an item of a list has no body",
    /an item of a list on page \d+ has parts that are neither its label nor its body/,
    changeTag("LBody", (element) => element.set(name("S"), name("P"))),
  ),
  tags(
    "a note has no identifier",
    /a note on page \d+ has no identifier or shares one with another note/,
    changeTag("Note", (element) => element.delete(name("ID"))),
  ),
  tags(
    "a link has no tag",
    /a link on page \d+ has no tag \(7\.18\.1\)/,
    changeTag("Link", (element) => element.set(name("K"), element.context.obj([]))),
  ),
  tags(
    "a link has two tags",
    /a link on page \d+ has more than one tag/,
    changeTag("Link", (element, pdf) =>
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
    changeTag("Link", (element) => element.set(name("S"), name("Span"))),
  ),
  tags(
    "a link does not say where it leads",
    /a link on page \d+ does not say where it leads/,
    firstLink((annotation) => annotation.delete(name("Contents"))),
  ),
  tags(
    "a link does not lead back to its tag",
    /a link on page \d+ does not lead back to its tag/,
    firstLink((annotation) => annotation.delete(name("StructParent"))),
  ),
  tags(
    "links are not reached in the order of the tags",
    /a link on page \d+ is not reached in the order of the tags/,
    (bytes) => changePdf(bytes, (_, pages) => pages.forEach(({ node }) => void node.delete(name("Tabs")))),
  ),
  tags("a page does not lead back to its tags", /page \d+ does not lead back to the tags of its content/, (bytes) =>
    changePdf(bytes, (_, pages) => void pages[4]!.node.delete(name("StructParents"))),
  ),
  tags("the title is not shown", /it does not ask for its title to be shown in place of its file name/, (bytes) =>
    changePdf(bytes, ({ catalog }) => void catalog.delete(name("ViewerPreferences"))),
  ),
  tags("its XMP is not XML", /its XMP is not well-formed/, changeXmp("</dc:title>", "]]></dc:title>")),
  tags(
    "it does not say that it is accessible",
    /it does not declare PDF\/UA-1/,
    changeXmp("<pdfuaid:part>1<", "<pdfuaid:part>2<"),
  ),

  {
    name: "large print: a line is gone",
    editions: ["large-print"],
    spoil: inFile("-large-print.pdf", (bytes) => changeText(bytes, /an arrow|nobody may change/, removeTextObject, 2)),
    code: "words-lost",
    message: /is missing from print\/fixture-large-print\.pdf/,
  },
  {
    name: "large print: a page is smaller",
    editions: ["large-print"],
    spoil: inFile("-large-print.pdf", (bytes) => changePdf(bytes, (_, pages) => pages[1]!.setMediaBox(0, 0, 400, 600))),
    code: "page-box-wrong",
    message: /print\/fixture-large-print\.pdf is not 210 × 297 mm on page/,
  },
  {
    name: "large print: a tag is unknown",
    editions: ["large-print"],
    spoil: inFile(
      "-large-print.pdf",
      changeTag("P", (element) => element.set(name("S"), name("Parragraf"))),
    ),
    code: "pdf-structure",
    message: /fixture-large-print\.pdf does not meet PDF\/UA-1: a tag/,
  },
];

function firstLink(change: (annotation: PDFDict) => void): (bytes: Uint8Array) => Promise<Uint8Array> {
  return (bytes) =>
    changePdf(bytes, (pdf) =>
      change(dictionaries(pdf).find((dictionary) => dictionary.get(name("Subtype")) === name("Link"))!),
    );
}

// Changes the last glyph of a running head to its first one, or that of a folio to the next glyph of the font, in which
// the digits follow each other.
function changeFurniture(kind: "Header" | "Footer"): (bytes: Uint8Array) => Promise<Uint8Array> {
  return async (bytes) => {
    for (const { number, stream } of await readContents(bytes)) {
      const block = new RegExp(`/Artifact <<[^\\n]*/Subtype /${kind}>> BDC[^]*?EMC`).exec(stream);
      const glyphs = [...(block?.[0].matchAll(/<([0-9A-F]{4})> Tj/g) ?? [])];
      const [first, last] = [glyphs[0], glyphs.findLast(({ 1: code }) => code !== "0001")];
      if (!block || !first || !last) continue;
      const start = block.index + last.index;
      const code =
        kind === "Header" ? first[1] : (Number.parseInt(last[1]!, 16) + 1).toString(16).toUpperCase().padStart(4, "0");
      return replaceContent(
        bytes,
        number,
        `${stream.slice(0, start)}<${code}> Tj${stream.slice(start + last[0].length)}`,
      );
    }
    throw new Error(`No page has a ${kind}.`);
  };
}

/** Removes the font files from the first font of a PDF. */
export async function removeFont(bytes: Uint8Array): Promise<Uint8Array> {
  return changePdf(bytes, (pdf) => {
    const descriptor = dictionaries(pdf).find((dictionary) => dictionary.get(name("Type")) === name("FontDescriptor"))!;
    for (const key of ["FontFile", "FontFile2", "FontFile3"]) descriptor.delete(name(key));
  });
}

function everyTag(pdf: Parameters<typeof dictionaries>[0], type: RegExp, change: (element: PDFDict) => void): void {
  for (const dictionary of dictionaries(pdf))
    if (dictionary.has(name("P")) && type.test(String(dictionary.get(name("S")) ?? "").slice(1))) change(dictionary);
}
