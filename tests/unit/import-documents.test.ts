import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bringIn } from "../../src/bring-in/index.ts";
import { makeDocx, makeOdt, wordFootnotes, wordParagraph, wordRun } from "../support/documents.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();
let count = 0;

// Brings a document into a folder of its own; returns what was written and what was said.
async function bring(
  name: string,
  content: string | Uint8Array,
  options: { split?: boolean; original?: boolean } = {},
) {
  const folder = path.join(temporary, String(++count));
  mkdirSync(path.join(folder, "received"), { recursive: true });
  const document = path.join(folder, "received", name);
  writeFileSync(document, content);
  const into = path.join(folder, "publication");
  const brought = await bringIn(document, { folder: into, split: false, original: false, ...options });
  const texts = brought.files.map((file) => readFileSync(path.join(into, file), "utf8"));
  const said = brought.places.map(({ sentence }) => sentence).join("\n");
  return {
    ...brought,
    texts,
    text: texts[0]!,
    body: texts[0]!.split("---\n").slice(2).join("---\n").trim(),
    said,
    into,
  };
}

const words = "The words of a paragraph that is a fixture, and no more than that.";

describe("a Word document", () => {
  it("keeps headings, emphasis, quotations, notes, tables and line breaks", async () => {
    const table = ["a", "b", "c", "d"].map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`);
    const body = [
      wordParagraph("A title", { style: "Title" }),
      wordParagraph("A heading", { style: "heading1" }),
      wordParagraph(
        `${wordRun("Some ")}${wordRun("strong ", "<w:b/>")}${wordRun("words", "<w:i/>")}<w:r><w:footnoteReference w:id="2"/></w:r>${wordRun(".")}`,
      ),
      wordParagraph("What is quoted", { style: "Quote" }),
      wordParagraph(`${wordRun("A verse")}<w:r><w:br/></w:r>${wordRun("of two lines")}`),
      `<w:tbl><w:tr>${table.slice(0, 2).join("")}</w:tr><w:tr>${table.slice(2).join("")}</w:tr></w:tbl>`,
      wordParagraph(words),
    ];
    const {
      body: text,
      texts,
      problems,
    } = await bring("a b.docx", await makeDocx(body.join(""), wordFootnotes({ 2: "The note." })));
    expect(problems).toEqual([]);
    expect(texts[0]).toMatch(/^---\ntitle: A title\nsource:\n  file: sources\/a b.docx\n---\n/);
    expect(text).toBe(
      [
        "## A heading",
        "Some **strong** *words*[^1].",
        "> What is quoted",
        "A verse\\\nof two lines",
        "|  |  |\n| --- | --- |\n| a | b |\n| c | d |",
        words,
        "[^1]: The note.",
      ].join("\n\n"),
    );
  });

  it("counts the numbers of a list on after a paragraph", async () => {
    const item = (text: string) => wordParagraph(text, { list: "2" });
    const { body } = await bring(
      "list.docx",
      await makeDocx(item("one") + item("two") + wordParagraph(words) + item("three")),
    );
    expect(body).toBe(`1. one\n2. two\n\n${words}\n\n3. three`);
  });

  it("has the new version of tracked changes, no comments and no hidden words, and says so", async () => {
    const body = wordParagraph(
      `${wordRun("Kept ")}<w:ins>${wordRun("inserted ")}</w:ins><w:del><w:r><w:delText>deleted </w:delText></w:r></w:del>` +
        `${wordRun("secret ", "<w:vanish/>")}${wordRun("words.")}<w:r><w:commentReference w:id="1"/></w:r>`,
    );
    const { body: text, said, problems } = await bring("changes.docx", await makeDocx(body + wordParagraph(words)));
    expect(problems).toEqual([]);
    expect(text).toContain("Kept inserted words.");
    expect(said).toContain("without what was deleted (1 times)");
    expect(said).toContain("The comments were left out (1).");
    expect(said).toContain("Hidden words were left out (at 1 places).");
  });

  it("has the words of text boxes and of SmartArt, marked as places to look at", async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${wordParagraph("In the box.")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${wordParagraph("In the box.")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const art = `<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r>`;
    const data = `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><a:t>First point</a:t></dgm:pt><dgm:pt><a:t>Second point</a:t></dgm:pt></dgm:dataModel>`;
    const docx = await makeDocx(
      wordParagraph(wordRun("Around the box.") + box) +
        wordParagraph(wordRun("Around the art.") + art) +
        wordParagraph(words),
      { "word/diagrams/data1.xml": data },
      '<Relationship Id="d" Type="diagramData" Target="diagrams/data1.xml"/>',
    );
    const { body, said, problems } = await bring("boxes.docx", docx);
    expect(problems).toEqual([]);
    expect(body).toBe(
      ["Around the box.", "In the box.", "Around the art.", "First point", "Second point", words].join("\n\n"),
    );
    expect(said).toContain("text box");
    expect(said).toContain("SmartArt");
  });

  it("marks merged cells as a place to look at, with line and column", async () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("wide", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("a")}${cell("b")}</w:tr></w:tbl>`;
    const { places, text } = await bring("merged.docx", await makeDocx(wordParagraph(words) + table));
    const { place } = places.find(({ sentence }) => sentence.includes("merged cells"))!;
    expect(text.split("\n")[place.line - 1]!.slice(place.column - 1)).toMatch(/^\|/);
  });
});

