import type { PageFormat } from "./geometry.ts";
import type { Place } from "./problem.ts";
import type { CoverImage } from "./schema-cover.ts";
import type { PublicationYaml } from "./schemas.ts";
import type { Correction, SourceYaml, StatementYaml } from "./schema-texts.ts";
import type { EditionName } from "./edition-names.ts";

// The publication as the rest of the program knows it: complete, typed, and without problems.

/**
 * Returns the place of a value of the YAML, for a problem with it: `at("source", "file")`. For a value that is absent it
 * is the place of its nearest parent.
 */
export type At = (...path: (string | number)[]) => Place;

/** A Markdown text of the publication: a statement, the preface or the last page. */
export interface Prose {
  slug: string;
  /** File name, relative to the publication's folder. */
  file: string;
  lang: string;
  dir: "ltr" | "rtl";
  /** The Markdown after the front matter. */
  body: string;
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number;
  at: At;
}

/** Who wrote a text. */
export interface Authorship {
  /** All authors in one line, as the language of the text lists names. */
  author?: string;
  authors: string[];
  /** A few words about the author or the organisation, as a text that stands after this one. */
  about?: Prose;
}

export interface Preface extends Prose, Authorship {
  title?: string;
}

/** The keys that are different from those of the front matter, or absent. */
type OtherKeys = "lang" | "dir" | "corrections" | "leaflet" | "source" | "author" | "about";

export interface Statement extends Prose, Authorship, Omit<StatementYaml, OtherKeys> {
  /** The document with which the statement is compared. An original has none. */
  source?: Source;
  /** Where the statement was published before, as far as that is known. */
  origin: { published?: string | undefined; url?: string | undefined };
  corrections: Correction[];
  /** Its first words, if it has no title and nobody is named as having written it; otherwise empty. */
  firstWords: string;
  /** A shorter version, which the leaflet edition prints in place of this text. */
  leaflet?: Statement;
}

/** The document from which a statement was transcribed, and which part of it. */
export interface Source extends Pick<SourceYaml, "from" | "to" | "omit"> {
  file: string;
  /** The words of the whole document as it was received, in lines: of its text, or a line for each paragraph. */
  document: string;
  /** Returns where a line of it is, from 1, for a message: “sources/x.txt:12”, “sources/x.docx, paragraph 12”. */
  placeOf: (line: number) => string;
}

/** An image of the publication. */
export interface Image {
  /** As a text names it: `images/x.jpg`. */
  name: string;
  bytes: Uint8Array;
  format: "jpeg" | "png" | "gif" | "webp";
  /** Upright, in pixels. */
  width: number;
  height: number;
}

/** A part of the contents: some statements that follow each other, under a name. */
export interface ContentsPart {
  name: string;
  slugs: string[];
}

/** A font file that a publication needs beside the program's own fonts, with its `@font-face` entry. */
export interface Face {
  /** The family, as style sheets name it. */
  family: string;
  /** The name of the file in the folder fonts/ of an edition. */
  name: string;
  /** The path of the file on this machine, or its bytes. */
  source: string | Uint8Array;
  /** One weight or a range of weights, as CSS writes it: `600 900`. */
  weight: string;
  style: "normal" | "italic";
  /** The characters for which the font is used (CSS unicode-range); without a range, all that it has. */
  range?: string;
  /** The size of its letters beside those of the program's own fonts (CSS size-adjust): `112%`. */
  scale?: string;
  /** Only for a font that the editor brings: what is set in it. */
  own?: "text" | "headings";
  /** Its licence as a file name and a text; the file is copied wherever the font is. */
  licence: { name: string; source: string | Uint8Array };
}

/**
 * Whatever could be read of a publication, complete or not. The rules of check/ work on it, so that they can report
 * their problems together with those of loading.
 */
export interface Draft {
  /** Every Markdown text: the preface, the last page, the statements, the leaflets and the imprint. */
  texts: Prose[];
  /** The statements and leaflets that are complete. */
  statements: Statement[];
  /** The files in images/; `fault` is a clause that says what is wrong with a file: “is damaged”. */
  images: { name: string; fault?: string; width?: number; height?: number }[];
  /** The images of the cover, and the size of its page, if publication.yaml is valid. */
  cover?: { page: PageFormat; images: CoverImage[] };
}

/** What an editor need not write, because it can be told from the folder: keys of publication.yaml. */
export interface ToldKeys {
  title: string;
  slug: string;
  identifier: string;
  language: string;
  date: string;
}

