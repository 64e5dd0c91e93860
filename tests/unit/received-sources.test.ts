import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/index.ts";
import { load } from "../../src/load/index.ts";
import { makeDocx, wordFootnotes, wordParagraph, wordRun } from "../support/documents.ts";
import { temporaryFolder } from "../support/temporary.ts";

// A statement is compared with its document, whatever kind of document that is.

const temporary = temporaryFolder();
let count = 0;

async function findProblems(name: string, document: string | Uint8Array, body: string): Promise<string[]> {
  const folder = path.join(temporary, String(++count));
  mkdirSync(path.join(folder, "sources"), { recursive: true });
  writeFileSync(path.join(folder, "sources", name), document);
  writeFileSync(
    path.join(folder, "text.md"),
    `---\nsource:\n  file: ${JSON.stringify(`sources/${name}`)}\n---\n\n${body}\n`,
  );
  const { draft, problems } = await load(folder);
  return [...problems, ...check(draft)].map(({ message, hint }) => `${message} ${hint}`);
}

const docx = await makeDocx(
  wordParagraph("Words before.") +
    wordParagraph(
      `${wordRun("Some ")}${wordRun("strong", "<w:b/>")}${wordRun(" words")}<w:r><w:footnoteReference w:id="2"/></w:r>${wordRun(".")}`,
    ),
  wordFootnotes({ 2: "The note." }),
);
const html = "<!doctype html><title>A page</title><p>Words before.<p>Some <b>strong</b> words.<p>The note.";
const mail = "Subject: Words before.\r\nContent-Type: text/plain\r\n\r\nSome strong words.\r\nThe note.\r\n";

describe("a source is read as what it is", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["words.docx", docx, "Words before.\n\nSome **strong** words[^1].\n\n[^1]: The note."],
    ["words.html", html, "Words before.\n\nSome **strong** words.\n\nThe note."],
    [
      "words.md",
      "Words before.\n\nSome **strong** words.[^a]\n\n[^a]: The note.",
      "Words before.\n\nSome *strong* words.[^1]\n\n[^1]: The note.",
    ],
    ["a mail.eml", mail, "Words before.\n\nSome strong words.\n\nThe note."],
    [
      "words.txt",
      Buffer.from("Words before.\r\nSome “strong” words. The note.", "utf16le").swap16(),
      "Words before. Some “strong” words. The note.",
    ],
  ])("%s", async (name, document, body) => {
    const bytes = name.endsWith(".txt") ? Buffer.concat([Buffer.from([0xfe, 0xff]), document as Buffer]) : document;
    expect(await findProblems(name, bytes, body)).toEqual([]);
  });

  it("a difference names the paragraph", async () => {
    const [problem] = await findProblems(
      "words.docx",
      docx,
      "Words before.\n\nSome weak words[^1].\n\n[^1]: The note.",
    );
    expect(problem).toContain("The text has “weak” where the source (sources/words.docx, paragraph 2) has “strong”.");
  });

  it("a document that cannot be read is a problem with a way out", async () => {
    const [problem] = await findProblems("words.rtf", "{\\rtf1 words}", "Words.");
    expect(problem).toBe(
      "The document “sources/words.rtf” is Rich Text (.rtf), which is not read. Open it in a word processor, and save it as .docx.",
    );
  });
});