it("an OpenDocument text keeps headings, lists, notes and emphasis", async () => {
  const styles =
    '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>' +
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>';
  const list = (attributes: string, ...items: string[]) =>
    `<text:list text:style-name="L1" ${attributes}>${items.map((item) => `<text:list-item><text:p>${item}</text:p></text:list-item>`).join("")}</text:list>`;
  const note =
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>";
  const body =
    `<text:h text:outline-level="1">A title</text:h><text:p>Some <text:span text:style-name="T1">words</text:span>${note}.</text:p>` +
    `${list("", "one", "two")}<text:p>${words}<office:annotation><text:p>A comment</text:p></office:annotation></text:p>${list('text:continue-numbering="true"', "three")}`;
  const { text, body: found, said, problems } = await bring("متن فارسی.odt", await makeOdt(body, styles));
  expect(problems).toEqual([]);
  expect(text).toMatch(/^---\ntitle: A title\nsource:\n  file: "?sources\/متن فارسی.odt"?\n/);
  expect(found).toBe(`Some *words*[^1].\n\n1. one\n2. two\n\n${words}\n\n3. three\n\n[^1]: The note.`);
  expect(said).toContain("comments were left out (1)");
});

it("a saved web page has its text alone, and it is said what was left out", async () => {
  const html = `<!doctype html><html lang="en"><head><title>A title – A site</title></head><body>
    <nav><a href="/">Menu</a></nav><header><p>The name of the site</p></header><article><h1>A title</h1>
    <p>${words} ${words}</p><p>Words with a note<sup><a href="#n1" id="r1">1</a></sup>.</p>
    <ol><li id="n1">The note. <a href="#r1">↑</a></li></ol></article><aside><p>Read more</p></aside></body></html>`;
  const { body, text, leftOut, problems } = await bring("page.html", html);
  expect(problems).toEqual([]);
  expect(body).toBe(`${words} ${words}\n\nWords with a note[^1].\n\n[^1]: The note.`);
  expect(text).toContain("title: A title\n");
  expect(leftOut.sentences.join()).toMatch(/The name of the site.*Read more/);
});