/** A value that the editor did not write, and that was told from something else. */
export interface Assumption {
  /** The file that could give the value, and under which key. */
  file: string;
  key: string;
  value: string;
  /** How it was told, as a clause: “from the name of the folder”. */
  from: string;
}

export interface Publication extends Omit<PublicationYaml, keyof ToldKeys | "contents" | "editions" | "dir">, ToldKeys {
  dir: "ltr" | "rtl";
  preface?: Preface;
  /** The editor's last page, before the back cover: it has all that a preface has. */
  back?: Preface;
  /** The statements, in the order of the contents. */
  statements: Statement[];
  /** The parts of the contents that have a name. */
  parts: ContentsPart[];
  /** The images in images/, whether a text shows them or not. */
  images: Image[];
  /** The fonts that it needs beside the program's own. */
  faces: Face[];
  editions: EditionName[];
  /** The slugs of the statements of which leaflets are made, if not of all. */
  leaflets?: string[];
  /** What the editor did not write. */
  assumed: Assumption[];
  /** The Markdown files beside the texts that are not taken for texts, such as README.md. */
  leftOut: string[];
  at: At;
}

/** Returns the statements and their leaflet versions: every text that may have a source document. */
export function listStatements(publication: Publication): Statement[] {
  return publication.statements.flatMap((statement) =>
    statement.leaflet ? [statement, statement.leaflet] : [statement],
  );
}

/** Returns the text of a statement's leaflet: the shorter version if there is one, otherwise the statement. */
export function leafletOf(statement: Statement): Statement {
  return statement.leaflet ?? statement;
}

/**
 * Returns the texts of an edition of the whole publication, in reading order: preface, statements and last page. The
 * sources stand before the last page.
 */
export function listInReadingOrder({ preface, statements, back }: Publication): (Preface | Statement)[] {
  return [preface ?? [], statements, back ?? []].flat();
}

/**
 * Returns the preface, if there is one, every statement, including those that only leaflets have, and the last page, if
 * there is one; and after each the words about its author.
 */
export function listTexts(publication: Publication): Prose[] {
  const { preface, back } = publication;
  const texts = [preface ?? [], listStatements(publication), back ?? []].flat();
  return texts.flatMap((text) => [text, text.about ?? []].flat());
}

/** Returns the texts of an edition of the whole publication, and the words about their authors. */
export function listWithAbout(publication: Publication): Prose[] {
  return listInReadingOrder(publication).flatMap((text) => [text, text.about ?? []].flat());
}

/** Returns the slug of the words about the author of a text: its id where it stands. No slug of a text has a “_”. */
export function aboutSlugOf(slug: string): string {
  return `${slug}_about`;
}

/** Whether a slug is that of the words about an author. */
export function isAbout(slug: string): boolean {
  return slug.includes("_");
}

/**
 * Returns the imprint as a text of the publication, because it is Markdown too; undefined if there is none. It begins
 * with its first letter, whose place `at` gives, also where empty lines come before it in the file.
 */
export function imprintOf({
  imprint,
  language,
  dir,
  at,
}: Pick<Publication, "imprint" | "language" | "dir" | "at">): Prose | undefined {
  if (imprint === undefined) return undefined;
  const { file, line } = at("imprint");
  return { slug: "imprint", file, lang: language, dir, body: imprint.trim(), bodyLine: line, at };
}

/**
 * Returns the imprint, if there is one, and all that is in Markdown in an edition of the whole publication, in reading
 * order.
 */
export function listWithImprint(publication: Publication): Prose[] {
  return [imprintOf(publication) ?? [], listWithAbout(publication)].flat();
}

/** Returns the tags of all languages of a publication, including those of passages inside a text; each once. */
export function languagesOf(publication: Publication): string[] {
  return [
    ...new Set([
      publication.language,
      ...listTexts(publication).flatMap(({ lang, body }) => [lang, ...findPassageLanguages(body)]),
      ...findPassageLanguages(publication.imprint ?? ""),
    ]),
  ];
}

/** Returns the tags that passages of a Markdown text are marked with: `{: lang=fa }`. */
export function findPassageLanguages(body: string): string[] {
  return [...body.matchAll(/\{:[^{}]*?\blang=["']?([A-Za-z0-9-]+)/g)].map(([, language]) => language!);
}
