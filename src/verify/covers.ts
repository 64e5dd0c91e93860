import { listNumbers } from "../cover.ts";
import { formatEventTime } from "../events.ts";
import { textOf } from "../html/text.ts";
import type { PdfText } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { keepDrawn } from "./text-head.ts";

/** A line that a file must have, with the key of publication.yaml that it is from. */
type Fact = [path: (string | number)[], line: string | undefined];

/**
 * Verifies that both covers have a page each, and all that stands on them: the title, the subtitle and the event, if it
 * is on the front, the price and the numbers; and that the imprint has what it must. `document` is the compiled
 * document; `path` names the file in the messages. Of what is not bound, as large print, the back cover may be longer.
 */
export function verifyCovers(
  publication: Publication,
  pdf: PdfText,
  document: string,
  path: string,
  isBound: boolean,
): Problem[] {
  const { title, subtitle, cover } = publication;
  const front: Fact[] = [
    [["title"], title],
    [["subtitle"], subtitle],
    ...(cover?.event === "front" ? listEventFacts(publication) : []),
  ];
  const back: Fact[] = [[["cover", "price"], cover?.price], ...listNumberFacts(publication)];
  return [
    ...verifyLengths(publication, pdf, path, isBound),
    ...findMissing(publication, front, textOf(document, "#cover"), `the cover of ${path}`),
    ...findMissing(publication, back, textOf(document, "#back-cover"), `the back cover of ${path}`),
    ...verifyImprintFacts(publication, textOf(document, "#imprint"), `the imprint of ${path}`),
  ];
}

/**
 * Verifies that an imprint says which printing the publication is, and its numbers. `found` is the imprint; `where` names
 * it in the messages.
 */
export function verifyImprintFacts(publication: Publication, found: string, where: string): Problem[] {
  const facts: Fact[] = [[["printing"], publication.printing], ...listNumberFacts(publication)];
  return findMissing(publication, facts, found, where);
}

function listEventFacts({ event = [], language }: Publication): Fact[] {
  return event.flatMap((event, index): Fact[] => [
    [["event", index, "title"], event.title],
    [["event", index, "time"], formatEventTime(event, language)],
    [["event", index, "place"], event.place],
  ]);
}

function listNumberFacts({ cover }: Publication): Fact[] {
  return listNumbers(cover).map((number): Fact => [["cover", number.startsWith("ISBN") ? "isbn" : "issn"], number]);
}

function findMissing(publication: Publication, facts: Fact[], found: string, where: string): Problem[] {
  const drawn = keepDrawn(found);
  return facts.flatMap(([path, line]): Problem[] => {
    if (line === undefined || drawn.includes(keepDrawn(line))) return [];
    const message = `The ${String(path.at(-1))} “${line}” is missing from ${where}.`;
    return [{ code: "words-lost", place: publication.at(...path), message }];
  });
}

// The imprint comes after the cover. The back cover is the last part, and has a bookmark as every part.
function verifyLengths(
  publication: Publication,
  { pages, bookmarks }: PdfText,
  path: string,
  isBound: boolean,
): Problem[] {
  const front = (bookmarks[1]?.page ?? 2) - 1;
  const back = pages.length + 1 - (bookmarks.at(-1)?.page ?? pages.length);
  const problem = (name: string, taken: number, key: string, hint: Pick<Problem, "hint">): Problem => ({
    code: "text-long",
    place: publication.at(key),
    message: `The ${name} of ${path} takes ${taken} pages, because there is too much on it for one.`,
    ...hint,
  });
  const takeOut = { hint: "Shorten the title, or take something out: the picture, the event or the logo." };
  const shorten = { hint: "Shorten the events, or take out some: a web address under “link:” can say more." };
  return [
    ...(front > 1 ? [problem("cover", front, "cover", takeOut)] : []),
    ...(back > 1 && isBound ? [problem("back cover", back, "event", shorten)] : []),
  ];
}
