import path from "node:path";
import { derivePassage } from "../check/derive-passage.ts";
import type { Composed } from "../import/compose.ts";
import type { Contents, Received } from "../import/document.ts";
import { isSameLanguage } from "../import/runs.ts";
import { addScript, directionOf } from "../language.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Statement } from "../publication.ts";
import { splitWords, type Word } from "../words.ts";
import { writeFrontMatter } from "./front-matter.ts";
import { findFreeName, nameText } from "./names.ts";
import type { PublicationPlace } from "./place.ts";

/** A statement that is not written yet. */
export interface DraftText {
  statement: Statement;
  text: string;
  composed: Composed;
  /** The words of the document that are not in it. */
  leftOut: Word[][];
}

/** What a statement is made with. */
interface Around {
  received: Received;
  contents: Contents;
  lang: string;
  place: PublicationPlace;
  document: string;
  source: { name: string } | undefined;
}

/** Makes a statement: its name, its front matter, and which part of the document it is. */
export async function draftText(composed: Composed, around: Around): Promise<DraftText> {
  const { received, contents, place, document, source } = around;
  const file = findFreeName(await nameText(composed.title, path.basename(document)), ".md", place.texts);
  const lang = addScript(around.lang, composed.body);
  const prose = { slug: "text", file, lang, dir: directionOf(lang), body: composed.body, bodyLine: 1 };
  const strands = readStrands({ ...prose, at: () => ({ file, line: 1, column: 1 }) });
  const isOwnTitle = composed.title?.startsWith("[");
  const title = composed.title === undefined || isOwnTitle ? [] : splitWords(composed.title);
  const { leftOut, ...passage } = derivePassage(received.words, [...title, ...strands.body, ...strands.notes.flat()]);
  const usual = place.language;
  const isOther = usual === undefined ? false : !isSameLanguage(around.lang, usual);
  const fields = [
    ...composed.fields,
    ...(isOther ? [{ key: "lang", value: around.lang, guess: "by the letters of the text" }] : []),
  ];
  const { url } = contents.facts;
  const head = writeFrontMatter(fields, source && { file: source.name, ...passage, ...(url && { url }) });
  const bodyLine = head.split("\n").length + 1;
  const statement: Statement = {
    ...prose,
    bodyLine,
    at: (key) => ({ file, line: key === "title" ? 2 : 1, column: 1 }),
    ...(composed.title !== undefined && { title: composed.title }),
    source: {
      file: source?.name ?? document,
      document: received.words,
      placeOf: (line) => (source?.name ?? document) + received.placeOf(line),
      ...passage,
    },
    origin: {},
    corrections: [],
    authors: [],
    firstWords: "",
  };
  return { statement, text: `${head}\n${composed.body}`, composed, leftOut };
}
