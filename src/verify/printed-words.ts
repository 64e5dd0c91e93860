import { printedParts } from "../html/printed-parts.ts";
import { strands } from "../markdown/strands.ts";
import type { Place, Problem } from "../problem.ts";
import { allTexts, type Prose, type Publication } from "../publication.ts";
import { words, type Word } from "../words.ts";
import { localDigits } from "../locale-format.ts";
import { headLost } from "./head.ts";
import { linesOf, rightToLeft } from "../inspect/reading-order.ts";
import type { Run } from "../inspect/pdf-text.ts";
import {
  beginning,
  completion,
  lostAt,
  problem,
  step,
  unitsOf,
  type Expected,
  type Found,
  type Lost,
  type States,
  type Strand,
  type Unit,
} from "./weave.ts";

// A printed document is held against what it must say as a whole, from the cover to the back cover: its texts against
// their source, and what stands round them, names, contents, sources, against the document that was compiled.

/** A word of a printed document. */
export interface PrintedWord extends Word {
  file: string;
  /** The id of the part of the document that it stands in: of a text, the imprint, the sources. */
  part: string;
  /** Of a number in the contents: the part of which it gives the page. */
  pageOf?: string;
  /** Of a text's running words: how many letters and figures of it stand before. */
  after?: number;
}

/** What a printed document must say. `pageOf` has the pages that its contents give, by the id of the part. */
export function printedWords(
  publication: Publication,
  document: string,
  pageOf: Map<string, number>,
): Expected<PrintedWord> {
  const texts = new Map<string, Prose>(allTexts(publication).map((text) => [text.slug, text]));
  const said: { body: PrintedWord[]; notes: PrintedWord[] } = { body: [], notes: [] };
  for (const piece of printedParts(document)) {
    const text = texts.get(piece.part);
    const { file, line, column } = text ? text.at("title") : publication.at("title");
    const own = (words: Word[]) =>
      words.map((word): PrintedWord => ({ ...word, file, line, column, part: piece.part }));
    if ("text" in piece) said.body.push(...own(words(piece.text)));
    else if ("item" in piece) said.body.push(...own(words(piece.item)).map((word) => ({ ...word, mark: [] })));
    else if ("pageOf" in piece) {
      const { pageOf: of } = piece;
      said.body.push(
        ...own(words(localDigits(pageOf.get(of) ?? 0, publication.language))).map((word) => ({ ...word, pageOf: of })),
      );
    } else if (text) {
      const { body, notes } = strands(text);
      said.body.push(...counted(body).map((word) => ({ ...word, file, part: text.slug })));
      said.notes.push(...notes.flat().map((word) => ({ ...word, file, part: text.slug })));
    }
  }
  return { body: unitsOf(said.body, "letter"), notes: unitsOf(said.notes, "letter") };
}

/**
 * Holds the heads in a printed document to the texts: what stands in the part of a text and is none of its running
 * text.
 */
export function headsLost(publication: Publication, texts: Prose[], document: string, path: string): Problem[] {
  const pieces = printedParts(document);
  return texts.flatMap((text) => {
    const found = pieces.flatMap((piece) => (piece.part === text.slug && "text" in piece ? [piece.text] : []));
    return headLost(publication, text, found.join(" "), path);
  });
}

