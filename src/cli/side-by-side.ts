import { styleText } from "node:util";
import { listHunks, type SourceComparison } from "../check/verbatim.ts";
import { rightToLeftLetter } from "../inspect/reading-order.ts";
import { countColumns, wrapText } from "../text/wrap.ts";
import { spellWords, type Word } from "../words.ts";

// A source and its statement in two columns, with their differences marked: on a terminal in colours, elsewhere by
// signs.

/** How a comparison is shown. */
export interface ColumnSettings {
  /** How many characters a line has, for both texts together. */
  width: number;
  /** Whether differences are marked by colours, not by signs. */
  inColours: boolean;
  /** Whether the texts are written from right to left. */
  fromRight: boolean;
  /** The names over the two columns. */
  heads: { source: string; text: string };
}

/** What a word is: the same in both texts, different, or different by a declared correction. */
type Kind = "same" | "differs" | "corrected";

interface MarkedWord {
  text: string;
  line: number;
  kind: Kind;
}

/** Words that stand side by side: about a paragraph. */
interface Block {
  source: MarkedWord[];
  text: MarkedWord[];
}
type Side = keyof Block;

/** The narrowest column that can be read, chosen by eye. */
const leastWidth = 20;

const signs = {
  source: { differs: ["[-", "-]"], corrected: ["[=", "=]"] },
  text: { differs: ["{+", "+}"], corrected: ["{=", "=}"] },
} as const;
const colours = {
  source: { differs: "red", corrected: "yellow" },
  text: { differs: "green", corrected: "yellow" },
} as const;

/** Returns the lines of a comparison in two columns, each with the line on which its words stand in their file. */
export function formatSideBySide(comparison: SourceComparison, settings: ColumnSettings): string[] {
  const blocks = splitIntoBlocks(comparison);
  const lastLine = Math.max(1, ...blocks.flatMap(({ source, text }) => [...source, ...text].map(({ line }) => line)));
  const gutter = String(lastLine).length;
  const width = Math.max(leastWidth, Math.floor((settings.width - " │ ".length - 2 * (gutter + 2)) / 2));
  const row = (...cells: [number: string, text: string][]) =>
    cells.map(([number, text]) => `${number.padStart(gutter)}  ${text}`).join(" │ ");
  const head = row(["", padCell(settings.heads.source, width, false)], ["", settings.heads.text]);
  return [
    head,
    ...blocks.flatMap((block) => {
      const cells = (["source", "text"] as const).map((side) => ({
        lines: formatCell(block[side], side, width, settings),
        number: String(block[side][0]?.line ?? ""),
      }));
      const count = Math.max(...cells.map(({ lines }) => lines.length));
      const rows = Array.from({ length: count }, (_, index) =>
        row(
          ...cells.map(({ lines, number }): [string, string] => [
            index === 0 ? number : "",
            lines[index] ?? " ".repeat(width),
          ]),
        ),
      );
      return [row(["", " ".repeat(width)], ["", ""]), ...rows];
    }),
  ].map((line) => line.trimEnd());
}

/** Returns a line that explains the marks. */
export function formatLegend(inColours: boolean): string {
  const show = (text: string, kind: Exclude<Kind, "same">, side: Side) =>
    inColours ? styleText(colours[side][kind], text, { validateStream: false }) : sign(text, kind, side);
  return [
    show("only in the source", "differs", "source"),
    show("only in the statement", "differs", "text"),
    show("declared as a correction", "corrected", "text"),
  ].join(", ");
}

// Splits where a paragraph of the statement begins, or one that only the source has.
function splitIntoBlocks(comparison: SourceComparison): Block[] {
  const { source, text } = comparison;
  const blocks: Block[] = [{ source: [], text: [] }];
  const add = (side: Side, word: Word & { bullet?: true }, kind: Kind) =>
    blocks.at(-1)![side].push({ text: word.text, line: word.line, kind: word.bullet || word.mark ? "same" : kind });
  const begins = (words: Word[], index: number) =>
    words[index] !== undefined && index > 0 && words[index].line - words[index - 1]!.line > 1;
  let [a, b] = [0, 0];
  for (const { a: inSource, b: inText, declared } of [
    ...listHunks(comparison),
    { a: [source.length, source.length], b: [text.length, text.length], declared: false },
  ]) {
    const kind = declared ? "corrected" : "differs";
    for (; a < inSource[0]!; a++, b++) {
      if (begins(text, b)) blocks.push({ source: [], text: [] });
      add("source", source[a]!, "same");
      add("text", text[b]!, "same");
    }
    const isNew = inText[0] === inText[1] ? begins(source, a) : begins(text, b);
    if (isNew) blocks.push({ source: [], text: [] });
    for (; a < inSource[1]!; a++) add("source", source[a]!, kind);
    for (; b < inText[1]!; b++) add("text", text[b]!, kind);
  }
  return blocks;
}

function formatCell(
  words: MarkedWord[],
  side: Side,
  width: number,
  { inColours, fromRight }: ColumnSettings,
): string[] {
  const stretches: { kind: Kind; words: MarkedWord[] }[] = [];
  for (const word of words) {
    const last = stretches.at(-1);
    if (last?.kind === word.kind) last.words.push(word);
    else stretches.push({ kind: word.kind, words: [word] });
  }
  const spelled = stretches.map(({ kind, words }) => ({
    text: inColours ? spellWords(words) : sign(spellWords(words), kind, side),
    kind,
  }));
  const lines = wrapText(spellWords(spelled), width).flatMap((line) => divideLine(line, width));
  const kinds = spelled.flatMap(({ text, kind }) => [...text.replaceAll(" ", "")].map(() => kind));
  return lines.map((line) => padCell(line, width, fromRight, inColours ? paintLine(line, side, kinds) : line));
}

function sign(text: string, kind: Kind, side: Side): string {
  if (kind === "same") return text;
  const [begin, end] = signs[side][kind];
  return `${begin}${text}${end}`;
}

// Divides a line that is one long word, such as a web address.
function divideLine(line: string, width: number): string[] {
  const lines = [""];
  for (const character of line) {
    if (countColumns(lines.at(-1)! + character) > width) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines;
}

// Takes the kinds of the characters of a line, without spaces, from the front of `kinds`.
function paintLine(line: string, side: Side, kinds: Kind[]): string {
  return line
    .split(/( +)/)
    .map((part) => {
      if (part.trim() === "") return part;
      const [kind] = kinds.splice(0, [...part].length);
      return kind === undefined || kind === "same"
        ? part
        : styleText(colours[side][kind], part, { validateStream: false });
    })
    .join("");
}

// U+2068 and U+2069 (UAX 9) keep the letters of a cell from changing places with those of the other.
function padCell(line: string, width: number, fromRight: boolean, shown = line): string {
  const padding = " ".repeat(Math.max(0, width - countColumns(line)));
  const cell = rightToLeftLetter.test(line) ? `\u2068${shown}\u2069` : shown;
  return fromRight ? `${padding}${cell}` : `${cell}${padding}`;
}
