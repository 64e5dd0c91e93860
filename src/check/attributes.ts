import { parseMarkdown, type Token } from "../markdown/parse.ts";
import { didYouMean } from "../did-you-mean.ts";
import { remember } from "../remember.ts";
import type { Problem } from "../problem.ts";
import { type Draft, type Prose } from "../publication.ts";
import { textClasses } from "../schemas.ts";
import { matchInMarkdown } from "./place.ts";
import { indexTokens, rowsBetween, type TokenIndex } from "./token-index.ts";

/** A piece of a text that looks like attributes, `{: … }`. */
interface Written {
  text: string;
  /** The row of the body, from 0, and the column, from 0. */
  row: number;
  column: number;
}

type Fault = Pick<Problem, "message" | "hint">;

const classNames = Object.keys(textClasses);
const classHint = `The classes are ${new Intl.ListFormat("en-GB").format(classNames)}.`;

/**
 * Checks that everything in `{: … }` has an effect: it belongs to an element, and is a class, a language or a direction
 * that this element can have.
 */
export function checkAttributes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => {
    const { tokens } = parseMarkdown(prose);
    const index = indexTokens(prose, tokens);
    return findWritten(prose, tokens).flatMap((written) =>
      findFaults(written, index).map((fault): Problem => ({
        code: "attribute-wrong",
        place: { file: prose.file, line: prose.bodyLine + written.row, column: written.column + 1 },
        ...fault,
      })),
    );
  });
}

