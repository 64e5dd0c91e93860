import { formatChecksums, sha256 } from "./checksum.ts";
import type { Publication } from "../publication.ts";
import { editionOf, type Artifact } from "../artifact.ts";

/** Makes `manifest.json`, and `SHA256SUMS` for `sha256sum --check`: all files that were made, in order of path. */
export function makeManifest(publication: Publication, artifacts: Artifact[]): { path: string; bytes: Uint8Array }[] {
  const files = artifacts
    .map(({ path, kind, bytes, statement, event, paper, way, pages, sheets }) => ({
      path,
      edition: editionOf(kind),
      kind,
      bytes: bytes.byteLength,
      sha256: sha256(bytes),
      ...(statement && { statement }),
      ...(paper && { paper }),
      ...(way && { way }),
      ...(event && { event }),
      ...(pages && { pages }),
      ...(sheets && { sheets }),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const { title, slug, identifier, language, date, leaflets } = publication;
  const head = { title, slug, identifier, language, date, ...(leaflets && { leaflets }) };
  return [
    {
      path: "manifest.json",
      bytes: Buffer.from(`${JSON.stringify({ ...head, files }, null, 2)}\n`),
    },
    { path: "SHA256SUMS", bytes: formatChecksums(files) },
  ];
}
