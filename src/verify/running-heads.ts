import { textsOf } from "../html/select.ts";
import { groupIntoLines } from "../inspect/reading-order.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { normalizeWord } from "../words.ts";
import { formatInteger } from "../locale-format.ts";
import { mayHaveRightToLeft } from "./printed-pages.ts";
import { makeFileProblem } from "./problems.ts";

/**
 * Verifies running heads and folios. A running head must be the title of the publication, or one of the names that the
 * compiled document has for it. A folio must be the number of the page. A page may have either, both or none. `path`
 * names the file in the messages.
 */
export function verifyRunningHeads(
  publication: Publication,
  pages: PageText[],
  document: string,
  path: string,
): Problem[] {
  const known = [publication.title, ...textsOf(document, ".running-head")].map(withoutSpaces);
  const mixed = mayHaveRightToLeft(publication);
  const isHeadOrNothing = (runs: TextRun[]) => runs.length === 0 || isRunningHead(runs, known, mixed);
  return pages.flatMap(({ runs }, index): Problem[] => {
    const shown = runs.filter(({ artifact, text }) => artifact && text.trim() !== "");
    // A running head may be a number too, or end in one. So any number may be the folio, if the rest is a running head.
    const numbers = shown.filter(({ text }) => /^\p{Nd}+$/u.test(text.trim()));
    const folios = numbers.filter((number) => isHeadOrNothing(shown.filter((run) => run !== number)));
    const expected = formatInteger(index + 1, publication.language);
    if (isHeadOrNothing(shown) || folios.some(({ text }) => text.trim() === expected)) return [];
    if (folios[0]) {
      const message = `Page ${index + 1} of ${path} is numbered “${folios[0].text.trim()}”.`;
      return [makeFileProblem(publication, "page-number-wrong", message)];
    }
    const words = shown.filter((run) => !numbers.includes(run));
    const head = (words.length > 0 ? words : shown).map(({ text }) => text);
    const message =
      `The running head “${head.join("").trim()}” on page ${index + 1} of ${path} is neither the title of the ` +
      "publication nor the name of a text.";
    return [makeFileProblem(publication, "words-lost", message)];
  });
}

// A running head that is too long for its line ends in an ellipsis.
function isRunningHead(runs: TextRun[], known: string[], mixed: boolean): boolean {
  const [line, ...more] = groupIntoLines(runs, mixed);
  if (more.length > 0) return false;
  return line!.readings.some((reading) => {
    if (known.includes(withoutSpaces(reading))) return true;
    const shortened = reading.replace(/…|\.{3}/, "");
    return shortened !== reading && known.some((head) => head.startsWith(withoutSpaces(shortened)));
  });
}

function withoutSpaces(text: string): string {
  return normalizeWord(text).replace(/\s/g, "");
}