/** Letters and figures of a normal form: what is counted to find a place in a text. */
export function lettersIn(key: string): number {
  return key.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function counted(body: Word[]): (Word & { after: number })[] {
  let passed = 0;
  return body.map((word) => {
    const after = passed;
    if (!word.mark) passed += lettersIn(word.key);
    return { ...word, after };
  });
}

/** What came of holding pages against what they must say. */
export interface Printed {
  problems: Problem[];
  /** The first word of every part that is found, and the page on which it stands. */
  startOf: Map<string, number>;
  /** With which word each page begins that has one, and how many letters of it stand on the page before. */
  pageStarts: Map<number, { word: PrintedWord; skipped: number }>;
}

/** Walks the pages of a document along all that it must say. `path` names the file. */
export function holdPages(
  publication: Publication,
  said: Expected<PrintedWord>,
  pages: Run[][],
  path: string,
): Printed {
  const pageAt: number[] = [];
  let states = beginning();
  let last: Strand = "body";
  const mixed = isMixed(publication);
  const lines = pages.flatMap((runs, index) =>
    linesOf(runs, mixed).map(({ readings }) => readings.map((text) => unitsOnLine(text, index + 1))),
  );
  const broken = (at: number): Problem => {
    const ways = lines[at]?.map((units) => ({ units, ...follow(said, { states, last }, units, pageAt) })) ?? [
      { units: [], reached: 0, states, last },
    ];
    const furthest = ways.reduce((best, way) => (way.reached > best.reached ? way : best));
    const rest = [...furthest.units, ...lines.slice(at + 1, at + 6).flatMap(([first = []]) => first)];
    const lost = lostAt(said, rest, furthest.reached, furthest.states, furthest.last);
    if (lost.lost?.pageOf) return wrongPage(publication, lost, path);
    return problem(
      { file: lost.lost?.file ?? publication.at("title").file, bodyLine: 1 },
      lost,
      path,
      lost.lost ?? publication.at("title"),
    );
  };
  for (const [at, line] of lines.entries()) {
    const ways = line.map((units) => follow(said, { states, last }, units, pageAt)).filter(({ whole }) => whole);
    if (ways.length === 0) return { problems: [broken(at)], ...startsOf(said, pageAt) };
    last = ways[0]!.last;
    states = new Set(ways.flatMap(({ states }) => [...states]));
  }
  return { problems: states.has(completion(said)) ? [] : [broken(lines.length)], ...startsOf(said, pageAt) };
}

function wrongPage(publication: Publication, { lost, instead }: Lost<PrintedWord>, path: string): Problem {
  const message = `The contents of ${path} do not give page ${lost!.text} for this text, which begins there: there stands “${instead}”.`;
  return { code: "page-number-wrong", place: placeOf(publication, lost!.pageOf!), message };
}

interface Stand {
  states: States;
  last: Strand;
}

interface Followed extends Stand {
  whole: boolean;
  /** How many units of the line follow. */
  reached: number;
}

function follow(said: Expected<PrintedWord>, from: Stand, units: Unit<Found>[], pageAt: number[]): Followed {
  let { states, last } = from;
  for (const [reached, unit] of units.entries()) {
    let came = last;
    const next = step(said, states, unit, (strand, index) => {
      came = strand;
      if (strand === "body") pageAt[index] = unit.word.page!;
    });
    if (next.size === 0) return { whole: false, reached, states, last };
    [states, last] = [next, came];
  }
  return { whole: true, reached: units.length, states, last };
}

// A bullet stands before an item, and a hyphen where a word is divided: both may be of the typesetter's setting.
function unitsOnLine(text: string, page: number): Unit<Found>[] {
  const units = unitsOf(
    words(text).map((word): Found => ({ text: word.text, key: word.key, page })),
    "letter",
  );
  const [first, last] = [units[0], units.at(-1)];
  if (first && /^[•◦▪‣∙●○■]$/.test(first.key)) first.optional = true;
  if (last?.key === "-") last.optional = true;
  return units;
}

function startsOf({ body }: Expected<PrintedWord>, pageAt: number[]): Pick<Printed, "startOf" | "pageStarts"> {
  const startOf: Printed["startOf"] = new Map();
  const pageStarts: Printed["pageStarts"] = new Map();
  for (const [index, { word }] of body.entries()) {
    const page = pageAt[index];
    if (page === undefined) continue;
    // What is called by the name of a part in the contents is not its beginning.
    if (!startOf.has(word.part)) startOf.set(word.part, page);
    if (!pageStarts.has(page)) {
      const skipped = body.slice(Math.max(0, index - 100), index).filter((unit) => unit.word === word).length;
      pageStarts.set(page, { word, skipped });
    }
  }
  return { startOf, pageStarts };
}

/** Whether a publication has anything that is written from right to left. */
export function isMixed(publication: Publication): boolean {
  return (
    publication.dir === "rtl" ||
    allTexts(publication).some(
      ({ dir, body }) => dir === "rtl" || rightToLeft.test(body) || /\{:[^}]*(?:dir|lang)=/.test(body),
    )
  );
}

// The place of a text, or else of the publication.
function placeOf(publication: Publication, part: string): Place {
  return (
    allTexts(publication)
      .find(({ slug }) => slug === part)
      ?.at() ?? publication.at("title")
  );
}
