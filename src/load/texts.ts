import path from "node:path";
import { direction, withScript } from "../language.ts";
import { parse } from "../markdown/parse.ts";
import { didYouMean } from "../did-you-mean.ts";
import { ownWords } from "../markdown/passages.ts";
import type { Place, Problem } from "../problem.ts";
import { type Preface, type Prose, type Statement } from "../publication.ts";
import { prefaceSchema, statementSchema } from "../schemas.ts";
import { slug, unprintable } from "../schema-fields.ts";
import type { Entry } from "./contents.ts";
import { fileNames, readText } from "./folder.ts";
import { parted } from "./front-matter.ts";
import { held } from "./validate.ts";
import { readYaml, type Yaml } from "./yaml.ts";

/**
 * What came of a Markdown file: the text as far as it could be read, and with it the statement or the preface, if all
 * of it is right.
 */
export interface Text {
  entry: Entry;
  prose?: Prose;
  statement?: Omit<Statement, "leaflet">;
  preface?: Preface;
  problems: Problem[];
}

/** Reads a Markdown file of the publication; `language` is that of a text which does not say. */
export async function readStatement(folder: string, file: string, language: string): Promise<Text> {
  const text = await opened(folder, file, language);
  if (!slug.safeParse(text.entry.slug).success) return { entry: text.entry, problems: [badName(text.entry)] };
  if (!text.yaml || !text.prose) return text;
  const { value, problems } = held(statementSchema, text.yaml);
  const named = (text.yaml.value as { leaflet?: unknown }).leaflet;
  const origin = (text.yaml.value as { source?: { file?: unknown } | null }).source?.file;
  const entry = {
    ...text.entry,
    ...(typeof named === "string" && { leaflet: named, place: text.yaml.at("leaflet") }),
    ...(typeof origin === "string" && { source: origin }),
  };
  if (!value) return { ...text, entry, problems: [...text.problems, ...problems] };

  const { leaflet: _, ...keys } = value;
  const document = await readSource(folder, value.source.file, text.yaml.at("source", "file"));
  if (typeof document !== "string") return { ...text, entry, problems: [...text.problems, document] };
  const prose = { ...text.prose, dir: value.dir ?? text.prose.dir };
  const statement = { ...keys, ...prose, source: { ...value.source, document }, corrections: value.corrections ?? [] };
  return { ...text, entry, prose, statement };
}

/** Reads the preface, which may do without front matter. */
export async function readPreface(folder: string, file: string, language: string): Promise<Text> {
  const text = await opened(folder, file, language, true);
  if (!text.yaml || !text.prose) return text;
  const { value, problems } = held(prefaceSchema, text.yaml);
  return value
    ? { ...text, preface: { ...value, ...text.prose, dir: value.dir ?? text.prose.dir } }
    : { ...text, problems: [...text.problems, ...problems] };
}

async function opened(folder: string, file: string, language: string, bare = false): Promise<Text & { yaml?: Yaml }> {
  const place: Place = { file, line: 1, column: 1 };
  const entry: Entry = { slug: path.basename(file, ".md"), file, place };
  const text = await readText(folder, file, place);
  const unread: Entry = { ...entry, unread: true };
  if (typeof text !== "string") return { entry: unread, problems: [text] };
  const parts = parted(text) ?? (bare && !text.startsWith("---\n") ? { yaml: "", body: text, bodyLine: 1 } : undefined);
  if (!parts) return { entry: unread, problems: [noFrontMatter(place, text)] };

  const yaml = readYaml(parts.yaml, file, 2);
  const said = (yaml.value as { lang?: unknown } | undefined)?.lang;
  const lang = withScript(typeof said === "string" ? said : language, ownWords(parse(parts).tokens));
  const prose: Prose = {
    slug: entry.slug,
    file,
    lang,
    dir: direction(lang),
    body: parts.body,
    bodyLine: parts.bodyLine,
    at: yaml.at,
  };
  const problems = controlCharacters(text, file);
  if (yaml.problem) return { entry: unread, prose, problems: [...problems, yaml.problem] };
  return { entry, prose, yaml, problems };
}

async function readSource(folder: string, name: string, asked: Place): Promise<string | Problem> {
  const source = await readText(folder, name, asked);
  if (typeof source === "string" || source.code !== "file-missing") return source;
  const folderOfSource = path.dirname(name);
  const others = ((await fileNames(path.join(folder, folderOfSource))) ?? []).map((other) =>
    path.posix.join(folderOfSource, other),
  );
  return { ...source, hint: didYouMean(name, others, "Put the document as you received it there, as plain text.") };
}

function noFrontMatter(place: Place, text: string): Problem {
  const message = text.startsWith("---\n")
    ? "the front matter is not closed"
    : "the file does not open with front matter";
  return {
    code: "front-matter-missing",
    place,
    message,
    hint: 'Put the keys (organisation, source, …) at the top, between two lines "---".',
  };
}

function badName({ file, place }: Entry): Problem {
  const hint =
    "Use at most 60 small letters, digits and hyphens, a letter first. Notes that are no statement belong elsewhere.";
  return {
    code: "value-wrong",
    place,
    message: `"${path.basename(file)}" is not a name that a statement can have`,
    hint,
  };
}

function controlCharacters(text: string, file: string): Problem[] {
  return text.split("\n").flatMap((row, index): Problem[] => {
    const column = row.search(unprintable);
    if (column < 0) return [];
    const sign = row.charCodeAt(column).toString(16).toUpperCase().padStart(4, "0");
    const message = `the control character U+${sign} cannot be set`;
    return [
      {
        code: "value-wrong",
        place: { file, line: index + 1, column: column + 1 },
        message,
        hint: "Delete it; it often comes with a copy from a PDF.",
      },
    ];
  });
}
