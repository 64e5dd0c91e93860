import { parse, type Token } from "../markdown/parse.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { Problem } from "../problem.ts";
import { type Draft, type Prose } from "../publication.ts";
import { textClasses } from "../schemas.ts";
import { inMarkdown } from "./place.ts";

/** What a writer has put in `{: … }`, with its place. */
interface Written {
  text: string;
  /** Row of the body, from 0, and column, from 0. */
  row: number;
  column: number;
}

type Fault = Pick<Problem, "message" | "hint">;

const known = Object.keys(textClasses);
const classes = `The classes are ${known.join(" and ")}.`;

/**
 * Everything in `{: … }` comes to something: it belongs to an element, and is a class, a language or a direction that
 * means something there.
 */
export function attributes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => {
    const { tokens } = parse(prose);
    return writtenIn(prose, tokens).flatMap((written) =>
      faultsOf(written, tokens).map((fault): Problem => ({
        code: "attribute-wrong",
        place: { file: prose.file, line: prose.bodyLine + written.row, column: written.column + 1 },
        ...fault,
      })),
    );
  });
}

function writtenIn({ body }: Prose, tokens: Token[]): Written[] {
  const code = tokens.flatMap(({ type, map }) =>
    !map ? [] : type === "fence" ? [[map[0] + 1, map[1]]] : type === "code_block" ? [map] : [],
  );
  return body.split("\n").flatMap((line, row) => {
    if (code.some(([first, end]) => row >= first! && row < end!)) return [];
    let from = 0;
    return inMarkdown(line, /\{:[^{}]*\}?|\{[.#][A-Za-z][^{}]*\}/g).map((text) => {
      const column = line.indexOf(text, from);
      from = column + text.length;
      return { text, row, column };
    });
  });
}

function faultsOf(written: Written, tokens: Token[]): Fault[] {
  const { text, row } = written;
  const inlines = tokens.filter(({ type }) => type === "inline");
  const here = inlines.filter(({ map }) => covers(map, row));
  // The cells of a table have no rows of their own.
  const around = here.length > 0 ? here : inlines.filter(({ map, content }) => !map && content.trim() === text);
  if (!text.startsWith("{:"))
    return [{ message: `"${text}" stays as it is written`, hint: `Write it with a colon: {: ${text.slice(1)}` }];
  const hint =
    "It stands in the line after a paragraph or a list, or right after words in brackets: [words]{: lang=fa }. If the braces are meant, write \\{:.";
  if (!text.endsWith("}"))
    return [
      {
        message: `"${text.trim()}" is not closed, and stays as it is written`,
        hint: "Close it with }, or write \\{: if the braces are meant.",
      },
    ];
  if (around.some(({ children }) => children?.some(({ type, content }) => type === "text" && content.includes(text)))) {
    return [{ message: `"${text}" belongs to nothing where it stands, and stays as it is written`, hint }];
  }
  if (
    around.some(
      ({ content, children }) => content.trim() === text && !children?.some(({ content }) => content.trim() !== ""),
    )
  ) {
    return [
      {
        message: `"${text}" belongs to nothing: there is an empty line before it, or no text`,
        hint: `${hint} After a table there is an empty line before it.`,
      },
    ];
  }
  return [...text.slice(2, -1).matchAll(/[^\s="]+="[^"]*"|[^\s]+/g)].flatMap(
    ([part]) => faultOf(part, row, tokens) ?? [],
  );
}

function faultOf(part: string, row: number, tokens: Token[]): Fault | undefined {
  if (part.startsWith(".")) return ofClass(part.slice(1), row, tokens);
  const [, key, value] = /^([^=]+)="?([^"]*)"?$/.exec(part) ?? [];
  if (key === undefined || value === undefined) {
    return {
      message: `"${part}" means nothing here`,
      hint: didYouMean(
        `.${part}`,
        known.map((name) => `.${name}`),
        `A class is written with a dot. ${classes}`,
      ),
    };
  }
  if (key === "class")
    return value
      .split(/\s+/)
      .map((name) => ofClass(name, row, tokens))
      .find((fault) => fault !== undefined);
  // What they say is told by the rule on languages.
  if (key === "lang" || key === "dir") return undefined;
  return {
    message: `the attribute "${key}" means nothing here`,
    hint: didYouMean(key, ["lang", "dir", "class"], "What can stand here: a class, lang and dir."),
  };
}

function ofClass(name: string, row: number, tokens: Token[]): Fault | undefined {
  const elements = textClasses[name];
  if (!elements) return { message: `the class "${name}" means nothing here`, hint: didYouMean(name, known, classes) };
  const bearers = tokens
    .flatMap(({ map, ...block }) => [block, ...(block.children ?? [])].map((token) => ({ token, map })))
    .filter(({ token: { attrs } }) =>
      attrs?.some(([key, value]) => key === "class" && String(value).split(" ").includes(name)),
    );
  const size = (map: Token["map"]) => (map ? map[1] - map[0] : Infinity);
  const [bearer] = bearers.filter(({ map }) => covers(map, row)).sort((one, other) => size(one.map) - size(other.map));
  // One that is written after an empty line, or in a note, stands outside the rows of its element.
  const tags = (bearer ? [bearer] : bearers).map(({ token: { tag } }) => tag);
  if (tags.some((tag) => elements.includes(tag))) return undefined;
  const hint = `It is for ${either(elements.map((tag) => elementNames[tag]!))}.`;
  return { message: `the class "${name}" means nothing on ${elementNames[tags[0] ?? ""] ?? "a note"}`, hint };
}

function covers(map: Token["map"], row: number): boolean {
  return map !== null && row >= map[0] && row < map[1];
}

function either(names: string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}

const elementNames: Record<string, string> = {
  p: "a paragraph",
  ul: "a list",
  ol: "a numbered list",
  li: "a single item of a list",
  blockquote: "a quotation",
  table: "a table",
  hr: "a rule",
  code: "code",
  img: "a picture",
  a: "a link",
  span: "words in brackets",
  em: "emphasis",
  strong: "strong words",
  td: "a cell",
  th: "a cell",
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, "a heading"])),
};
