import path from "node:path";
import type { PublicationStatus, TextStatus } from "../status/status.ts";
import { formatTable } from "./report.ts";

/** What stands for what is not known. */
const unknown = "–";

/** Returns how a publication stands: a table of its texts, and what could be better. */
export function formatStatus({ title, built, texts, remarks, gaps, problems }: PublicationStatus): string {
  const state = [
    title === undefined ? [] : `${title}.`,
    built ? `The last build is of ${formatTime(built)}.` : "There is no build.",
    problems.length > 0 ? "Because of the problems, not all can be shown." : [],
  ].flat();
  return [
    state.join(" "),
    texts.length > 0 ? formatTexts(texts) : [],
    formatList("What could be better:", remarks),
    formatList("What is not written:", gaps),
  ]
    .flat()
    .join("\n\n");
}

function formatTexts(texts: TextStatus[]): string {
  const rows = texts.map(({ file, words, page, pages, date, source, corrections, leafletSize, changed, isNewer }) => [
    file,
    String(words),
    page ?? unknown,
    String(pages ?? unknown),
    date ?? unknown,
    source === undefined ? "original" : path.basename(source),
    String(corrections ?? unknown),
    leafletSize === undefined ? unknown : `${leafletSize} pt`,
    changed ? `${formatTime(changed)}${isNewer ? ", after the build" : ""}` : unknown,
  ]);
  return formatTable(
    ["text", "words", "page", "pages", "date", "source", "corrections", "leaflet", "last change"],
    rows,
    ["left", "right", "right", "right", "left", "left", "right", "right", "left"],
  );
}

function formatList(head: string, sentences: string[]): string[] {
  return sentences.length > 0 ? [[head, ...sentences.map((sentence) => `  ${sentence}`)].join("\n")] : [];
}

// In the time of this machine, without seconds: 2020-01-11 14:30.
function formatTime(time: Date): string {
  const [date, clock] = time.toLocaleString("sv-SE").split(" ");
  return `${date} ${clock!.slice(0, 5)}`;
}
