import type { Facts } from "./document.ts";
import { findDate, findSigner, joinSignature } from "./signature.ts";
import { findNotes, takeMarks, writeNote, type MarkdownDocument, type MarkedPlace } from "./to-markdown.ts";
import type { Block } from "./writing.ts";

/** A value of the front matter, and how it was guessed if it was. */
export interface Field {
  key: string;
  value: string;
  guess?: string;
}

/** A statement made of a document, or of a part of it. */
export interface Composed {
  title?: string;
  /** What the front matter can say without knowing the rest of the publication. */
  fields: Field[];
  /** The Markdown after the front matter. */
  body: string;
  /** The places to look at. Lines count from the first of the body, and the title has line 0. */
  places: MarkedPlace[];
}

/** Composes statements of a document: one, or with `isSplit` one for each heading of the highest level. */
export function composeStatements(
  document: MarkdownDocument,
  facts: Facts,
  lang: string,
  isSplit: boolean,
): Composed[] {
  const parts = isSplit ? splitAtHeadings(document.blocks) : [document.blocks];
  return parts.map((blocks) => compose(blocks, document, parts.length > 1 ? {} : facts, lang));
}

// What stands before the first of the headings is a part too, unless it is the title of them all.
function splitAtHeadings(blocks: Block[]): Block[][] {
  const levels = blocks.flatMap(({ heading }) => heading ?? []);
  const highest = [1, 2, 3, 4, 5, 6].find((level) => levels.filter((one) => one === level).length > 1);
  if (highest === undefined) return [blocks];
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.heading !== undefined && block.heading <= highest && parts.at(-1)!.length > 0) parts.push([block]);
    else parts.at(-1)!.push(block);
  }
  return parts;
}

/** The most characters of a title that is no heading in the document, and of any title; chosen by eye. */
const longestGuess = 100;
const longestTitle = 200;

function compose(all: Block[], { notes, sentences }: MarkdownDocument, facts: Facts, lang: string): Composed {
  const head = takeTitle(all, facts);
  const { blocks, signature } = joinSignature(head.blocks);
  const markdown = blocks.map(({ text }) => text).join("\n\n");
  const labels = [...findNotes(markdown, notes)];
  const whole = [markdown, ...labels.map((label) => writeNote(label, notes.get(label)!))].join("\n\n");
  const { text: body, places } = takeMarks(`${whole}\n`, sentences);
  const ofTitle = takeMarks(head.marks, sentences).places.map((place) => ({ ...place, line: 0 }));
  const signer = findSigner(signature);
  const signed = [...signature].reverse().flatMap((line) => findDate(line, lang) ?? [])[0];
  const fields: Field[] = [
    ...(head.title ? [{ key: "title", value: head.title, guess: head.guess }] : []),
    ...(facts.organisation
      ? [{ key: "organisation", value: facts.organisation, guess: "the file says so of itself" }]
      : []),
    ...(facts.author ? [{ key: "author", value: facts.author, guess: "the file says so of itself" }] : []),
    ...(!facts.organisation && !facts.author && signer
      ? [{ key: "organisation", value: signer, guess: "it stands in the signature; if it is a person, write author" }]
      : []),
    ...dateField(facts.date, signed),
  ];
  return { title: head.title, fields, body, places: [...ofTitle, ...places] };
}

function dateField(told: string | undefined, signed: string | undefined): Field[] {
  if (signed) return [{ key: "date", value: signed, guess: "it stands in the signature" }];
  return told ? [{ key: "date", value: told, guess: "the day on which the document was sent or published" }] : [];
}

interface Head {
  blocks: Block[];
  title?: string;
  guess?: string;
  /** The marks that stood in the title. */
  marks: string;
}

function takeTitle(blocks: Block[], facts: Facts): Head {
  const [first, ...rest] = blocks;
  const words = first?.words ?? "";
  const marks = first?.text.match(/\ufdd0\d+\ufdd1/g)?.join("") ?? "";
  // A note mark in a title has no place in front matter.
  const isPlain = first !== undefined && rest.length > 0 && words !== "" && !/\[\^|!\[/.test(first.text);
  if (isPlain && first.heading !== undefined && words.length <= longestTitle)
    return { blocks: rest, title: words, marks, ...(marks !== "" && { guess: "by its place" }) };
  if (isPlain && first.isStrong && words.length <= longestGuess && !first.text.includes("\\\n"))
    return { blocks: rest, title: words, marks, guess: "it is bold and comes first" };
  const named = facts.title ?? "";
  const isNamed = named !== "" && named.length < longestTitle && !isIdle(named);
  return isNamed
    ? {
        blocks,
        title: `[${named.replace(/[[\]]/g, "")}]`,
        marks: "",
        guess: "the file calls itself so; brackets say that it is not in the text",
      }
    : { blocks, marks: "" };
}

// What programs write for want of a title.
function isIdle(title: string): boolean {
  return /^(?:microsoft word|untitled|unbenannt|sans nom|document ?\d*$|powerpoint)|\.(?:docx?|odt|indd|pages|pdf|tex)$/i.test(
    title,
  );
}
