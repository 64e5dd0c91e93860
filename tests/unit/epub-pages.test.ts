import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { pagesWithin, listPrintedPages } from "../../src/epub/page-list.ts";
import { makeEpub } from "../../src/editions/epub.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { unpackZip } from "../../src/zip.ts";
import { pamphletPageOf, pointsPerMm } from "../../src/geometry.ts";
import { markPages } from "../../src/compile/page-marks.ts";
import { parseFragment, serialize } from "../../src/html/dom.ts";
import type { Artifact, PageStart } from "../../src/artifact.ts";
import { verifyEpub } from "../../src/verify/epub.ts";
import { changeBook } from "../support/book.ts";
import { publicationOf } from "../support/publication.ts";

const a5 = pamphletPageOf("A5");

/**
 * Marks the pages of a text that begin after so many letters each, and returns it with ¶ and a number for each mark.
 */
function marked(html: string, ...after: number[]): string {
  const pages = after.map((after, index) => ({ id: `page-${index + 1}`, label: String(index + 1), start: { after } }));
  const $ = parseFragment(html);
  markPages($, pages);
  return serialize($).replace(
    /<span epub:type="pagebreak" role="doc-pagebreak" id="page-(\d+)" aria-label="\1"><\/span>/g,
    "¶$1",
  );
}

describe("the mark of a page", () => {
  it.each([
    ["before a word", "<p>One two</p>", [3], "<p>One ¶1two</p>"],
    ["before a word that the page divides", "<p>One two</p>", [5], "<p>One ¶1two</p>"],
    ["with what opens the word", "<p>One “two”</p>", [3], "<p>One ¶1“two”</p>"],
    ["in the paragraph that the page begins with", "<p>One</p><p>two</p>", [3], "<p>One</p><p>¶1two</p>"],
    [
      "before a heading, which it must not be read with",
      "<p>One</p><h2>Two <em>three</em></h2>",
      [3],
      "<p>One</p>¶1<h2>Two <em>three</em></h2>",
    ],
    [
      "before an image, which counts as a letter",
      '<p>One</p><p><img src="x"/> two</p>',
      [3, 4],
      '<p>One</p><p>¶1<img src="x" /> ¶2two</p>',
    ],
    ["in emphasis and in lists", "<ul><li>a <em>b c</em></li></ul>", [2], "<ul><li>a <em>b ¶1c</em></li></ul>"],
    [
      "without counting marks of notes or notes",
      '<p>One<sup class="noteref"><a>1</a></sup> two</p><section class="notes">x</section>',
      [3, 9],
      '<p>One<sup class="noteref"><a>1</a></sup> ¶1two</p>¶2<section class="notes">x</section>',
    ],
    [
      "in letters beyond the first 65536, and none for what joins them",
      "<p>𝒜𝒷 سَلام دنیا</p>",
      [2, 6],
      "<p>𝒜𝒷 ¶1سَلام ¶2دنیا</p>",
    ],
    [
      "once for each page that begins there",
      "<h2>One two</h2><p>three</p>",
      [0, 0, 6, 6],
      "¶1¶2<h2>One two</h2><p>¶3¶4three</p>",
    ],
    [
      "before the letter, in a script without spaces",
      "<p>自由、正义。ที่การ</p>",
      [1, 3, 5],
      "<p>自¶1由、正¶2义。ที่¶3การ</p>",
    ],
    ["more than once in a text", "<p>a b c d</p>", [1, 2, 3], "<p>a ¶1b ¶2c ¶3d</p>"],
  ])("stands %s", (_, html, after, expected) => expect(marked(html, ...after)).toBe(expected));
});

const publication = publicationOf([
  {
    slug: "one",
    organisation: "First",
    title: "One",
    body: "The first words of it. And then the words that come after the page ends.\n",
  },
  { slug: "two", organisation: "Second", title: "Two", origin: { published: "A Paper" }, body: "Its words.\n" },
]);
const starts: PageStart[] = [
  { page: 1, id: "cover" },
  { page: 2, id: "imprint" },
  { page: 3, id: "contents" },
  { page: 4, id: "one" },
  { page: 5, id: "one", after: 17 },
  { page: 6, id: "two" },
  { page: 7, id: "sources" },
];

