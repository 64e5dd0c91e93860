import { checksums, sha256 } from "./checksum.ts";
import type { Artifact, Publication } from "../publication.ts";

/** `manifest.json` and `SHA256SUMS` (the latter for `sha256sum --check`), over all files made, by path. */
export function manifest(publication: Publication, artifacts: Artifact[]): { path: string; bytes: Uint8Array }[] {
  const files = artifacts
    .map(({ path, edition, bytes, pages, sheets }) => ({
      path,
      edition,
      bytes: bytes.byteLength,
      sha256: sha256(bytes),
      ...(pages && { pages }),
      ...(sheets && { sheets }),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const { title, slug, identifier, language, date } = publication;
  return [
    {
      path: "manifest.json",
      bytes: Buffer.from(`${JSON.stringify({ title, slug, identifier, language, date, files }, null, 2)}\n`),
    },
    { path: "SHA256SUMS", bytes: checksums(files) },
  ];
}
