import { readdirSync, readFileSync } from "node:fs";
import { problemCodes } from "../../src/problem.ts";

// The strings of preflight.ts are columns of a table, not problems.
const sources = readdirSync("src/verify")
  .filter((file) => !["preflight.ts", "rules.ts"].includes(file))
  .map((file) => readFileSync(`src/verify/${file}`, "utf8"));

// The clauses on what a press file lacks, which verify/ puts into its sentences.
const lacks = ["pdf-x", "x1a", "x4"].map((file) => readFileSync(`src/inspect/${file}.ts`, "utf8"));

/** Returns the codes of problems that the sources of verify/ name. */
export function codesOfVerify(): string[] {
  return Object.keys(problemCodes).filter((code) => sources.some((source) => source.includes(`"${code}"`)));
}

/**
 * Returns the sentences, and the clauses of sentences, in the sources of verify/: each as text, and as a pattern that
 * allows anything in place of an expression.
 */
export function sentencesOfVerify(): { text: string; says: RegExp }[] {
  const texts = [...sources, ...lacks].flatMap((source) => findLiterals(withoutHints(source)));
  return (
    [...new Set(texts)]
      // Leaves out names and selectors: a sentence has three words or more, and some begin with a small letter.
      .filter((text) => text.trim().split(" ").length >= 3 && /(?:^| )\p{Ll}/u.test(text) && !text.includes(" > "))
      .map((text) => ({
        text: text.replaceAll(gap, "…"),
        says: new RegExp(text.split(gap).map(escaped).join("[^]*"), "u"),
      }))
  );
}

const gap = "\u0000";

// A string or a template, several of them joined, and the value of a key `hint`.
const literalPattern = /"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/.source;
const joined = String.raw`(?:${literalPattern})(?:\s*\+\s*(?:${literalPattern}))*`;
const hintPattern = new RegExp(String.raw`hint:\s*(?:${joined}|[^\n]*)`, "g");

// Leaves out hints, which no test expects, and comments, imports and regular expressions, which may have single quotes
// that would be taken for the beginning of a string.
function withoutHints(source: string): string {
  return source
    .replace(/\/\*\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "")
    .replace(/^import .*$/gm, "")
    .replace(hintPattern, "")
    .replace(/(?<=[(,=:[!&|?] ?)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, "");
}

// Returns every string and template of a source. An expression in a template is replaced by the sign `filled`; the
// strings inside it are returned by themselves.
function findLiterals(source: string): string[] {
  const found: string[] = [];
  const read = (from: number, close: string): number => {
    let at = from;
    while (at < source.length && source[at] !== close)
      at =
        source[at] === "{" && close === "}" ? read(at + 1, "}") + 1 : '"`'.includes(source[at]!) ? literal(at) : at + 1;
    return at;
  };
  const literal = (from: number): number => {
    const quote = source[from]!;
    let [at, text] = [from + 1, ""];
    while (at < source.length && source[at] !== quote) {
      if (quote === "`" && source.startsWith("${", at)) {
        at = read(at + 2, "}") + 1;
        text += gap;
      } else {
        if (source[at] === "\\") at++;
        text += source[at++];
      }
    }
    found.push(text);
    return at + 1;
  };
  read(0, "");
  return found;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
