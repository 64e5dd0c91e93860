import { directionOf, addScript } from "../language.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import { readOwnText } from "../markdown/passages.ts";
import type { Assumption, At, Face, Image, ContentsPart, Publication, Statement, ToldKeys } from "../publication.ts";
import { type PublicationYaml } from "../schemas.ts";
import { usualEditions } from "../edition-names.ts";
import type { TextFile } from "./texts.ts";

/** What was read of a publication that has no problems. */
interface Parts {
  value: PublicationYaml & ToldKeys;
  /** The slugs of the statements, in order. */
  contents: string[];
  parts: ContentsPart[];
  at: At;
  preface?: TextFile;
  back?: TextFile;
  texts: TextFile[];
  images: Image[];
  faces: Face[];
  assumed: Assumption[];
  leftOut: string[];
}

/** Composes the publication, with the defaults of the keys that the editor left out. */
export function composePublication({ value, contents, preface, back, texts, ...parts }: Parts): Publication {
  const { contents: _, editions, dir, ...keys } = value;
  const language = languageOf(keys);
  const statements = new Map(texts.flatMap(({ statement }) => (statement ? [[statement.slug, statement]] : [])));
  return {
    ...keys,
    language,
    dir: dir ?? directionOf(language),
    ...(preface?.preface && { preface: preface.preface }),
    ...(back?.preface && { back: back.preface }),
    statements: contents.map((slug) => withLeaflet(statements.get(slug)!, texts, statements)),
    editions: editions ?? usualEditions(keys.print.inks),
    ...parts,
  };
}

// Returns the language, with its script if that is not the usual one. The title alone may be a slogan in another
// language, and the imprint alone may be the printer's. So another script counts only if the title by itself and all
// three texts together have it.
function languageOf({
  language,
  title,
  subtitle = "",
  imprint = "",
}: Pick<Publication, "language" | "title" | "subtitle" | "imprint">): string {
  const imprintText = readOwnText(parseMarkdown({ body: imprint }).tokens);
  const byTitle = addScript(language, title);
  const byAll = addScript(language, [title, subtitle, imprintText].join(" "));
  return byTitle === byAll ? byTitle : language;
}

function withLeaflet(statement: Statement, texts: TextFile[], statements: Map<string, Statement>): Statement {
  const slug = texts.find(({ entry }) => entry.slug === statement.slug)?.entry.leaflet;
  const leaflet = slug === undefined ? undefined : statements.get(slug);
  return leaflet ? { ...statement, leaflet } : statement;
}
