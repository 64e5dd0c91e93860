import { parseMarkdown } from "../markdown/parse.ts";
import { readOwnText } from "../markdown/passages.ts";
import type { Place, Problem } from "../problem.ts";
import type { At } from "../publication.ts";
import { unprintable } from "../schema-fields.ts";
import { normalizeWord } from "../words.ts";
import { readText } from "./folder.ts";
import { hasFrontMatter, splitFrontMatter, type MarkdownParts } from "./front-matter.ts";
import { findExcess } from "./limits.ts";
import { readYaml, type Yaml } from "./yaml.ts";

/** A Markdown file as it is read before anything is known of the others. */
export interface MarkdownFile {
  file: string;
  /** The front matter, with the heading at the top of the text as its title if it gives none; absent if it is broken. */
  yaml?: Yaml;
  /** That heading. */
  heading?: string;
  /** The text; absent if the file cannot be read. */
  body?: string;
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number;
  at: At;
  /** Its words, without those of other languages and addresses: what its language is told by. */
  ownText: string;
  problems: Problem[];
}

/** Reads a Markdown file of the publication. It needs no front matter. */
export async function readMarkdown(folder: string, file: string): Promise<MarkdownFile> {
  const place: Place = { file, line: 1, column: 1 };
  const unread: MarkdownFile = { file, bodyLine: 1, at: () => place, ownText: "", problems: [] };
  const text = await readText(folder, file, place);
  if (typeof text !== "string") return { ...unread, problems: [text] };
  const parts = hasFrontMatter(text) ? splitFrontMatter(text) : { yaml: "", body: text, bodyLine: 1 };
  if (!parts) return { ...unread, problems: [openFrontMatterProblem(place)] };

  const excess = findExcess({ file, ...parts });
  if (excess) return { ...unread, problems: [excess] };

  const yaml = readYaml(parts.yaml, file, 2);
  const problems = findControlCharacters(text, file);
  const ownText = readOwnText(parseMarkdown(parts).tokens);
  const read: MarkdownFile = { file, body: parts.body, bodyLine: parts.bodyLine, at: yaml.at, ownText, problems };
  if (yaml.problem) return { ...read, problems: [...problems, yaml.problem] };
  return { ...read, ...takeTitle(parts, file, yaml) };
}

// Takes the heading with which a text begins out of it, as the title. Where front matter gives the same title, the
// heading would only repeat it; where it gives another one, the heading stays in the text.
function takeTitle(
  parts: MarkdownParts,
  file: string,
  yaml: Yaml,
): Pick<MarkdownFile, "yaml" | "heading" | "body" | "bodyLine"> {
  const value = yaml.value as { title?: unknown };
  const heading = findHeading(parts);
  if (!heading || (value.title !== undefined && !isSameTitle(value.title, heading.title)))
    return { yaml, body: parts.body, bodyLine: parts.bodyLine };
  const rest = {
    body: parts.body.split("\n").slice(heading.end).join("\n"),
    bodyLine: parts.bodyLine + heading.end,
  };
  if (value.title !== undefined) return { yaml, ...rest };
  const place = { file, line: parts.bodyLine + heading.start, column: heading.column };
  const at: At = (...path) => (path[0] === "title" ? place : yaml.at(...path));
  return { yaml: { ...yaml, value: { ...value, title: heading.title }, at }, heading: heading.title, ...rest };
}

interface Heading {
  title: string;
  /** The rows of the body that it takes, [start, end), and the column of its first letter. */
  start: number;
  end: number;
  column: number;
}

// Returns the heading of level 1 at the top of a text, if it is one line of plain words, which a title is. A heading with
// a note, a link or attributes stays in the text, because it would lose them.
function findHeading(parts: MarkdownParts): Heading | undefined {
  const [open, inline] = parseMarkdown(parts).tokens;
  if (open?.type !== "heading_open" || open.tag !== "h1" || open.attrs?.length || !open.map || !inline)
    return undefined;
  const pieces = inline.children ?? [];
  if (pieces.some(({ type }) => !/^(?:text|em_(?:open|close)|strong_(?:open|close))$/.test(type))) return undefined;
  const title = pieces
    .map(({ content }) => content)
    .join("")
    .trim();
  if (title === "") return undefined;
  const [start, end] = open.map;
  const row = parts.body.split("\n")[start]!;
  return { title, start, end, column: /^[\s#]*/.exec(row)![0].length + 1 };
}

function isSameTitle(given: unknown, heading: string): boolean {
  return typeof given === "string" && normalizeWord(given.trim()) === normalizeWord(heading);
}

function openFrontMatterProblem(place: Place): Problem {
  return {
    code: "front-matter-missing",
    place,
    message: "The front matter is not closed.",
    hint: "Put a line of three hyphens, “---”, after the keys. If the line at the top is a rule, write it as “***”.",
  };
}

function findControlCharacters(text: string, file: string): Problem[] {
  return text.split("\n").flatMap((row, index): Problem[] => {
    const column = row.search(unprintable);
    if (column < 0) return [];
    const number = row.charCodeAt(column).toString(16).toUpperCase().padStart(4, "0");
    return [
      {
        code: "value-wrong",
        place: { file, line: index + 1, column: column + 1 },
        message: `The control character U+${number} cannot be printed.`,
        hint: "Delete it; such characters often come with text that was copied from a PDF.",
      },
    ];
  });
}
