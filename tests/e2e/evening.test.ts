import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { makeDocx, wordFootnotes, wordParagraph, wordRun } from "../support/documents.ts";
import { temporaryFolder } from "../support/temporary.ts";

// Someone with an empty folder, five attachments and a text editor makes a pamphlet, as the README says it.

const room = temporaryFolder();
const folder = path.join(room, "pamphlet");
const out = path.join(room, "build");
const inbox = path.join(room, "attachments of the fixture");

async function run(...words: string[]): Promise<{ status: number; said: string }> {
  let said = "";
  const stream = { write: (text: string) => (said += text) };
  return { status: await main(words, { stdout: stream, stderr: stream }), said };
}

beforeAll(async () => {
  mkdirSync(inbox);
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const paragraphs = [
    wordParagraph("What the fixture asks for", { style: "Heading1" }),
    `<w:p>${wordRun("The document says little, and has a note.")}${note}</w:p>`,
    wordParagraph("A first demand.", { list: "2" }),
    wordParagraph("A second demand.", { list: "2" }),
  ];
  const attachments = {
    "letter (final).docx": await makeDocx(paragraphs.join(""), wordFootnotes({ 2: "The words of the note." })),
    "page.html":
      '<!doctype html><html lang="de"><title>Erklärung der Vorlage – Seite</title><nav><a href="/">Start</a></nav>' +
      "<main><h1>Erklärung der Vorlage</h1><p>Der Platz gehört <em>allen</em>, auch am Abend.</p></main></html>",
    "song.txt": Buffer.from("The Fixture\r\n\r\nA line of a song \x96\r\nand another line.\r\n", "latin1"),
    "print.pdf": await (await makePdf()).save(),
    "mail.eml": [
      "From: Fixture Group <fixture@example.org>",
      "Subject: A statement for the pamphlet",
      "Date: Tue, 07 Jan 2020 10:00:00 +0000",
      "Content-Type: text/plain; charset=windows-1252",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "We say this in a mail, which a program has wrapped at the end of =",
      "its rows, and we=92ve nothing to add.",
    ].join("\r\n"),
  };
  for (const [name, content] of Object.entries(attachments)) writeFileSync(path.join(inbox, name), content);
});

async function makePdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([400, 500]);
  page.drawText("A printed fixture", { x: 40, y: 440, size: 20, font });
  const lines = [
    "These words were printed, and the lines of their paragraph",
    "end where the page has no more room for them.",
  ];
  lines.forEach((line, index) => page.drawText(line, { x: 40, y: 400 - 14 * index, size: 11, font }));
  return pdf;
}

it("from an empty folder and five attachments to a proved build, with one run that fails and says how to go on", async () => {
  expect(await run("new", folder, "--title", "The Fixture", "--language", "en-GB")).toMatchObject({ status: 0 });
  rmSync(path.join(folder, "1-sample.md"));
  rmSync(path.join(folder, "preface.md"));

  const documents = readdirSync(inbox).map((name) => path.join(inbox, name));
  const brought = await run("import", "--in", folder, ...documents);
  expect(brought.status).toBe(0);
  expect(brought.said.match(/none lost/g)).toHaveLength(5);

  expect(await run("new", "statement", "Our own words", "--in", folder)).toMatchObject({ status: 0 });
  const failed = await run("check", folder);
  expect(failed.status).toBe(1);
  expect(failed.said).toMatch(/our-own-words\.md:\d+:1 statement-empty The text has no words\.\n +Write them/);
  expect(failed.said).toContain("\n1 problem.");
  const own = readdirSync(folder).find((name) => name.includes("our-own-words"))!;
  writeFileSync(path.join(folder, own), `${readFileSync(path.join(folder, own), "utf8")}\nThese are our own words.\n`);

  expect(await run("build", folder, "--out", out)).toMatchObject({ status: 0 });
  const text = readFileSync(path.join(out, "text/the-fixture.txt"), "utf8");
  for (const words of [
    "has a note.[1]",
    "auch am Abend.",
    "and another line.",
    "no more room",
    "we’ve nothing",
    "our own words",
  ])
    expect(text).toContain(words);
  expect(await run("verify", folder, "--out", out)).toMatchObject({ status: 0 });
});
