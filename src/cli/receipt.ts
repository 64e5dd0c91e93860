import path from "node:path";
import type { BroughtIn } from "../bring-in/report.ts";

/** Returns what became of a document that was brought in. `folder` is the publication's, as it is shown. */
export function formatReceipt(
  { document, files, words, places, leftOut, problems }: BroughtIn,
  folder: string,
): string {
  const shown = (file: string) => path.join(folder, file);
  const lost = problems.length === 0 ? "none lost" : "but not all are as in the document: see the problems below";
  const look = places.length === 0 ? "." : `; ${count(places.length, "place")} to look at:`;
  return [
    `Imported ${count(words, "word")} of ${document} into ${files.map(shown).join(", ")}, ${lost}${look}`,
    ...places.map(({ place, sentence }) => `  ${shown(place.file)}:${place.line}:${place.column} ${sentence}`),
    ...(leftOut.count > 0
      ? [`  Of the document, ${count(leftOut.count, "word")} ${leftOut.count === 1 ? "is" : "are"} not in it:`]
      : []),
    ...leftOut.sentences.map((sentence) => `    ${sentence}`),
  ].join("\n");
}

function count(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}
