import { MachineError } from "./errors.ts";
import { colonOf, commaOf, formatDate, formatInteger } from "./locale-format.ts";
import { leafletOf, type Prose, type Publication, type Statement } from "./publication.ts";
import { termsOfText } from "./terms/index.ts";

// What a publication's statements, those who wrote them, addresses and files are called.

/** Returns who says a statement: its organisation, or else its author, or nobody. */
export function bylineOf({ organisation, author }: Statement): string | undefined {
  return organisation ?? author;
}

/** Returns what stands as the heading over a statement: its title, or else its byline, or nothing. */
export function headingOf(statement: Statement): string | undefined {
  return statement.title ?? bylineOf(statement);
}

/**
 * Returns a statement's name in one line, as in a PDF's bookmarks: its byline, then its title or its author, or its first
 * words if it has none of these. If others have the same name, what tells it from them follows in brackets.
 */
export function statementNameOf(statement: Statement, publication: Pick<Publication, "statements">): string {
  const distinction = distinctionOf(statement, publication);
  return distinction === "" ? plainNameOf(statement) : `${plainNameOf(statement)} (${distinction})`;
}

/**
 * Returns what tells a statement from the others that have the same name: its author, its date, or its number among them.
 * Returns an empty text if there are none, or if only the others have a date.
 */
export function distinctionOf(statement: Statement, publication: Pick<Publication, "statements">): string {
  const twins = listTwins(statement, publication);
  const isTelling = (detailOf: (twin: Statement) => string) => new Set(twins.map(detailOf)).size === twins.length;
  const dateOf = ({ date, lang }: Statement) => (date ? formatDate(date, lang) : "");
  const numberOf = ({ slug, lang }: Statement) =>
    formatInteger(1 + twins.findIndex((twin) => twin.slug === slug), lang);
  const detailOf = [({ author = "" }: Statement) => author, dateOf].find(isTelling) ?? numberOf;
  return twins.length > 1 ? detailOf(statement) : "";
}

/** Returns the statements that have the same name as one, and this one itself. A leaflet is compared with leaflets. */
export function listTwins(statement: Statement, { statements }: Pick<Publication, "statements">): Statement[] {
  const isLeaflet = statements.every(({ slug }) => slug !== statement.slug);
  const peers = isLeaflet ? statements.map(leafletOf) : statements;
  return peers.filter((other) => plainNameOf(other) === plainNameOf(statement));
}

/**
 * Returns a statement's name where there is little room: its organisation, or else its title, author or first words. If
 * another statement has the same, it is the title, or else the whole name.
 */
export function shortNameOf(statement: Statement, publication: Pick<Publication, "statements">): string {
  const ofByline = ({ organisation, title, author, firstWords }: Statement) =>
    organisation ?? title ?? author ?? firstWords;
  const isUnique = (nameOf: (other: Statement) => string | undefined) =>
    publication.statements.filter((other) => nameOf(other) === nameOf(statement)).length === 1;
  if (isUnique(ofByline)) return ofByline(statement);
  return statement.title !== undefined && isUnique(({ title }) => title)
    ? statement.title
    : statementNameOf(statement, publication);
}

/** Returns a statement's name as others cite it: authors, organisation, title and subtitle. */
export function citationOf(statement: Statement, publication: Pick<Publication, "statements">): string {
  const { organisation, author, title, subtitle, lang } = statement;
  if (title === undefined) return statementNameOf(statement, publication);
  const by = [author, organisation].filter(Boolean).join(commaOf(lang));
  return [by, title, subtitle].filter(Boolean).join(colonOf(lang));
}

function plainNameOf(statement: Statement): string {
  const { organisation, title, author, firstWords, lang } = statement;
  const parts = [bylineOf(statement), title ?? (organisation && author)].filter(Boolean);
  return parts.join(colonOf(lang)) || firstWords;
}

/** Returns the first statement of each organisation or author, in the order of the contents. */
export function listFirstByByline(statements: Statement[]): Statement[] {
  const bylines = statements.map(bylineOf);
  return statements.filter((_, index) => bylines[index] !== undefined && bylines.indexOf(bylines[index]) === index);
}

/** Returns the names of those who say the statements, each once, in the order of the contents. */
export function listBylines({ statements }: Publication): string[] {
  return listFirstByByline(statements).map((statement) => bylineOf(statement)!);
}

/** Returns whether there is something to tell of where a statement comes from: where it was published, or a correction. */
export function hasOrigin({ origin, url, corrections }: Statement): boolean {
  return Boolean(origin.published ?? origin.url ?? url) || corrections.length > 0;
}

/** Returns the statements that the sources name, in the order of the contents. */
export function listWithOrigin({ statements }: Pick<Publication, "statements">): Statement[] {
  return statements.filter(hasOrigin);
}

/** Returns a web address as print shows it: without the scheme, a leading www and a final slash. */
export function shortenAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

/**
 * Returns the public address of a page of the web edition: for `/web/x.html` and the edition's address
 * https://example.org/y it is https://example.org/y/x.html.
 */
export function toPublicAddress(page: string, web: string): string {
  return new URL(page.replace(/^\/(web\/)?/, "./"), web.endsWith("/") ? web : `${web}/`).href;
}

/**
 * Returns the path under which the web edition is published: `/y/` for https://example.org/y. Returns an empty text
 * where the edition's address is not known.
 */
export function basePathOf(web: string | undefined): string {
  return web === undefined ? "" : new URL(toPublicAddress("/", web)).pathname;
}

/** The last second of the year 9999, in seconds since 1970. The dates in files have years of four digits (RFC 3339). */
const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/**
 * Returns the moment that every file gives as its own date: midnight (UTC) of the publication's day, or
 * SOURCE_DATE_EPOCH (reproducible-builds.org), in seconds since 1970, where it is set. Throws a MachineError if
 * SOURCE_DATE_EPOCH is not such a number.
 */
export function fileDateOf({ date }: Pick<Publication, "date">, epoch = process.env["SOURCE_DATE_EPOCH"]): Date {
  if (!epoch) return new Date(`${date}T00:00:00Z`);
  if (!/^\d+$/.test(epoch) || Number(epoch) > lastSecond)
    throw new MachineError(
      `The environment variable SOURCE_DATE_EPOCH is “${epoch}”, which is not a date. ` +
        "Set it to whole seconds since 1970, such as 1578700800, or unset it.",
    );
  return new Date(Number(epoch) * 1000);
}

/** Returns an address with its percent signs decoded: %C3%A9 becomes é. What cannot be decoded stays as it is. */
export function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

/** Whether a text is the preface or the last page: one that the editor wrote around the statements. */
export function isEditorsOwn({ slug }: Prose, { preface, back }: Publication): boolean {
  return slug === preface?.slug || slug === back?.slug;
}

/** Returns the title of the preface or of the last page; without one, the program's word for it. */
export function editorsTitleOf(
  { title, slug, lang }: Prose & { title?: string | undefined },
  publication: Publication,
): string {
  const { preface, contact } = termsOfText(publication, lang);
  return title ?? (slug === publication.back?.slug ? contact : preface);
}
