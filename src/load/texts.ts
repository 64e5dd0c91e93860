import path from "node:path";
import { directionOf, addScript } from "../language.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import { didYouMean } from "../did-you-mean.ts";
import { readOwnText } from "../markdown/passages.ts";
import type { Place, Problem } from "../problem.ts";
import { type Preface, type Prose, type Statement } from "../publication.ts";
import { prefaceSchema, statementSchema } from "../schemas.ts";
import { slug, unprintable } from "../schema-fields.ts";
import type { Entry } from "./contents.ts";
import { listFiles, readText } from "./folder.ts";
import { hasFrontMatter, splitFrontMatter } from "./front-matter.ts";
import { findExcess } from "./limits.ts";
import { validate } from "./validate.ts";
import { readYaml, type Yaml } from "./yaml.ts";

/**
 * What was read of a Markdown file: the text, if the file can be read; the statement or the preface, if it has no
 * problems.
 */
export interface TextFile {
  entry: Entry;
  prose?: Prose;
  statement?: Omit<Statement, "leaflet">;
  preface?: Preface;
  problems: Problem[];
}

/** Reads the file of a statement. `language` is used if the front matter names none. */
export async function readStatement(folder: string, file: string, language: string): Promise<TextFile> {
  const text = await readMarkdown(folder, file, language);
  // Also if the name of the file is wrong, the files that it names are known: they must not be reported as well.
  const entry = text.yaml ? { ...text.entry, ...namedFiles(text.yaml) } : text.entry;
  if (!slug.safeParse(entry.slug).success) return { entry, problems: [nameProblem(file)] };
  if (!text.yaml || !text.prose) return text;
  const { value, problems } = validate(statementSchema, text.yaml);
  if (!value) return { ...text, entry, problems: [...text.problems, ...problems] };

  const { leaflet: _, ...keys } = value;
  const document = await readSource(folder, value.source.file, text.yaml.at("source", "file"));
  if (typeof document !== "string") return { ...text, entry, problems: [...text.problems, document] };
  const prose = { ...text.prose, dir: value.dir ?? text.prose.dir };
  const statement = { ...keys, ...prose, source: { ...value.source, document }, corrections: value.corrections ?? [] };
  return { ...text, entry, prose, statement };
}

/** Reads the file of the preface, which needs no front matter. `language` is used if the front matter names none. */
export async function readPreface(folder: string, file: string, language: string): Promise<TextFile> {
  const text = await readMarkdown(folder, file, language, { needsFrontMatter: false });
  if (!text.yaml || !text.prose) return text;
  const { value, problems } = validate(prefaceSchema, text.yaml);
  return value
    ? { ...text, preface: { ...value, ...text.prose, dir: value.dir ?? text.prose.dir } }
    : { ...text, problems: [...text.problems, ...problems] };
}

async function readMarkdown(
  folder: string,
  file: string,
  language: string,
  { needsFrontMatter = true } = {},
): Promise<TextFile & { yaml?: Yaml }> {
  const place: Place = { file, line: 1, column: 1 };
  const entry: Entry = { slug: path.basename(file, ".md"), file, place };
  const unread: Entry = { ...entry, unread: true };
  const text = await readText(folder, file, place);
  if (typeof text !== "string") return { entry: unread, problems: [text] };
  const isWithoutFrontMatter = !needsFrontMatter && !hasFrontMatter(text);
  const parts = splitFrontMatter(text) ?? (isWithoutFrontMatter ? { yaml: "", body: text, bodyLine: 1 } : undefined);
  if (!parts) return { entry: unread, problems: [frontMatterProblem(place, text)] };

  const excess = findExcess({ file, ...parts });
  if (excess) return { entry: unread, problems: [excess] };

  const yaml = readYaml(parts.yaml, file, 2);
  const named = (yaml.value as { lang?: unknown } | undefined)?.lang;
  const lang = addScript(typeof named === "string" ? named : language, readOwnText(parseMarkdown(parts).tokens));
  const prose: Prose = {
    slug: entry.slug,
    file,
    lang,
    dir: directionOf(lang),
    body: parts.body,
    bodyLine: parts.bodyLine,
    at: yaml.at,
  };
  const problems = findControlCharacters(text, file);
  if (yaml.problem) return { entry: unread, prose, problems: [...problems, yaml.problem] };
  return { entry, prose, yaml, problems };
}

// Returns the other files that front matter names, whether or not the rest of it is valid.
function namedFiles({ value, at }: Yaml): Partial<Entry> {
  const { leaflet, source } = value as { leaflet?: unknown; source?: { file?: unknown } | null };
  return {
    ...(typeof leaflet === "string" && { leaflet, place: at("leaflet") }),
    ...(typeof source?.file === "string" && { source: source.file }),
  };
}

async function readSource(folder: string, name: string, namedAt: Place): Promise<string | Problem> {
  const source = await readText(folder, name, namedAt);
  // Only the problem of a missing file has no hint yet.
  if (typeof source === "string" || source.hint) return source;
  const sourceFolder = path.dirname(name);
  const others = (await listFiles(path.join(folder, sourceFolder))) ?? [];
  const hint = didYouMean(
    name,
    others.map((other) => path.posix.join(sourceFolder, other)),
    "Put the document there as you received it, as plain text.",
  );
  return { ...source, hint };
}

function frontMatterProblem(place: Place, text: string): Problem {
  return {
    code: "front-matter-missing",
    place,
    message: hasFrontMatter(text) ? "The front matter is not closed." : "The file does not begin with front matter.",
    hint: "Put the keys (organisation, source, …) at the top, between two lines of three hyphens, “---”.",
  };
}

function nameProblem(file: string): Problem {
  return {
    code: "value-wrong",
    place: { file, line: 1, column: 1 },
    message: `A statement cannot be called “${path.basename(file)}”.`,
    hint:
      "Use at most 60 small letters, digits and hyphens, a letter first. " +
      "If the file is not a statement, keep it outside the publication's folder.",
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
