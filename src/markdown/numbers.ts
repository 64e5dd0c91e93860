import { decimalMarkOf } from "../locale-format.ts";

/** A number as it was typed, in the parts by which a column is aligned. */
interface NumberParts {
  /** The decimal mark and the figures after it; empty if there are none. */
  fraction: string;
  /** What follows the number, with the space before it: “ %”, “ €”. */
  unit: string;
}

/**
 * Returns, if the cells of a column are numbers, for each what it lacks at its end to be as wide after its whole number
 * as the widest of them: “,50” for 7 over 12,50. The decimal mark is that of the language, or else the one that was
 * typed. Cells may be empty or have a dash in place of a number. Returns undefined for any other column.
 */
export function findMissingTails(cells: string[], language: string): string[] | undefined {
  for (const mark of [decimalMarkOf(language), ".", ","]) {
    const numbers = cells.map((cell) => readNumber(cell, mark));
    if (numbers.includes(undefined) || cells.every((cell) => isBlank(cell))) continue;
    return missingTails(numbers as NumberParts[], cells);
  }
  return undefined;
}

const sign = String.raw`[-+−–±~≈<>≤≥]?`;
const grouping = String.raw`[.,٬’'\p{Zs}]`;
const unitPattern = String.raw`\p{Zs}?(?:[%‰٪°′″]|\p{Sc}|\p{L}{1,3}\.?)`;

function readNumber(cell: string, mark: string): NumberParts | undefined {
  if (isBlank(cell)) return { fraction: "", unit: "" };
  const pattern = String.raw`^${sign}\p{Zs}?(?:\p{Sc}\p{Zs}?)?${sign}\p{Nd}+(?:(?![${mark}])${grouping}\p{Nd}{3})*`;
  const found = new RegExp(String.raw`${pattern}([${mark}]\p{Nd}+)?(${unitPattern})?$`, "u").exec(cell);
  return found ? { fraction: found[1] ?? "", unit: found[2] ?? "" } : undefined;
}

function isBlank(cell: string): boolean {
  return /^[-–—−]?$/.test(cell);
}

// Figures of a table are of one width, so any figure stands for another. Tails with different units are not compared.
function missingTails(numbers: NumberParts[], cells: string[]): string[] {
  const units = new Set(numbers.map(({ unit }) => unit).filter(Boolean));
  if (units.size > 1) return cells.map(() => "");
  const [unit = ""] = units;
  const longest = numbers.reduce((most, { fraction }) => (fraction.length > most.length ? fraction : most), "");
  return numbers.map((number) => longest.slice(number.fraction.length) + (number.unit === "" ? unit : ""));
}
