import { didYouMean } from "../did-you-mean.ts";
import { UsageError } from "../errors.ts";
import { problemCodes, type ProblemCode } from "../problem.ts";
import { wrapText } from "../text/wrap.ts";
import type { Explanation, ExampleFiles } from "./explanation.ts";
import { fileExplanations } from "./files.ts";
import { imageExplanations } from "./images.ts";
import { madeExplanations } from "./made.ts";
import { settingExplanations } from "./settings.ts";
import { sourceExplanations } from "./sources.ts";
import { textExplanations } from "./texts.ts";

/** The explanations of all problem codes. */
export const explanations: Record<ProblemCode, Explanation> = {
  ...settingExplanations,
  ...fileExplanations,
  ...textExplanations,
  ...imageExplanations,
  ...sourceExplanations,
  ...madeExplanations,
};

/** The width of the text, in columns: that of a terminal that has not been widened. */
const columns = 80;

/** How much of an example is shown, in characters of a line and in lines. */
const most = { characters: 76, lines: 16 };

/**
 * Returns the explanation of a problem code as text; without a code, a list of all. Throws a UsageError if there is no
 * such code.
 */
export function explain(code?: string): string {
  if (code === undefined) return listCodes();
  if (!isCode(code)) {
    const hint = didYouMean(code, Object.keys(problemCodes), "“pamphlet explain” lists all codes.");
    throw new UsageError(`There is no problem code “${code}”. ${hint}`);
  }
  const { why, mend, example } = explanations[code];
  return [
    `${code}: ${problemCodes[code]}`,
    "",
    ...wrapText(why, columns),
    ...formatExample("For example:", example?.wrong),
    "",
    ...wrapText(mend, columns),
    ...formatExample("Mended:", example?.right, example?.wrong),
  ].join("\n");
}

function listCodes(): string {
  const width = Math.max(...Object.keys(problemCodes).map((code) => code.length));
  return Object.entries(problemCodes)
    .map(([code, meaning]) => `${code.padEnd(width)}  ${meaning}`)
    .join("\n");
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}

// Without the files that are as they were before.
function formatExample(heading: string, files: ExampleFiles = {}, before: ExampleFiles = {}): string[] {
  const shown = Object.entries(files).filter(([name, text]) => text !== before[name]);
  if (shown.length === 0) return [];
  return ["", heading, ...shown.flatMap(([name, text]) => ["", `    ${name}`, ...formatLines(text)])];
}

function formatLines(text: string): string[] {
  const lines = text.trimEnd().split("\n");
  const shown = lines.length > most.lines ? [...lines.slice(0, most.lines), "…"] : lines;
  return shown.map((line) =>
    `    | ${line.length > most.characters ? `${line.slice(0, most.characters)}…` : line}`.trimEnd(),
  );
}