describe("the page list", () => {
  it("has every printed page that begins with something of the book", () => {
    const pages = listPrintedPages([{ starts: [...starts, { page: 9, id: "back-cover" }] }], publication);
    const list =
      "1 cover.xhtml, 2 imprint.xhtml, 3 toc.xhtml, 4 text-one.xhtml, 5 text-one.xhtml, 6 text-two.xhtml, 7 sources.xhtml";
    expect(pages.map(({ label, document }) => `${label} ${document}`).join(", ")).toBe(list);
    expect(pagesWithin(pages, "one").map(({ id }) => id)).toEqual(["page-5"]);
  });

  it("is none where no pamphlet was made", () => expect(listPrintedPages([{}], publication)).toEqual([]));

  it("stands in the book, which says what it counts", async () => {
    const { read, problems } = await bookOf(starts);
    expect(problems).toEqual([]);
    expect(read("toc.xhtml")).toContain('<li><a href="text-one.xhtml#page-5">5</a></li>');
    expect(read("toc.ncx")).toContain('type="normal" value="5"');
    expect(read("content.opf")).toContain(
      '<meta property="pageBreakSource">A Title, printed pamphlet, A5, 2021-05-01</meta>',
    );
    expect(read("content.opf")).toContain('<meta property="schema:accessibilityFeature">pageNavigation</meta>');
  });

  it.each([
    [
      "a mark too early",
      starts.map((start) => (start.page === 5 ? { ...start, after: 14 } : start)),
      "one.md:5:17 epub-invalid",
      "marks page 5 where",
    ],
    [
      "a mark too late",
      starts.map((start) => (start.page === 5 ? { ...start, after: 30 } : start)),
      "one.md:5:37 epub-invalid",
      "marks page 5 where",
    ],
    ["a page left out", starts.filter(({ page }) => page !== 5), "publication.yaml:1:1 epub-invalid", "has no page 5"],
    [
      "pages of the wrong part",
      starts.map((start) =>
        start.page === 2 ? { ...start, id: "contents" } : start.page === 3 ? { ...start, id: "imprint" } : start,
      ),
      "publication.yaml:1:1 epub-invalid",
      "marks page 2 where",
    ],
  ])("is compared with the printed pamphlet: %s", async (_, starts, place, clause) => {
    const { problems } = await bookOf(starts);
    const lines = problems.map(
      ({ place, code, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message}`,
    );
    expect(lines.filter((text) => text.includes(clause)).join("\n")).toContain(place);
  });

  it("has links to marks, not to documents", async () => {
    const { problems } = await bookOf(starts, (toc) => toc.replace("text-one.xhtml#page-5", "text-one.xhtml"));
    expect(problems.map(({ message }) => message)).toContain(
      "epub/a-title.epub has no page 5 of print/a-title-a5.pdf in its page list.",
    );
  });
});

async function bookOf(starts: PageStart[], change: (toc: string) => string = (toc) => toc) {
  const pdf: Artifact = { kind: "pamphlet", path: "print/a-title-a5.pdf", bytes: await printed(), starts };
  const made = [{ path: pdf.path, kind: pdf.kind, size: 1, sha256: "", starts }];
  const documents = await compile(publication, "epub", made);
  const books = await makeEpub({
    publication,
    made: [pdf],
    documents: async () => documents,
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });
  const files = await unpackZip(books[0]!.bytes);
  const toc = change(new TextDecoder().decode(files.get("OEBPS/toc.xhtml")));
  const changed = [{ ...books[0]!, bytes: await changeBook(books[0]!.bytes, { "OEBPS/toc.xhtml": toc }) }];
  const print = async () => new Map([["pamphlet.html", document]]);
  return {
    read: (name: string) => new TextDecoder().decode(files.get(`OEBPS/${name}`)),
    problems: await verifyEpub(publication, changed, [pdf, ...changed], print),
  };
}

const document = `<html><body>${[
  ["cover", "A Title"],
  ["imprint", "A Title"],
  ["contents", "Contents"],
  ["one", "First One"],
  ["two", "Second Two"],
  ["sources", "Sources"],
]
  .map(
    ([id, words]) =>
      `<section id="${id}"><p>${words}</p>${["one", "two"].includes(id!) ? '<div class="prose"></div>' : ""}</section>`,
  )
  .join("")}</body></html>`;

/** The pamphlet, as far as the page list has to do with it: what each page says. */
async function printed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const texts = [
    "A Title",
    "A Title",
    "Contents",
    "First One The first words of it.",
    "And then the words that come after the page ends.",
    "Second Two Its words.",
    "Sources",
  ];
  for (const text of texts)
    pdf.addPage([a5.width * pointsPerMm, a5.height * pointsPerMm]).drawText(text, { x: 60, y: 300, size: 9, font });
  return pdf.save();
}