it("a mail is decoded, its wrapped lines are joined, and its attachments are named", async () => {
  const mail = [
    "From: Fixture <fixture@example.org>",
    "Subject: Re: =?UTF-8?Q?A_t=C3=AFtle?=",
    "Date: Tue, 07 Jan 2020 10:00:00 +0000",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=windows-1252",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "A paragraph that a program has wrapped at about sixty letters, as",
    "mails are, with =93quotes=94 and a caf=E9, which goes on for a third",
    "line.",
    "",
    "> What somebody else wrote is quoted, and it was wrapped in the same",
    "> way.",
    "",
    "--=20",
    "Fixture",
    "--b",
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    "",
    "x",
    "--b--",
  ];
  const { body, text, said, problems } = await bring("letter.eml", mail.join("\r\n"));
  expect(problems).toEqual([]);
  expect(text).toMatch(/title: A tïtle\nauthor: Fixture # guessed.*\ndate: 2020-01-07 # guessed/);
  expect(body).toBe(
    "A paragraph that a program has wrapped at about sixty letters, as mails are, with “quotes” and a café, which goes " +
      "on for a third line.\n\n> What somebody else wrote is quoted, and it was wrapped in the same way.\n\n" +
      "Fixture\n{: .signature }",
  );
  expect(said).toContain("“a.pdf”");
});

it("the lines of a song stay lines, though some would have had no room for the next word", async () => {
  const song = [
    "The Fixture",
    "",
    "This line is here to be a line,",
    "and this one stands below;",
    "a third one ends.",
    "",
  ];
  const { body, problems } = await bring("song.txt", song.join("\r\n"));
  expect(problems).toEqual([]);
  expect(body).toContain("This line is here to be a line,\\\nand this one stands below;\\\na third one ends.");
});

it("text in another encoding than UTF-8 is read as what it is, and the guess is named", async () => {
  const russian = "Слова этого абзаца — только пример, и больше ничего в них нет. ".repeat(4);
  const koi8 = new Map([..."юабцдефгхийклмнопярстужвьызшэщчъ"].map((letter, index) => [letter, 0xc0 + index]));
  const code = (letter: string) => {
    const small = koi8.get(letter.toLowerCase());
    return small === undefined
      ? letter === "—"
        ? 0x2d
        : letter.charCodeAt(0)
      : letter === letter.toLowerCase()
        ? small
        : small + 0x20;
  };
  const { body, said } = await bring("russian.txt", Uint8Array.from([...russian], code));
  expect(body).toBe(russian.replaceAll("—", "-").trim());
  expect(said).toContain("koi8-r");
});

async function makePdf(pages: string[][]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, lines] of pages.entries()) {
    const page = pdf.addPage([400, 500]);
    page.drawText("The running head", { x: 50, y: 470, size: 9, font });
    for (const [row, line] of lines.entries()) page.drawText(line, { x: 50, y: 430 - row * 14, size: 11, font });
    page.drawText(String(index + 1), { x: 200, y: 20, size: 9, font });
  }
  return pdf;
}

const pdfPages = [
  [
    "The first paragraph of this fixture has several lines that reach",
    "the edge of the column, and a word that is divid-",
    "ed at the end of a line. The page ends in the middle of a sen-",
  ],
  ["tence, which goes on here, on the second page of the document,", "and ends."],
  ["The third page has lines of its own, so that the running head is", "there three times."],
];

it("the lines of a PDF are joined, and running heads and page numbers left out", async () => {
  const { body, said, problems, places } = await bring("print.pdf", await (await makePdf(pdfPages)).save());
  expect(problems).toEqual([]);
  expect(body.split("\n\n")[0]).toBe(
    "The first paragraph of this fixture has several lines that reach the edge of the column, and a word that is divided " +
      "at the end of a line. The page ends in the middle of a sentence, which goes on here, on the second page of the " +
      "document, and ends.",
  );
  expect(said).toContain("“The running head”");
  expect(places.some(({ sentence }) => sentence.includes("divided"))).toBe(true);
});

describe("what is brought in", () => {
  it("never overwrites: the next free name is taken, and the same document is kept once", async () => {
    const { into } = await bring("a.txt", `A title\n\n${words.repeat(3)}\n`);
    const document = path.join(path.dirname(into), "received", "a.txt");
    await bringIn(document, { folder: into, split: false, original: false });
    writeFileSync(document, `Another title\n\n${words.repeat(3)}\n`);
    await bringIn(document, { folder: into, split: false, original: false });
    expect(readdirSync(into).sort()).toEqual(["a-title-2.md", "a-title.md", "another-title.md", "sources"]);
    expect(readdirSync(path.join(into, "sources")).sort()).toEqual(["a-2.txt", "a.txt"]);
  });

  it("keeps no document of a text of one's own", async () => {
    const { into, text } = await bring("own.md", `# A title\n\n*${words}*\n`, { original: true });
    expect(text).toBe(`---\ntitle: A title\n---\n\n*${words}*\n`);
    expect(existsSync(path.join(into, "sources"))).toBe(false);
  });

  it("is divided at the highest headings, each part with its passage and its notes", async () => {
    const part = (name: string, note: string) =>
      wordParagraph(name, { style: "heading1" }) +
      wordParagraph(`${wordRun(`${words} ${name}`)}<w:r><w:footnoteReference w:id="${note}"/></w:r>`);
    const docx = await makeDocx(
      part("First part", "2") + part("Second part", "3"),
      wordFootnotes({ 2: "One note.", 3: "Another note." }),
    );
    const { files, texts, problems, leftOut } = await bring("parts.docx", docx, { split: true });
    expect({ files, problems, leftOut: leftOut.count }).toEqual({
      files: ["first-part.md", "second-part.md"],
      problems: [],
      leftOut: 0,
    });
    expect(texts[1]).toContain("[^2]: Another note.");
    expect(texts[1]).not.toContain(": One note.");
  });
});
