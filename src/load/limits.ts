import type { Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";

// What no text has by intention. With more, markdown-it takes time with the square of it, or the browser never ends.
// Each limit was chosen far above what a reader could want, and low enough that a text at the limit is checked within a
// few seconds.

/** The most lines of a text. */
const mostLines = 50_000;

/** The most characters between two empty lines: about 50,000 words. */
const mostCharacters = 300_000;

/** The signs of markup, and the most of each between two empty lines. */
const signs = ["[", "*", "_", "`", "<", "^", "~", "|", '"', "'"];
const mostSigns = 30_000;

/** The most attributes, `{: … }`, between two empty lines. */
const mostAttributes = 1000;

/** The most notes of a text. */
const mostNotes = 5000;

/** The most columns of a table. */
const mostColumns = 100;

type Fault = Pick<Problem, "message" | "hint">;

/**
 * Finds what a text has too much of, before it is parsed, in time proportional to its length. Returns the first problem
 * only: such a text is not read at all.
 */
export function findExcess({ body, file, bodyLine }: Pick<Prose, "body" | "file" | "bodyLine">): Problem | undefined {
  const lines = body.split("\n");
  const problem = (row: number, fault: Fault): Problem => ({
    code: "text-long",
    place: { file, line: bodyLine + row, column: 1 },
    ...fault,
  });
  const divide = "Divide it into several texts.";
  if (lines.length > mostLines)
    return problem(mostLines, exceeds("This text", lines.length, "lines", mostLines, divide));
  const notes = count(body, /\[\^[^\][\s]+\]:|\^\[/g);
  if (notes > mostNotes) return problem(0, exceeds("This text", notes, "notes", mostNotes, divide));
  for (let row = 0; row < lines.length; row++) {
    const first = row;
    while (row < lines.length && lines[row]!.trim() !== "") row++;
    const fault = findFaultOf(lines.slice(first, row));
    if (fault) return problem(first, fault);
  }
  return undefined;
}

// Checks what stands between two empty lines.
function findFaultOf(lines: string[]): Fault | undefined {
  const block = lines.join("\n");
  const divide = "Divide it, with an empty line between its parts.";
  if (block.length > mostCharacters) return exceeds("This block", block.length, "characters", mostCharacters, divide);
  const attributes = count(block, /\{:/g);
  if (attributes > mostAttributes)
    return exceeds("This block", attributes, "attributes {: … }", mostAttributes, divide);
  for (const sign of signs) {
    const found = block.split(sign).length - 1;
    if (found > mostSigns) return exceeds("This block", found, `times the sign ${sign}`, mostSigns, divide);
  }
  // The line under the heads of a table has hyphens for each column.
  for (const line of lines.filter((line) => /^[\s>|:-]+$/.test(line))) {
    const columns = count(line, /-+/g);
    if (columns > mostColumns)
      return exceeds("This table", columns, "columns", mostColumns, "Divide it: a page has room for a few columns.");
  }
  return undefined;
}

function exceeds(what: string, number: number, things: string, most: number, hint: string): Fault {
  const [found, limit] = [number, most].map((value) => value.toLocaleString("en"));
  return { message: `${what} has ${found} ${things}, and the most is ${limit}.`, hint };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
