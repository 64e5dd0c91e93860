import type { Run } from "./pdf-text.ts";

// A PDF holds the glyphs of a line from left to right, whatever was written; what is read from right to left has to be turned round again.

/** How a line of both directions is read: which of them it has as a whole, and whether a number beside a Latin word goes with the word.
 * On the page both look the same (UAX #9, rules W7 and N1). */
export interface Reading {
  direction: "ltr" | "rtl";
  numbers: "joined" | "apart";
}

/** A letter of a script that is written from right to left. */
export const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The text of runs in the order in which it is read; lines that are all from left to right stay as they are. */
export function read(runs: Run[], reading: Reading): string {
  return linesOf(runs)
    .map((line) => {
      const plain = line.map(({ text }) => text).join(" ");
      if (!rightToLeft.test(plain)) return plain;
      const inPlace = line.toSorted((a, b) => (a.upright ? a.x - b.x : b.x - a.x));
      return reordered(inPlace.map(visual).join(""), directionOf(plain, reading), reading.numbers);
    })
    .join(" ");
}

function linesOf(runs: Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1)?.[0];
    // Superiors and vowel signs stand a little above the line that they belong to.
    if (line && Math.abs(run.y - line.y) < 0.6 * Math.max(line.size, run.size)) lines.at(-1)!.push(run);
    else lines.push([run]);
  }
  return lines;
}

// In a text from right to left, so is every line with a letter of it; in any other, the line in which such letters are more.
function directionOf(line: string, { direction }: Reading): "ltr" | "rtl" {
  const [theirs, ours] = [/[\p{Script=Arabic}\p{Script=Hebrew}]/gu, /\p{Script=Latin}/gu].map((script) => line.match(script)?.length ?? 0) as [number, number];
  return direction === "rtl" || theirs > ours ? "rtl" : "ltr";
}

// pdf.js has turned round each run by itself; the same once more undoes it.
function visual({ text, turned }: Run): string {
  return turned ? reordered(text, "rtl", "joined") : text;
}

function reordered(text: string, direction: "ltr" | "rtl", numbers: Reading["numbers"]): string {
  const digits = String.raw`\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*[%٪]?`;
  const latin = String.raw`(?:(?!${rightToLeft.source})\p{L})`;
  const word = numbers === "joined" ? `${latin}(?:(?!${rightToLeft.source}).)*(?:${latin}|\\p{Nd})|${latin}` : `${latin}(?:(?!${rightToLeft.source}|\\p{Nd}).)*${latin}|${latin}`;
  const kept = new RegExp(`${word}|${digits}`, "gu");
  if (direction === "rtl") return reversed(reversedIn(text, kept));
  const span = new RegExp(`${rightToLeft.source}(?:(?!${latin}).)*${rightToLeft.source}`, "gu");
  return text.replace(span, (passage) => reversed(reversedIn(passage, kept)));
}

function reversedIn(text: string, spans: RegExp): string {
  return text.replace(spans, reversed);
}

function reversed(text: string): string {
  return [...text].toReversed().join("");
}
