import { readdirSync, readFileSync } from "node:fs";

// preflight.ts and rules.ts name what is proved, for a table; they raise no problems.
const sources = readdirSync("src/verify")
  .filter((file) => !["preflight.ts", "rules.ts"].includes(file))
  .map((file) => readFileSync(`src/verify/${file}`, "utf8"));

// The clauses on what a press file lacks, which verify/ puts into its sentences.
const lacks = readFileSync("src/inspect/x4.ts", "utf8");

/** The codes that verify/ can raise, read from its sources. */
export function codesOfVerify(): string[] {
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:code: |about\(\w+, )"([a-z]+(?:-[a-z]+)+)"/g)].map((match) => match[1]!),
  );
  return [...new Set(codes)].sort();
}

/**
 * The sentences that verify/ can say, and the clauses of which it makes them, read from its sources: what is filled in
 * is anything.
 */
export function sentencesOfVerify(): { text: string; says: RegExp }[] {
  const texts = [...sources, lacks].flatMap((source) => literals(withoutHints(source)));
  return (
    [...new Set(texts)]
      // Names and selectors are no sentences: these have small words, and three words or more.
      .filter((text) => text.trim().split(" ").length >= 3 && /(?:^| )\p{Ll}/u.test(text) && !text.includes(" > "))
      .map((text) => ({
        text: text.replaceAll(filled, "…"),
        says: new RegExp(text.split(filled).map(escaped).join("[^]*"), "u"),
      }))
  );
}

const filled = "\u0000";

// A hint says what to do; a comment and a regular expression are no sentences either, and hold quotes that would lead
// astray.
function withoutHints(source: string): string {
  return source
    .replace(/\/\*\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "")
    .replace(/^import .*$/gm, "")
    .replace(/hint: (?:"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|[^\n]*)/g, "")
    .replace(/(?<=[(,=:[!&|?] ?)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, "");
}

// Every string and template; in place of an expression the sign above, and the strings inside it for themselves.
function literals(source: string): string[] {
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
        text += filled;
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
