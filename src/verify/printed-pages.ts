import { groupIntoLines, rightToLeftLetter } from "../inspect/reading-order.ts";
import type { TextRun } from "../inspect/pdf-text.ts";
import type { Place, Problem } from "../problem.ts";
import { listTexts, type Publication } from "../publication.ts";
import { splitWords } from "../words.ts";
import { findLoss, makeLossProblem, type Loss } from "./loss.ts";
import type { PrintedWord } from "./printed-words.ts";
import { findRepeatedHeads, type RepeatedHead } from "./repeated-heads.ts";
import { splitIntoUnits, type Expected, type FoundWord, type Strand, type Unit } from "./units.ts";
import { startStates, endState, takeStep, type States } from "./walk.ts";

// Proves that the pages of a PDF show the expected words and nothing else, character by character and in reading order.
// Finds the page on which each word is. A PDF has the runs of a line from left to right, so a line that is partly
// written from right to left may be read in several ways; it is right if one of them is. Running heads and folios,
// which are artifacts, and how the words look are not proved here.

/** What the proof of pages found. */
export interface PagesProof {
  problems: Problem[];
  /** The page on which each part begins, from 1, by the id of the part. */
  startOf: Map<string, number>;
  /** The word with which each page begins, or goes on; pages without a word in the running text are absent. */
  pageStarts: Map<number, PrintedWord>;
  /** The heads of tables that each page repeats. */
  repeatedHeads: Map<number, RepeatedHead[]>;
}

/** How many lines after a loss are searched for the place at which the words go on. Chosen by eye. */
const linesSearched = 5;

/** Compares the runs of all pages with the words expected of the document. `path` names the file in the messages. */
export function provePages(
  publication: Publication,
  expected: Expected<PrintedWord>,
  pages: TextRun[][],
  path: string,
): PagesProof {
  const mixed = mayHaveRightToLeft(publication);
  // Lines are split into units when they are followed: the units of all lines would take ten times as much memory.
  const lines = pages.flatMap((runs, index) =>
    groupIntoLines(runs, mixed).map(({ readings }) => ({ readings, page: index + 1 })),
  );
  const pageAt: number[] = [];
  let position: Position = { states: startStates(), last: "body" };
  for (const [index, { readings, page }] of lines.entries()) {
    const ways = readings.map((text) => followLine(expected, position, splitLine(text, page), pageAt));
    const complete = ways.filter(({ units, reached }) => reached === units.length);
    if (complete.length === 0) return makeProof([makeLossIn(index, ways)]);
    position = { states: new Set(complete.flatMap(({ states }) => [...states])), last: complete[0]!.last };
  }
  if (position.states.has(endState(expected))) return makeProof([]);
  return makeProof([makeLossIn(lines.length, [{ ...position, units: [], reached: 0 }])]);

  function makeProof(problems: Problem[]): PagesProof {
    return {
      problems,
      ...findStarts(expected, pageAt),
      repeatedHeads: findRepeatedHeads(expected.body, pageAt),
    };
  }

  // Of several ways to read a line, the one that could be followed furthest shows best what is missing. The lines after
  // it are searched for the place at which the words go on.
  function makeLossIn(line: number, ways: FollowedLine[]): Problem {
    const furthest = ways.reduce((best, way) => (way.reached > best.reached ? way : best));
    const following = lines
      .slice(line + 1, line + 1 + linesSearched)
      .flatMap(({ readings: [first = ""], page }) => splitLine(first, page));
    const found = [...furthest.units, ...following];
    const loss = findLoss(expected, found, furthest.reached, furthest.states, furthest.last);
    const place = loss.missing ?? publication.at("title");
    return loss.missing?.pageOf
      ? makePageProblem(publication, loss, path)
      : makeLossProblem({ file: place.file, bodyLine: 1 }, loss, path, place);
  }
}

/** Whether anything in a publication may be written from right to left. */
export function mayHaveRightToLeft(publication: Publication): boolean {
  return (
    publication.dir === "rtl" ||
    listTexts(publication).some(
      ({ dir, body }) => dir === "rtl" || rightToLeftLetter.test(body) || /\{:[^}]*(?:dir|lang)=/.test(body),
    )
  );
}

/** How far the walk has come. */
interface Position {
  states: States;
  /** The strand that it came along last. */
  last: Strand;
}

/** How far the walk came along one reading of a line. */
interface FollowedLine extends Position {
  units: Unit<FoundWord>[];
  /** How many units of the line could be followed. */
  reached: number;
}

// Follows the units of one reading of a line. Sets in `pageAt`, by index, the page of each unit of the body that is
// found.
function followLine(
  expected: Expected<PrintedWord>,
  { states, last }: Position,
  units: Unit<FoundWord>[],
  pageAt: number[],
): FollowedLine {
  for (const [reached, unit] of units.entries()) {
    let along = last;
    const next = takeStep(expected, states, unit, (strand, index) => {
      along = strand;
      if (strand === "body") pageAt[index] = unit.word.page!;
    });
    if (next.size === 0) return { units, reached, states, last };
    [states, last] = [next, along];
  }
  return { units, reached: units.length, states, last };
}

/**
 * Splits a line of a page into units. A bullet at its beginning and a hyphen at its end need not be in the source. The
 * layout adds a bullet before an item of a list, and a hyphen where it divides a word.
 */
export function splitLine(text: string, page: number): Unit<FoundWord>[] {
  const found = splitWords(text).map((word): FoundWord => ({ text: word.text, key: word.key, page }));
  const units = splitIntoUnits(found, "character");
  const [first, last] = [units[0], units.at(-1)];
  if (first && /^[•◦▪‣∙●○■]$/.test(first.key)) first.optional = true;
  if (last?.key === "-") last.optional = true;
  return units;
}

function findStarts({ body }: Expected<PrintedWord>, pageAt: number[]): Pick<PagesProof, "startOf" | "pageStarts"> {
  const startOf: PagesProof["startOf"] = new Map();
  const pageStarts: PagesProof["pageStarts"] = new Map();
  for (const [index, { word }] of body.entries()) {
    const page = pageAt[index];
    if (page === undefined) continue;
    if (!startOf.has(word.part)) startOf.set(word.part, page);
    if (!pageStarts.has(page)) pageStarts.set(page, word);
  }
  return { startOf, pageStarts };
}

// Makes the problem for a page number in the contents.
function makePageProblem(publication: Publication, { missing, instead }: Loss<PrintedWord>, path: string): Problem {
  return {
    code: "page-number-wrong",
    place: placeOf(publication, missing!.pageOf!),
    message:
      `The contents of ${path} do not give page ${missing!.text} for this text, which begins there; ` +
      `they read “${instead}”.`,
  };
}

// A problem of a part that is not a text, such as the sources, is placed at the publication's title.
function placeOf(publication: Publication, part: string): Place {
  const text = listTexts(publication).find(({ slug }) => slug === part);
  return text?.at() ?? publication.at("title");
}
