import { PDFDocument } from "@cantoo/pdf-lib";
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bringIn } from "../../src/bring-in/index.ts";
import { UnreadableDocument } from "../../src/import/document.ts";
import { mostDocumentBytes, mostUnpacked } from "../../src/import/limits.ts";
import { TooMuchUnpacked, unpackZip } from "../../src/zip.ts";
import { makeDocx, wordParagraph, zip } from "../support/documents.ts";
import { hard } from "../support/hard.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();
let count = 0;

// Returns what is said of a document that cannot be read, after it was made sure that nothing was written.
async function refuse(name: string, content: string | Uint8Array): Promise<string> {
  const folder = path.join(temporary, String(++count));
  mkdirSync(folder);
  writeFileSync(path.join(folder, name), content);
  const into = path.join(folder, "publication");
  const error: unknown = await bringIn(path.join(folder, name), { folder: into, split: false, original: false }).catch(
    (error: unknown) => error,
  );
  expect(existsSync(into)).toBe(false);
  if (!(error instanceof UnreadableDocument)) throw error;
  return `${error.message}. ${error.hint}`;
}

async function makeBlankPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  pdf.addPage([400, 500]);
  return pdf;
}

const compoundFile = Buffer.from("d0cf11e0a1b11ae10000", "hex");

describe("a document that cannot be read is told in a sentence, and nothing is written", () => {
  it.each<
    [what: string, name: string, content: () => Promise<string | Uint8Array> | string | Uint8Array, said: RegExp]
  >([
    ["an empty file", "a.txt", () => "", /^is empty\./],
    ["white space", "a.txt", () => " \n\n", /^has no words\./],
    ["a .doc renamed .docx", "a.docx", () => compoundFile, /old Word \(\.doc\).*save it as \.docx/],
    ["Rich Text", "a.rtf", () => "{\\rtf1 words}", /Rich Text.*save it as \.docx/],
    ["a PDF without text", "a.pdf", async () => (await makeBlankPdf()).save(), /images, without text.*OCR/],
    [
      "a PDF with a password",
      "a.pdf",
      async () => {
        const pdf = await makeBlankPdf();
        pdf.encrypt({ userPassword: "secret", ownerPassword: "secret" });
        return pdf.save({ useObjectStreams: false });
      },
      /^has a password\./,
    ],
    ["a damaged PDF", "a.pdf", () => "%PDF-1.7\nnothing", /^is damaged\./],
    ["a damaged container", "a.docx", () => Buffer.from("PK\u0003\u0004 word/ and no more"), /^is damaged\./],
    ["another container", "a.zip", () => zip({ "a.txt": "words" }), /^is a container/],
    ["a container without text", "a.docx", () => zip({ "word/none.xml": "words" }), /^has no text in it\./],
    ["an image", "a.docx", () => Buffer.from("89504e470d0a1a0a", "hex"), /^is an image\./],
    ["something else", "a.bin", () => Buffer.from([1, 0, 2, 0, 3]), /^is no document that can be read\./],
    [
      "too large a file",
      "a.txt",
      () => Buffer.alloc(mostDocumentBytes + 1, "a"),
      /^has 51 MB, and the most is 50 MB\./,
    ],
    [
      "elements inside each other by the thousand",
      "a.html",
      () => `<p>words</p>${"<div>".repeat(10_000)}words`,
      /^is nested too deep\./,
    ],
  ])("%s", async (_, name, content, said) => expect(await refuse(name, await content())).toMatch(said));

  // It takes long to make.
  it.skipIf(!hard)("a container that unpacks to far more than it has", { timeout: 300_000 }, async () => {
    const bomb = await makeDocx(wordParagraph("words"), { "word/media/image1.png": "\0".repeat(mostUnpacked) });
    expect(bomb.byteLength).toBeLessThan(1e6);
    expect(await refuse("a.docx", bomb)).toMatch(/^would unpack to far more/);
  });

  it("a container is unpacked no further than it may be", async () => {
    const container = await zip({ first: "words", zeros: "\0".repeat(1e6) });
    await expect(unpackZip(container, 1e5)).rejects.toThrow(TooMuchUnpacked);
    expect((await unpackZip(container, 2e6)).get("zeros")!.byteLength).toBe(1e6);
  });

  it("a folder, and what is not there", async () => {
    const options = { folder: path.join(temporary, "none"), split: false, original: false };
    await expect(bringIn(temporary, options)).rejects.toThrow("is a folder");
    await expect(bringIn(path.join(temporary, "absent.docx"), options)).rejects.toThrow("is not there");
  });
});

it.skipIf(process.getuid?.() === 0)("where nothing can be written, nothing is left half written", async () => {
  const into = path.join(temporary, "read-only");
  mkdirSync(into);
  chmodSync(into, 0o500);
  const document = path.join(temporary, "a.txt");
  writeFileSync(document, "Some words of a fixture.");
  await expect(bringIn(document, { folder: into, split: false, original: false })).rejects.toThrow("cannot be written");
  expect(readdirSync(into)).toEqual([]);
});

it("where the folder of the texts is a file, nothing is left half written", async () => {
  const into = path.join(temporary, "blocked");
  mkdirSync(into);
  writeFileSync(path.join(into, "sources"), "in the way");
  const document = path.join(temporary, "b.txt");
  writeFileSync(document, "Some words of a fixture.");
  await expect(bringIn(document, { folder: into, split: false, original: false })).rejects.toThrow(/cannot be/);
  expect(readdirSync(into)).toEqual(["sources"]);
});
