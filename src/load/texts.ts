import { detectLanguage, isDetectable } from "../detect-language.ts";
import { addScript, directionOf, isKnownInScript } from "../language.ts";
import { formatNames } from "../locale-format.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Place, Problem } from "../problem.ts";
import {
  aboutSlugOf,
  type Assumption,
  type Authorship,
  type Preface,
  type Prose,
  type Source,
  type Statement,
} from "../publication.ts";
import { prefaceSchema, statementSchema, type SourceYaml, type StatementYaml } from "../schema-texts.ts";
import type { Entry } from "./contents.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import { readSourceDocument } from "./sources.ts";
import { textAt } from "./tell.ts";
import { validate } from "./validate.ts";
import type { Yaml } from "./yaml.ts";

/**
 * What was read of a Markdown file: the text, if the file can be read; the statement the preface or the last page,
 * if it has no problems.
 */
export interface TextFile {
  entry: Entry;
  prose?: Prose;
  statement?: Omit<Statement, "leaflet">;
  preface?: Preface;
  /** Its language, if it was told from its words to be another than that of the publication. */
  assumed?: Assumption;
  problems: Problem[];
}

/** The language of a publication, for a text that names no other. `isTold` if its editor did not write it. */
export interface UsualLanguage {
  language: string;
  isTold: boolean;
}

/** Reads the front matter and the source of a statement. */
export async function readStatement(
  folder: string,
  file: MarkdownFile,
  slug: string,
  usual: UsualLanguage,
): Promise<TextFile> {
  const text = await readProse(file, slug, usual);
  if (!file.yaml || !text.prose) return text;
  const entry = { ...text.entry, ...namedFiles(file.yaml) };
  const { value, problems } = validate(statementSchema, file.yaml);
  if (!value) return { ...text, entry, problems: [...text.problems, ...problems] };

  const { leaflet: _, source: written = "original", corrections = [], author, about, ...keys } = value;
  const given = written === "original" ? {} : written;
  const source = await readSource(folder, given, file.yaml);
  const faults = [
    ...[source.problem ?? []].flat(),
    ...findUncompared(given, corrections.length, file.yaml),
    ...findLoneSubtitle(keys, file.yaml),
  ];
  if (faults.length > 0) return { ...text, entry, problems: [...text.problems, ...faults] };
  const prose = { ...text.prose, dir: value.dir ?? text.prose.dir };
  const { published, url } = given;
  const statement: Omit<Statement, "leaflet"> = {
    ...keys,
    ...prose,
    ...readAuthorship({ author, about }, prose),
    ...(source.source && { source: source.source }),
    origin: { ...(published && { published }), ...(url && { url }) },
    corrections,
    firstWords: (keys.title ?? keys.organisation ?? author) ? "" : readFirstWords(prose),
  };
  return { ...text, entry, prose, statement };
}

/**
 * Reads the front matter of the preface, or of the last page. `isUntitled` if its heading is the title of the whole
 * publication.
 */
export async function readPreface(
  file: MarkdownFile,
  slug: "preface" | "back",
  usual: UsualLanguage,
  isUntitled = false,
): Promise<TextFile> {
  const text = await readProse(file, slug, usual);
  if (!file.yaml || !text.prose) return text;
  const { value, problems } = validate(prefaceSchema, file.yaml);
  if (!value) return { ...text, problems: [...text.problems, ...problems] };
  const prose = { ...text.prose, dir: value.dir ?? text.prose.dir };
  const { title } = value;
  return {
    ...text,
    preface: { ...(!isUntitled && title && { title }), ...prose, ...readAuthorship(value, prose) },
  };
}

function readAuthorship(
  { author: authors = [], about }: { author?: string[] | undefined; about?: string | undefined },
  { slug, file, lang, dir, at }: Prose,
): Authorship {
  return {
    authors,
    ...(authors.length > 0 && { author: formatNames(authors, lang) }),
    ...(about && { about: { slug: aboutSlugOf(slug), file, lang, dir, body: about, bodyLine: at("about").line, at } }),
  };
}