const attributesPattern = /\{:[^{}\n]*\}?|\{[.#][A-Za-z][^{}\n]*\}/g;

function findWritten({ body }: Prose, tokens: Token[]): Written[] {
  const code = new Set(tokens.flatMap(rowsOfCode));
  return splitAtEmptyRows(body).flatMap(({ first, content }) =>
    placesIn(content, matchInMarkdown(content, attributesPattern))
      .map(({ text, row, column }) => ({ text, row: first + row, column }))
      .filter(({ row }) => !code.has(row)),
  );
}

// Code within a line may go on in the next line, but not over an empty one. `first` is the first row of a part, from 0.
function splitAtEmptyRows(body: string): { first: number; content: string }[] {
  const parts: { first: number; rows: string[] }[] = [];
  let isAfterEmpty = true;
  for (const [row, line] of body.split("\n").entries()) {
    if (line.trim() === "") isAfterEmpty = true;
    else {
      if (isAfterEmpty) parts.push({ first: row, rows: [] });
      parts.at(-1)!.rows.push(line);
      isAfterEmpty = false;
    }
  }
  return parts.map(({ first, rows }) => ({ first, content: rows.join("\n") }));
}

// Returns the rows and columns, from 0, of matches, which are in the order of the text.
function placesIn(content: string, matches: { text: string; index: number }[]): Written[] {
  let [row, rowStart] = [0, 0];
  return matches.map(({ text, index }) => {
    for (let end = content.indexOf("\n", rowStart); end >= 0 && end < index; end = content.indexOf("\n", rowStart)) {
      row++;
      rowStart = end + 1;
    }
    return { text, row, column: index - rowStart };
  });
}

// Returns the rows of a block of code. The row that opens a fence is left out, because it may have attributes.
function rowsOfCode({ type, map }: Token): number[] {
  if (map === null || (type !== "fence" && type !== "code_block")) return [];
  return rowsBetween(type === "fence" ? map[0] + 1 : map[0], map[1]);
}

function findFaults(written: Written, index: TokenIndex): Fault[] {
  const { text, row } = written;
  if (!text.startsWith("{:"))
    return [
      { message: `“${text}” would be printed as it is typed.`, hint: `Write it with a colon: {: ${text.slice(1)}.` },
    ];
  if (!text.endsWith("}")) {
    return [
      {
        message: `“${text.trim()}” is not closed, so it would be printed as it is typed.`,
        hint: "Close it with }, or write \\{: if the brace itself is meant.",
      },
    ];
  }
  const blocks = index.blocksByRow.get(row) ?? index.cellsByText.get(text) ?? [];
  const hint =
    "Write it in the line after a paragraph or a list, or right after words in brackets: [words]{: lang=fa }. " +
    "If the braces themselves are meant, write \\{:.";
  if (blocks.some((block) => isPrinted(text, block, index)))
    return [{ message: `“${text}” belongs to no element, so it would be printed as it is typed.`, hint }];
  const isAlone = blocks.some(
    ({ content, children }) => content.trim() === text && !children?.some(({ content }) => content.trim() !== ""),
  );
  if (isAlone) {
    return [
      {
        message: `“${text}” belongs to no element: an empty line or no text comes before it.`,
        hint: `${hint} After a table it needs an empty line before it.`,
      },
    ];
  }
  return [...text.slice(2, -1).matchAll(/[^\s="]+="[^"]*"|[^\s]+/g)].flatMap(
    ([part]) => findFault(part, row, index) ?? [],
  );
}

// Returns whether something stands in the words of a block that the editor did not mean to stand there: more often than
// it is written with a backslash.
function isPrinted(text: string, block: Token, { rows }: TokenIndex): boolean {
  const printed = countAttributes(block).get(withoutEmphasis(text)) ?? 0;
  if (printed === 0) return false;
  const source = block.map ? rows.slice(...block.map).join("\n") : "";
  return printed > source.split(`\\${text}`).length - 1;
}

// Asterisks and underscores around words are not printed: {: lang=_fa_ } becomes {: lang=fa }, with fa emphasised.
function withoutEmphasis(text: string): string {
  return text.replace(/[*_]/g, "");
}

// Counts what looks like attributes in the words of a block.
const countAttributes = remember((block: Token): Map<string, number> => {
  const words = (block.children ?? []).filter(({ type }) => type === "text").map(({ content }) => content);
  const counts = new Map<string, number>();
  for (const [found] of words.join("").matchAll(attributesPattern)) {
    const text = withoutEmphasis(found);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
});

function findFault(part: string, row: number, index: TokenIndex): Fault | undefined {
  if (part.startsWith(".")) return findClassFault(part.slice(1), row, index);
  const [, key, value] = /^([^=]+)="?([^"]*)"?$/.exec(part) ?? [];
  if (key === undefined || value === undefined) {
    const candidates = classNames.map((name) => `.${name}`);
    return {
      message: `“${part}” has no meaning here.`,
      hint: didYouMean(`.${part}`, candidates, `A class is written with a dot. ${classHint}`),
    };
  }
  if (key === "class") {
    const names = value.split(/\s+/).filter(Boolean);
    if (names.length === 0) return { message: "No class is named.", hint: classHint };
    return names.map((name) => findClassFault(name, row, index)).find((fault) => fault !== undefined);
  }
  // Their values are checked in languages.ts.
  if (key === "lang" || key === "dir") return undefined;
  return {
    message: `The attribute “${key}” has no meaning here.`,
    hint: didYouMean(key, ["lang", "dir", "class"], "Only a class, lang and dir have a meaning here."),
  };
}

function findClassFault(name: string, row: number, { tagsByClass, innermostByClass }: TokenIndex): Fault | undefined {
  const allowedTags = Object.hasOwn(textClasses, name) ? textClasses[name] : undefined;
  if (!allowedTags)
    return { message: `The class “${name}” has no meaning.`, hint: didYouMean(name, classNames, classHint) };
  const innermost = innermostByClass.get(name)?.get(row);
  // The class of a table stands after an empty line, and a class in a note may be outside the rows of the note. Then
  // nothing says which element it belongs to, so it is enough if one element with this class may have it.
  const tags = innermost ? [innermost.tag] : [...(tagsByClass.get(name) ?? [])];
  if (tags.some((tag) => allowedTags.includes(tag))) return undefined;
  return {
    message: `The class “${name}” has no effect on ${elementNames[tags[0] ?? ""] ?? "a note"}.`,
    hint: `It is for ${joinWithOr(allowedTags.map((tag) => elementNames[tag]!))}.`,
  };
}

function joinWithOr(names: string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}

const elementNames: Record<string, string> = {
  p: "a paragraph",
  ul: "a list",
  ol: "a numbered list",
  li: "a single item of a list",
  blockquote: "a quotation",
  table: "a table",
  hr: "a line across the page",
  code: "code",
  img: "an image",
  a: "a link",
  span: "words in brackets",
  em: "emphasis",
  strong: "strong words",
  td: "a cell",
  th: "a cell",
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, "a heading"])),
};
