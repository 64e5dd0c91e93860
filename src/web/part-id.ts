import { v5 as uuid } from "uuid";

// Identifiers that are the same in every build: UUIDs of version 5 (RFC 9562).

/** Returns an identifier of a part of the publication, made from the publication's identifier and the part's slug. */
export function partId(slug: string, identifier: string): string {
  return `urn:uuid:${uuid(`${identifier}#${slug}`, uuid.URL)}`;
}

/** Returns an identifier of a publication, made from its web address or from its slug. */
export function publicationIdOf(name: string): string {
  return `urn:uuid:${uuid(name, uuid.URL)}`;
}
