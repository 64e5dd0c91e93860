import type { Place } from "./problem.ts";
import type { Correction, EditionName, PublicationYaml, StatementYaml } from "./schemas.ts";

// The publication as the rest of the program knows it: read, checked, and with nothing left in doubt.

/**
 * Where a value of the YAML stands, for a problem with it: `at("source", "file")`. The place of the nearest parent
 * where it is absent.
 */
export type At = (...path: (string | number)[]) => Place;

/** A Markdown text of the publication: a statement or the preface. */
export interface Prose {
  slug: string;
  /** File name, relative to the publication's folder. */
  file: string;
  lang: string;
  dir: "ltr" | "rtl";
  /** Markdown, without the front matter. */
  body: string;
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number;
  at: At;
}

export interface Preface extends Prose {
  title?: string;
  author?: string;
}

export interface Statement extends Prose, Omit<StatementYaml, "lang" | "dir" | "corrections" | "leaflet" | "source"> {
  source: StatementYaml["source"] & {
    /** The document as received, whole. */
    document: string;
  };
  corrections: Correction[];
  /** A shorter version, printed by the leaflet edition in place of this text. */
  leaflet?: Statement;
}

/** A picture of the publication. */
export interface Image {
  /** As a text names it: `images/x.jpg`. */
  name: string;
  bytes: Uint8Array;
  format: "jpeg" | "png" | "gif" | "webp";
  width: number;
  height: number;
}

/** A font file beside those of our own faces, as a sheet asks for it. */
export interface Face {
  /** The family, as the sheets name it. */
  family: string;
  /** The name that the file gets, in the folder fonts/ of an edition. */
  name: string;
  /** The file on this machine, or its bytes. */
  source: string | Uint8Array;
  /** One weight, or a range of them, as CSS writes it. */
  weight: string;
  style: "normal" | "italic";
  /** The characters for which it is taken (CSS unicode-range); without it, for all that it has. */
  range?: string;
  /** Its size beside that of our own faces (CSS size-adjust). */
  scale?: string;
  /** A font of the editor's own, and what it sets. */
  own?: "text" | "headings";
  /** The text of its licence, with the name that goes where the font goes. */
  licence: { name: string; source: string | Uint8Array };
}

/**
 * What could be read of a publication, whole or not: what the rules of check/ look at, so that all problems are told at
 * once.
 */
export interface Draft {
  /** Every Markdown text: the preface, each statement and leaflet, the imprint. */
  texts: Prose[];
  /** The statements and leaflets that are complete. */
  statements: Statement[];
  /** The files in images/, with what is wrong with one that cannot be read. */
  images: { name: string; fault?: string }[];
}

export interface Publication extends Omit<PublicationYaml, "contents" | "editions" | "dir"> {
  dir: "ltr" | "rtl";
  preface?: Preface;
  /** The statements, in the order of the contents. */
  statements: Statement[];
  /** The pictures in images/, whether a text shows them or not. */
  images: Image[];
  /** The faces in which it is set beside our own. */
  faces: Face[];
  editions: EditionName[];
  at: At;
}

/** The statements and their leaflet versions: every text that has a source. */
export function allStatements(publication: Publication): Statement[] {
  return publication.statements.flatMap((statement) =>
    statement.leaflet ? [statement, statement.leaflet] : [statement],
  );
}

/** What the leaflet of a statement says: its shorter version, or else the statement itself. */
export function leafletOf(statement: Statement): Statement {
  return statement.leaflet ?? statement;
}

/** The preface, if there is one, and the statements: what an edition of the whole contains, in reading order. */
export function readingOrder(publication: Publication): Prose[] {
  return publication.preface ? [publication.preface, ...publication.statements] : publication.statements;
}

/** The preface, if there is one, and every statement, those that stand in leaflets alone included. */
export function allTexts(publication: Publication): Prose[] {
  return [...(publication.preface ? [publication.preface] : []), ...allStatements(publication)];
}

/** The imprint as a text, which is Markdown too. Written as a block its lines follow that of its key. */
export function imprintOf({
  imprint,
  language,
  dir,
  at,
}: Pick<Publication, "imprint" | "language" | "dir" | "at">): Prose {
  const { file, line } = at("imprint");
  return {
    slug: "imprint",
    file,
    lang: language,
    dir,
    body: imprint,
    bodyLine: line + (imprint.includes("\n") ? 1 : 0),
    at,
  };
}

/** The tags of the languages that a publication is written in, passages inside a text included. */
export function languagesOf(publication: Publication): string[] {
  return [
    ...new Set([
      publication.language,
      ...allTexts(publication).flatMap(({ lang, body }) => [lang, ...languagesIn(body)]),
      ...languagesIn(publication.imprint),
    ]),
  ];
}

/** The tags that passages of a Markdown text name: `{: lang=fa }`. */
export function languagesIn(body: string): string[] {
  return [...body.matchAll(/\{:[^}]*?\blang=["']?([A-Za-z0-9-]+)/g)].map(([, language]) => language!);
}
