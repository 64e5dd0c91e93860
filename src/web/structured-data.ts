import type { Publication, Statement } from "../publication.ts";
import type { Event } from "../schemas.ts";
import { statementName, publicAddress } from "../names.ts";
import type { Download } from "./downloads.ts";

// JSON-LD 1.1 in the vocabulary of schema.org: what the pages say, for programs that look for it. Addresses only where
// there are any.

type Thing = Record<string, unknown>;

/** The publication as a book, with its texts, its files and its event: for the index. */
export function bookData(publication: Publication, files: Download[], picture: string | undefined): string {
  const { title, subtitle, publisher, rights, language, date, event } = publication;
  const book: Thing = {
    "@type": "Book",
    ...reference(publication),
    name: title,
    alternativeHeadline: subtitle,
    inLanguage: language,
    datePublished: date,
    publisher: publisher && { "@type": "Organization", name: publisher },
    copyrightNotice: rights,
    url: address("index.html", publication),
    image: picture && address(picture, publication),
    hasPart: publication.statements.map((statement) => article(statement, publication)),
    encoding: files.map((file) => encoding(file, publication)),
  };
  return block([book, ...(event ? [happening(event, publication)] : [])]);
}

/** A statement as an article of its organisation: for its page. */
export function articleData(
  statement: Statement,
  publication: Publication,
  files: Download[],
  picture: string | undefined,
): string {
  const part = { isPartOf: { "@type": "Book", ...reference(publication), name: publication.title } };
  const image = picture && address(picture, publication);
  return block([
    { ...article(statement, publication), ...part, image, encoding: files.map((file) => encoding(file, publication)) },
  ]);
}

function article(statement: Statement, publication: Publication): Thing {
  const { slug, title, organisation, author, abbreviation, url, date, lang, source } = statement;
  const group = { "@type": "Organization", name: organisation, alternateName: abbreviation, url };
  return {
    "@type": "Article",
    "@id": `${publication.identifier}#${slug}`,
    headline: title ?? statementName(statement),
    author: author ? { "@type": "Person", name: author, affiliation: group } : group,
    datePublished: date,
    inLanguage: lang,
    isBasedOn: source.url,
    url: address(`${slug}.html`, publication),
  };
}

function happening({ title, date, time, place, address: where, host }: Event, publication: Publication): Thing {
  return {
    "@type": "Event",
    name: title,
    startDate: time ? `${date}T${time}` : date,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: { "@type": "Place", name: place, address: where },
    organizer: host && { "@type": "Organization", name: host },
    workFeatured: reference(publication),
  };
}

function encoding({ href, format, sha256 }: Download, publication: Publication): Thing {
  const types: Record<string, string> = { PDF: "application/pdf", EPUB: "application/epub+zip", TXT: "text/plain" };
  return { "@type": "MediaObject", encodingFormat: types[format], sha256, contentUrl: address(href, publication) };
}

function reference({ identifier }: Publication): Thing {
  return { "@id": identifier };
}

function address(page: string, { web }: Publication): string | undefined {
  return web && publicAddress(page, web);
}

// Inside a script element nothing is escaped but `<`, which JSON may write as a number: so that no title ends the
// element.
function block(things: Thing[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replaceAll("<", "\\u003c");
}
