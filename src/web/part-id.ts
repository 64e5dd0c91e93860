import { createHash } from "node:crypto";

// The namespace of names that are addresses (RFC 9562, 6.6).
const namespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/**
 * An identifier for a part of the publication, the same each time: a UUID of version 5 (RFC 9562), from the
 * publication's own and the slug.
 */
export function partId(slug: string, identifier: string): string {
  const hash = createHash("sha1").update(namespace).update(`${identifier}#${slug}`).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return `urn:uuid:${hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}
