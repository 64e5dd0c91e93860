import type { Publication, Statement } from "../publication.ts";
import { endOf, type Event } from "../schema-event.ts";
import { statementNameOf, toPublicAddress } from "../names.ts";
import type { Download } from "./downloads.ts";

// JSON-LD 1.1 in the vocabulary of schema.org repeats for search engines what the pages say. Addresses are absolute, so
// there are none if the publication has no web address.

type Thing = Record<string, unknown>;

/**
 * Returns the JSON-LD of the index: the publication as a book with its texts and files, and its events. `image` is the
 * path of the cover image, if there is one.
 */
export function writeBookData(publication: Publication, files: Download[], image: string | undefined): string {
  const { title, subtitle, publisher, rights, language, date, event, printing, cover } = publication;
  const book: Thing = {
    "@type": "Book",
    ...referTo(publication),
    name: title,
    alternativeHeadline: subtitle,
    inLanguage: language,
    datePublished: date,
    publisher: publisher && { "@type": "Organization", name: publisher },
    copyrightNotice: rights,
    bookEdition: printing,
    isbn: cover?.isbn,
    url: toAddress("index.html", publication),
    image: image && toAddress(image, publication),
    hasPart: publication.statements.map((statement) => describeArticle(statement, publication)),
    encoding: files.map((file) => describeFile(file, publication)),
  };
  return writeGraph([book, ...(event ?? []).map((event) => describeEvent(event, publication))]);
}

/**
 * Returns the JSON-LD of a statement's page: an article of its organisation. `card` is the path of its social card, if
 * there is one.
 */
export function writeArticleData(
  statement: Statement,
  publication: Publication,
  files: Download[],
  card: string | undefined,
): string {
  const part = { isPartOf: { "@type": "Book", ...referTo(publication), name: publication.title } };
  const image = card && toAddress(card, publication);
  return writeGraph([
    {
      ...describeArticle(statement, publication),
      ...part,
      image,
      encoding: files.map((file) => describeFile(file, publication)),
    },
  ]);
}

function describeArticle(statement: Statement, publication: Publication): Thing {
  const { slug, title, subtitle, organisation, authors, abbreviation, url, date, lang, origin } = statement;
  const group = organisation && { "@type": "Organization", name: organisation, alternateName: abbreviation, url };
  const people = authors.map((name) => ({ "@type": "Person", name, affiliation: group }));
  return {
    "@type": "Article",
    "@id": `${publication.identifier}#${slug}`,
    headline: title ?? statementNameOf(statement, publication),
    alternativeHeadline: subtitle,
    author: people.length > 1 ? people : (people[0] ?? group),
    datePublished: date,
    inLanguage: lang,
    isBasedOn: origin.url,
    url: toAddress(`${slug}.html`, publication),
  };
}

function describeEvent(event: Event, publication: Publication): Thing {
  const { title, date, time, place, address, host, link } = event;
  return {
    "@type": "Event",
    name: title,
    startDate: time ? `${date}T${time}` : date,
    endDate: endOf(event),
    url: link,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: { "@type": "Place", name: place, address },
    organizer: host && { "@type": "Organization", name: host },
    workFeatured: referTo(publication),
  };
}

function describeFile({ href, format, sha256 }: Download, publication: Publication): Thing {
  const types: Record<string, string> = { PDF: "application/pdf", EPUB: "application/epub+zip", TXT: "text/plain" };
  return { "@type": "MediaObject", encodingFormat: types[format], sha256, contentUrl: toAddress(href, publication) };
}

function referTo({ identifier }: Publication): Thing {
  return { "@id": identifier };
}

function toAddress(page: string, { web }: Publication): string | undefined {
  return web && toPublicAddress(page, web);
}

// A browser ends a script element at the first `</script`, even inside a string, so `<` is written as a JSON escape.
function writeGraph(things: Thing[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replaceAll("<", "\\u003c");
}
