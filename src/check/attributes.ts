import { parseMarkdown, type Token } from "../markdown/parse.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { Problem } from "../problem.ts";
import { type Draft, type Prose } from "../publication.ts";
import { textClasses } from "../schemas.ts";
import { matchInMarkdown } from "./place.ts";

/** A piece of a text that looks like attributes, `{: … }`. */
interface Written {
  text: string;
  /** The row of the body, from 0, and the column, from 0. */
  row: number;
  column: number;
}

type Fault = Pick<Problem, "message" | "hint">;

const classNames = Object.keys(textClasses);
const classHint = `The classes are ${classNames.join(" and ")}.`;

/**
 * Checks that everything in `{: … }` has an effect: it belongs to an element, and is a class, a language or a direction
 * that this element can have.
 */
export function checkAttributes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => {
    const { tokens } = parseMarkdown(prose);
    return findWritten(prose, tokens).flatMap((written) =>
      findFaults(written, prose, tokens).map((fault): Problem => ({
        code: "attribute-wrong",
        place: { file: prose.file, line: prose.bodyLine + written.row, column: written.column + 1 },
        ...fault,
      })),
    );
  });
}

function findWritten({ body }: Prose, tokens: Token[]): Written[] {
  const code = tokens.flatMap((token) => rowsOfCode(token) ?? []);
  return splitAtEmptyRows(body).flatMap(({ first, content }) =>
    matchInMarkdown(content, /\{:[^{}\n]*\}?|\{[.#][A-Za-z][^{}\n]*\}/g)
      .map(({ text, index }) => {
        const before = content.slice(0, index).split("\n");
        return { text, row: first + before.length - 1, column: before.at(-1)!.length };
      })
      .filter(({ row }) => !code.some(({ first, end }) => row >= first && row < end)),
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

// Returns the rows of a block of code, from `first` up to, but not including, `end`. The row that opens a fence is left
// out, because it may have attributes.
function rowsOfCode({ type, map }: Token): { first: number; end: number } | undefined {
  if (map === null || (type !== "fence" && type !== "code_block")) return undefined;
  return { first: type === "fence" ? map[0] + 1 : map[0], end: map[1] };
}

function findFaults(written: Written, prose: Prose, tokens: Token[]): Fault[] {
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
  const blocks = blocksAround(written, tokens);
  const hint =
    "Write it in the line after a paragraph or a list, or right after words in brackets: [words]{: lang=fa }. " +
    "If the braces themselves are meant, write \\{:.";
  if (blocks.some((block) => isPrinted(text, block, prose)))
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
    ([part]) => findFault(part, row, tokens) ?? [],
  );
}

// Returns whether something stands in the words of a block that the editor did not mean to stand there: more often than
// it is written with a backslash.
function isPrinted(text: string, { children, map }: Token, { body }: Prose): boolean {
  const words = (children ?? []).filter(({ type }) => type === "text").map(({ content }) => content);
  const rows = map
    ? body
        .split("\n")
        .slice(...map)
        .join("\n")
    : "";
  const countIn = (whole: string, part: string) => whole.split(part).length - 1;
  return countIn(words.join(""), text) > countIn(rows, `\\${text}`);
}

// Returns the blocks of running text that have the row. The cells of a table have no rows, so a cell is found by its
// text, and only if it has nothing but the attributes.
function blocksAround({ text, row }: Written, tokens: Token[]): Token[] {
  const inlines = tokens.filter(({ type }) => type === "inline");
  const here = inlines.filter(({ map }) => covers(map, row));
  return here.length > 0 ? here : inlines.filter(({ map, content }) => !map && content.trim() === text);
}

function findFault(part: string, row: number, tokens: Token[]): Fault | undefined {
  if (part.startsWith(".")) return findClassFault(part.slice(1), row, tokens);
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
    return names.map((name) => findClassFault(name, row, tokens)).find((fault) => fault !== undefined);
  }
  // Their values are checked in languages.ts.
  if (key === "lang" || key === "dir") return undefined;
  return {
    message: `The attribute “${key}” has no meaning here.`,
    hint: didYouMean(key, ["lang", "dir", "class"], "Only a class, lang and dir have a meaning here."),
  };
}

function findClassFault(name: string, row: number, tokens: Token[]): Fault | undefined {
  const allowedTags = Object.hasOwn(textClasses, name) ? textClasses[name] : undefined;
  if (!allowedTags)
    return { message: `The class “${name}” has no meaning.`, hint: didYouMean(name, classNames, classHint) };
  // The elements with this class, each with the rows of its block.
  const elements = tokens.flatMap((block) =>
    [block, ...(block.children ?? [])]
      .filter(({ attrs }) => attrs?.some(([key, value]) => key === "class" && String(value).split(" ").includes(name)))
      .map(({ tag }) => ({ tag, rows: block.map })),
  );
  const [innermost] = elements
    .flatMap(({ tag, rows }) => (rows && covers(rows, row) ? [{ tag, size: rows[1] - rows[0] }] : []))
    .sort((one, other) => one.size - other.size);
  // The class of a table stands after an empty line, and a class in a note may be outside the rows of the note. Then
  // nothing says which element it belongs to, so it is enough if one element with this class may have it.
  const tags = (innermost ? [innermost] : elements).map(({ tag }) => tag);
  if (tags.some((tag) => allowedTags.includes(tag))) return undefined;
  return {
    message: `The class “${name}” has no effect on ${elementNames[tags[0] ?? ""] ?? "a note"}.`,
    hint: `It is for ${joinWithOr(allowedTags.map((tag) => elementNames[tag]!))}.`,
  };
}

function covers(map: Token["map"], row: number): boolean {
  return map !== null && row >= map[0] && row < map[1];
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
