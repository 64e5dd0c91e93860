import path from "node:path";
import { contentsProblems } from "./contents.ts";
import { direction, withScript } from "../language.ts";
import { parse } from "../markdown/parse.ts";
import { didYouMean } from "../did-you-mean.ts";
import { ownWords } from "../markdown/passages.ts";
import { fileNameProblems } from "./file-names.ts";
import { fileNames, readText } from "./folder.ts";
import { readImages } from "./images.ts";
import { held } from "./validate.ts";
import { strayFiles } from "./strays.ts";
import { readPreface, readStatement, type Text } from "./texts.ts";
import { readType } from "./type.ts";
import { readYaml, type Yaml } from "./yaml.ts";
import { pageFormats } from "../geometry.ts";
import type { Place, Problem } from "../problem.ts";
import { imprintOf, type Draft, type Publication, type Statement } from "../publication.ts";
import { editionNames, publicationSchema } from "../schemas.ts";
import { slug } from "../schema-fields.ts";

/**
 * What came of a publication's folder: the publication, only if there is no problem; and what could be read in any
 * case, for check/.
 */
export interface Loaded {
  publication?: Publication;
  draft: Draft;
  problems: Problem[];
}

const head = "publication.yaml";
const preface = "preface.md";

/** Reads a publication's folder; nothing else does. Files in places are named from that folder. */
export async function load(folder: string): Promise<Loaded> {
  const root = path.resolve(folder);
  const files = await fileNames(root);
  if (!files) return { draft: { texts: [], statements: [], images: [] }, problems: [noFolder(root)] };

  const yaml = await readHead(root, files);
  const { value, problems: wrong } = yaml.problem ? { problems: [yaml.problem] } : held(publicationSchema, yaml);
  const language = textOr("en", yaml.value, "language");

  const names = files.filter((file) => file.endsWith(".md") && file !== preface);
  const [texts, foreword, { images, found, problems: unreadable }] = await Promise.all([
    Promise.all(names.map((file) => readStatement(root, file, language))),
    files.includes(preface) ? readPreface(root, preface, language) : undefined,
    readImages(root),
  ]);
  // Of a text whose front matter cannot be read nobody knows the source.
  const strays = texts.some(({ entry }) => entry.unread)
    ? []
    : await strayFiles(
        root,
        texts.flatMap(({ entry }) => entry.source ?? []),
      );
  const read = [
    ...wrong,
    ...(foreword?.problems ?? []),
    ...texts.flatMap((text) => text.problems),
    ...unreadable,
    ...strays,
    ...listing(yaml, texts),
  ];

  const statements = texts.flatMap(({ statement }): Statement[] => (statement ? [statement] : []));
  const written = imprintOf({
    imprint: textOr("", yaml.value, "imprint"),
    language,
    dir: direction(language),
    at: yaml.at,
  });
  const imprint = written.body === "" ? [] : [written];
  const draft: Draft = {
    texts: [...[foreword, ...texts].flatMap((text) => text?.prose ?? []), ...imprint],
    statements,
    images: found,
  };
  const type = await readType(root, draft, {
    read: yaml.value,
    fonts: value?.fonts,
    editions: value?.editions ?? [...editionNames],
    at: yaml.at,
  });
  const problems = [...read, ...type.problems];
  if (!value || problems.length > 0) return { draft, problems };

  const { contents, editions, dir, ...keys } = value;
  const ownLanguage = languageOf(keys);
  const bySlug = new Map(statements.map((statement) => [statement.slug, statement]));
  const publication: Publication = {
    ...keys,
    language: ownLanguage,
    dir: dir ?? direction(ownLanguage),
    ...(foreword?.preface && { preface: foreword.preface }),
    statements: contents.map((slug) => withLeaflet(bySlug.get(slug)!, texts, bySlug)),
    images,
    faces: type.faces,
    editions: editions ?? [...editionNames],
    at: yaml.at,
  };
  return { publication, draft, problems };
}

async function readHead(root: string, files: string[]): Promise<Yaml> {
  const place: Place = { file: head, line: 1, column: 1 };
  const text = await readText(root, head, place);
  if (typeof text === "string") return readYaml(text, head);
  const hint = didYouMean(
    head,
    files,
    "Is this the folder of a publication? It holds publication.yaml and one Markdown file a statement.",
  );
  const problem = text.code === "file-missing" ? { ...text, hint } : text;
  return { value: undefined, at: () => place, atKey: () => place, problem };
}

// The contents are read even where another key of publication.yaml is wrong, so that both are told.
function listing(yaml: Yaml, texts: Text[]): Problem[] {
  const contents = (yaml.value as { contents?: unknown } | undefined)?.contents;
  if (!Array.isArray(contents)) return [];
  const listed = contents.flatMap((name, index) =>
    slug.safeParse(name).success ? [{ slug: name as string, place: yaml.at("contents", index) }] : [],
  );
  const entries = texts.map(({ entry }) => entry);
  const statements = entries.filter((entry) => listed.some((item) => item.slug === entry.slug));
  const page = pageFormats.find((format) => format === textOr("", (yaml.value as { print?: unknown }).print, "page"));
  const naming = { slug: textOr("", yaml.value, "slug"), print: { page: page ?? "A5" } };
  return [...contentsProblems(listed, entries), ...fileNameProblems(naming, statements)];
}

// A title may be a slogan in another language, and an imprint may be the printer's: both together say in which letters
// a publication is written.
function languageOf({
  language,
  title,
  subtitle = "",
  imprint,
}: Pick<Publication, "language" | "title" | "subtitle" | "imprint">): string {
  const tagged = withScript(language, title);
  return tagged === withScript(language, [title, subtitle, ownWords(parse({ body: imprint }).tokens)].join(" "))
    ? tagged
    : language;
}

function withLeaflet(statement: Statement, texts: Text[], bySlug: Map<string, Statement>): Statement {
  const named = texts.find(({ entry }) => entry.slug === statement.slug)?.entry.leaflet;
  const leaflet = named === undefined ? undefined : bySlug.get(named);
  return leaflet ? { ...statement, leaflet } : statement;
}

function textOr(otherwise: string, value: unknown, key: string): string {
  const found = (value as Record<string, unknown> | undefined)?.[key];
  return typeof found === "string" && found !== "" ? found : otherwise;
}

function noFolder(root: string): Problem {
  return {
    code: "file-missing",
    place: { file: head, line: 1, column: 1 },
    message: "the publication's folder is not there",
    hint: `Looked in ${root}. Name the folder that holds publication.yaml.`,
  };
}
