import type { Run } from "./runs.ts";
import type { Names } from "./writing.ts";

// Writes runs as Markdown. What means something in Markdown gets a backslash only where it would be taken for that.

/** Writes runs as the lines of one paragraph; a line break is a backslash at the end of a line. */
export function writeRuns(runs: Run[], names: Names): string {
  return escapeLineStarts(tidyBreaks(writeLevel(trimRuns(moveEdges(runs)), 0, names)));
}

/** Writes runs in one line: for headings and the cells of tables. */
export function writeLine(runs: Run[], names: Names): string {
  const inOneLine = runs.map((run): Run => (run.kind === "break" ? { kind: "text", text: " " } : run));
  return writeRuns(inOneLine, names).replace(/ {2,}/g, " ");
}

/** Returns the words of runs without any markup. */
export function plainText(runs: Run[]): string {
  const texts = runs.map(({ kind, text }) => (kind === "text" || kind === "code" ? text : kind === "break" ? " " : ""));
  return texts.join("").replace(/\s+/g, " ").trim();
}

const levels = ["link", "lang", "strong", "em"] as const;

// Writes what is alike in one respect inside one pair of signs: first links, in them passages in another language, …
function writeLevel(runs: Run[], level: number, names: Names): string {
  const respect = levels[level];
  if (!respect) return runs.map((run) => writeRun(run, names)).join("");
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    // A note mark or a line break inside a link or an emphasis says nothing of it.
    if (group && group[0]![respect] === run[respect]) group.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => wrap(writeLevel(group, level + 1, names), group[0]!, respect)).join("");
}

function wrap(text: string, run: Run, respect: (typeof levels)[number]): string {
  if (!run[respect] || text.trim() === "") return text;
  if (respect === "strong") return `**${text}**`;
  if (respect === "em") return `*${text}*`;
  if (respect === "lang") return `[${text}]{: lang=${run.lang} }`;
  return writeLink(text, run.link!);
}

function writeLink(text: string, address: string): string {
  const bare = text.replace(/\\(?=[^\w\s])/g, "");
  if (bare === address && !/[\s<>]/.test(address)) return `<${address}>`;
  if (`mailto:${bare}` === address && /^[\w.+-]+@[\w.-]+$/.test(bare)) return `<${bare}>`;
  const safe = address.replace(/[\s<>]/g, encodeURIComponent);
  return `[${text}](${/[()\\]/.test(safe) ? `<${safe}>` : safe})`;
}

function writeRun(run: Run, names: Names): string {
  switch (run.kind) {
    case "break":
      return "\\\n";
    case "note":
      return `[^${names.label(run.text)}]`;
    case "notice":
      return names.mark(run.text);
    case "code":
      return writeCode(run.text);
    case "image":
      return writeImage(run, names);
    case "text":
      return escapeText(run.text, run.link !== undefined || run.lang !== undefined);
  }
}

function writeCode(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.trim() === "") return line;
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(line) ? " " : "";
  return fence + space + line + space + fence;
}

function writeImage({ text, src = "", caption }: Run, names: Names): string {
  const path = names.imagePath(src);
  if (!path) return names.mark("Here is an image in a format that cannot be used.") + escapeText(caption ?? "", false);
  const title = caption ? ` "${caption.replace(/["\\]/g, "\\$&")}"` : "";
  return `![${escapeText(text, true)}](${path}${title})`;
}

/** Escapes the characters of a text that Markdown would take for markup. `isInBrackets`: it stands inside `[…]`. */
export function escapeText(text: string, isInBrackets: boolean): string {
  return (
    text
      .replace(/\\(?=[!-/:-@[-`{-~\n]|$)/g, "\\\\")
      .replaceAll("`", "\\`")
      // An asterisk or underscore between spaces is itself; so is an underscore inside a word.
      .replace(/(?<!\s)\*|\*(?!\s)/g, "\\*")
      .replace(/(?<![\p{L}\p{N}\s])_|_(?![\p{L}\p{N}\s])|(?<=\s|^)_(?=\S)|(?<=\S)_(?=\s|$)/gu, "\\_")
      .replace(/~~/g, "\\~~")
      .replace(/<(?=[A-Za-z/!?])/g, "\\<")
      .replace(/&(?=#?\w+;)/g, "\\&")
      .replace(/\{(?=:)/g, "\\{")
      .replace(/\^(?=\[)/g, "\\^")
      .replace(isInBrackets ? /[[\]]/g : /\[(?=\^)|\[(?=[^\]]*$)|\[(?=[^\]]*\][([:{])|(?<=!)\[/g, "\\$&")
  );
}

// Markdown takes these for more than words where they begin a line.
function escapeLineStarts(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/^((?:\ufdd0\d+\ufdd1)*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}\s*$|~{3,}|:?-+:?\s*\|)/, "$1\\$2")
        .replace(/^((?:\ufdd0\d+\ufdd1)*)\*(?=\s|$)/, "$1\\*")
        .replace(/^((?:\ufdd0\d+\ufdd1)*\d{1,9})([.)])(?=\s|$)/, "$1\\$2"),
    )
    .join("\n");
}

function tidyBreaks(text: string): string {
  return text.replace(/[ ]*\\\n[ ]*/g, "\\\n").replace(/^(?:\\\n)+|(?:\\\n)+$/g, "");
}

// Emphasis begins and ends at a letter: `**Who?** we` is emphasis and `**Who? **we` is not. So spaces at its edges, and
// signs at an edge where a letter follows, are written outside of it.
function moveEdges(runs: Run[]): Run[] {
  return runs.flatMap((run, index): Run[] => {
    if (run.kind !== "text" || !(run.strong || run.em)) return [run];
    const { strong: _, em: __, ...other } = run;
    const isSameEmphasis = (beside?: Run) => beside?.strong === run.strong && beside?.em === run.em;
    const [before, after] = [runs[index - 1], runs[index + 1]];
    const outside = (text: string): Run[] => (text === "" ? [] : [{ ...other, text }]);
    const head = isSameEmphasis(before) ? "" : edgeOf(run.text, before?.text.at(-1), /^\s+/, /^[\s\p{P}\p{S}]+/u);
    const rest = run.text.slice(head.length);
    const tail = isSameEmphasis(after) ? "" : edgeOf(rest, after?.text.at(0), /\s+$/, /[\s\p{P}\p{S}]+$/u);
    const middle = rest.slice(0, rest.length - tail.length);
    return [...outside(head), ...(middle === "" ? [] : [{ ...run, text: middle }]), ...outside(tail)];
  });
}

function edgeOf(text: string, beside: string | undefined, spaces: RegExp, signs: RegExp): string {
  const isBesideLetter = beside !== undefined && /[\p{L}\p{N}]/u.test(beside);
  return (isBesideLetter ? signs : spaces).exec(text)?.[0] ?? "";
}

// Takes the white space from both ends, and breaks with it.
function trimRuns(runs: Run[]): Run[] {
  const isBlank = ({ kind, text }: Run) => kind === "break" || (kind === "text" && text.trim() === "");
  const isNotice = ({ kind }: Run) => kind === "notice";
  const kept = [...runs];
  const first = kept.findIndex((run) => !isNotice(run) && !isBlank(run));
  if (first < 0) return kept.filter(isNotice);
  const last = kept.findLastIndex((run) => !isNotice(run) && !isBlank(run));
  return kept.flatMap((run, index): Run[] => {
    if (isBlank(run) && (index < first || index > last)) return [];
    if (run.kind !== "text") return [run];
    const start = index === first ? run.text.trimStart() : run.text;
    return [{ ...run, text: index === last ? start.trimEnd() : start }];
  });
}
