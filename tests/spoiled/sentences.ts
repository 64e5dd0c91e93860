import { readdirSync, readFileSync } from "node:fs";

// preflight.ts has the columns of a table and reports no problems.
const sources = readdirSync("src/verify")
  .filter((file) => file !== "preflight.ts")
  .map((file) => readFileSync(`src/verify/${file}`, "utf8"));

// verify/ takes its sentences about press files from this function.
const lacks = /export function lacksOfX4[^]*?\n}\n/.exec(readFileSync("src/press/x4.ts", "utf8"))![0];

/** Returns the problem codes that verify/ can report, read from its sources. */
export function codesOfVerify(): string[] {
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:code: |about\(\w+, )"([a-z]+(?:-[a-z]+)+)"/g)].map((match) => match[1]!),
  );
  return [...new Set(codes)].sort();
}

/**
 * Returns the sentences that verify/ can report, or the clauses that it makes them of, read from its sources; `says`
 * matches any value that is filled in.
 */
export function sentencesOfVerify(): { text: string; says: RegExp }[] {
  const texts = [...sources, lacks].flatMap((source) => findLiterals(withoutHints(source)));
  return (
    [...new Set(texts)]
      // Names and selectors are not sentences: a sentence has three words or more, one of them in lower case.
      .filter((text) => text.trim().split(" ").length >= 3 && /(?:^| )\p{Ll}/u.test(text) && !text.includes(" > "))
      .map((text) => ({
        text: text.replaceAll(gap, "…"),
        says: new RegExp(text.split(gap).map(escaped).join("[^]*"), "u"),
      }))
  );
}

const gap = "\u0000";

// Hints are not messages. Comments and regular expressions contain quotation marks that are no string.
function withoutHints(source: string): string {
  return source
    .replace(/\/\*\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "")
    .replace(/^import .*$/gm, "")
    .replace(/hint: (?:"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|[^\n]*)/g, "")
    .replace(/(?<=[(,=:[!&|?] ?)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, "");
}

// Returns the text of every string and template literal. An expression in a template becomes `gap`, and the strings
// inside it are returned as well.
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
