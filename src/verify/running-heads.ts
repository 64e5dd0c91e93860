import { textsOf } from "../html/select.ts";
import { groupIntoLines } from "../inspect/reading-order.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { normalizeWord } from "../words.ts";
import { formatInteger } from "../locale-format.ts";
import { isMixed } from "./printed-pages.ts";
import { fileProblem } from "./problems.ts";

/**
 * Verifies what a page shows besides its content: a running head, which is the title of the publication or a name that
 * the compiled document gives for it, and a folio, which is the number of the page. A page may have either, both or
 * none. `path` names the file in the messages.
 */
export function verifyRunningHeads(
  publication: Publication,
  pages: PageText[],
  document: string,
  path: string,
): Problem[] {
  const known = [publication.title, ...textsOf(document, ".running-head")].map(withoutSpaces);
  const mixed = isMixed(publication);
  const isRight = (runs: TextRun[]) => runs.length === 0 || isRunningHead(runs, known, mixed);
  return pages.flatMap(({ runs }, index): Problem[] => {
    const shown = runs.filter(({ artifact, text }) => artifact && text.trim() !== "");
    // A running head may be a number too, or end in one: any of the numbers may be the folio.
    const numbers = shown.filter(({ text }) => /^\p{Nd}+$/u.test(text.trim()));
    const folios = numbers.filter((number) => isRight(shown.filter((run) => run !== number)));
    const expected = formatInteger(index + 1, publication.language);
    if (isRight(shown) || folios.some(({ text }) => text.trim() === expected)) return [];
    if (folios[0]) {
      const message = `Page ${index + 1} of ${path} is numbered “${folios[0].text.trim()}”.`;
      return [fileProblem(publication, "page-number-wrong", message)];
    }
    const head = shown.filter((run) => !numbers.includes(run)).map(({ text }) => text);
    const message =
      `The running head “${head.join("").trim()}” on page ${index + 1} of ${path} is neither the title of the ` +
      "publication nor the name of a text.";
    return [fileProblem(publication, "words-lost", message)];
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
