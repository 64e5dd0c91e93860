import { v5 as uuid } from "uuid";

/**
 * Returns an identifier of a part of the publication, the same in every build: a UUID of version 5 (RFC 9562) of the
 * publication's identifier and the part's slug.
 */
export function partId(slug: string, identifier: string): string {
  return `urn:uuid:${uuid(`${identifier}#${slug}`, uuid.URL)}`;
}