async function readProse(file: MarkdownFile, slug: string, usual: UsualLanguage): Promise<TextFile> {
  const { body, bodyLine, ownText, problems, yaml } = file;
  const entry: Entry = { slug, file: file.file, place: { file: file.file, line: 1, column: 1 } };
  if (body === undefined) return { entry: { ...entry, unread: true }, problems };
  const given = textAt(yaml?.value, "lang");
  const told = given === undefined ? await tellLanguageOf(ownText, usual) : undefined;
  const lang = addScript(given ?? told ?? usual.language, ownText);
  const prose: Prose = {
    slug,
    file: file.file,
    lang,
    dir: directionOf(lang),
    body,
    bodyLine,
    at: yaml?.at ?? file.at,
  };
  return {
    entry: yaml ? entry : { ...entry, unread: true },
    prose,
    ...(told && { assumed: { file: file.file, key: "lang", value: lang, from: "told by its words" } }),
    problems,
  };
}

// Returns the language of a text, if it is told to be another one than the publication's. Where the editor gives that,
// it is the language of every text that names none; unless it is never written in the letters of this one.
async function tellLanguageOf(text: string, { language, isTold }: UsualLanguage): Promise<string | undefined> {
  const isPossible = !isDetectable(language) || isKnownInScript(addScript(language, text));
  const found = isPossible ? isTold && (await detectLanguage(text)) : await detectLanguage(text, 1);
  return found && !language.startsWith(found) ? found : undefined;
}

// Returns the other files that front matter names, whether or not the rest of it is valid.
function namedFiles({ value, at }: Yaml): Partial<Entry> {
  const leaflet = textAt(value, "leaflet");
  const source = textAt((value as { source?: unknown }).source, "file");
  return {
    ...(leaflet !== undefined && { leaflet, place: at("leaflet") }),
    ...(source !== undefined && { source }),
  };
}

async function readSource(
  folder: string,
  { file, from, to, omit }: SourceYaml,
  { at }: Yaml,
): Promise<{ source?: Source; problem?: Problem }> {
  if (file === undefined) return {};
  const read = await readSourceDocument(folder, file, at("source", "file"));
  return "code" in read ? { problem: read } : { source: { file, from, to, omit, ...read } };
}

// Without a document, there is nothing from which a word could differ, and nothing in which a passage could be.
function findUncompared(source: SourceYaml, corrections: number, { at }: Yaml): Problem[] {
  if (source.file !== undefined) return [];
  const problem = (place: Place, message: string): Problem => ({
    code: "value-wrong",
    place,
    message,
    hint: "Name the document under “source:”, as file: sources/as-received.txt, or delete this.",
  });
  const passages = (["from", "to", "omit"] as const).filter((key) => source[key] !== undefined);
  return [
    ...passages.map((key) => problem(at("source", key), `“source.${key}” needs a document, but none is named.`)),
    ...(corrections > 0
      ? [problem(at("corrections"), "Corrections are declared, but no document is named from which the words differ.")]
      : []),
  ];
}

function findLoneSubtitle({ title, subtitle }: Pick<StatementYaml, "title" | "subtitle">, { at }: Yaml): Problem[] {
  if (subtitle === undefined || title !== undefined) return [];
  return [
    {
      code: "value-wrong",
      place: at("subtitle"),
      message: "A subtitle stands under a title, but this statement has none.",
      hint: "Write the title as “title:”, or delete this line.",
    },
  ];
}

/** The most words by which a text without a title is named, and their most characters: chosen by eye. */
const mostWords = 6;
const mostCharacters = 40;

function readFirstWords(prose: Prose): string {
  const words = readStrands(prose).body.map(({ text }) => text);
  let name = words[0] ?? "";
  let count = 1;
  while (count < Math.min(words.length, mostWords) && `${name} ${words[count]}`.length <= mostCharacters)
    name += ` ${words[count++]}`;
  return count < words.length ? `${name.replace(/[\p{P}\s]+$/u, "")} …` : name;
}
