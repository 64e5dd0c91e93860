import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import sharp from "sharp";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { compile, describeFile } from "../../src/compile/eleventy.ts";
import { makeWeb } from "../../src/editions/web.ts";
import { makeArtifact, type Artifact } from "../../src/artifact.ts";
import type { ArtifactKind } from "../../src/artifact-kinds.ts";
import { listImposed, listPapers } from "../../src/papers.ts";
import type { Publication } from "../../src/publication.ts";
import { basePathOf } from "../../src/names.ts";

/**
 * Loads the publication of a folder. The fixture “persian” gets Persian as its language, so that the interface of the
 * web edition is mirrored too. Throws PublicationProblems.
 */
export async function loadPublication(folder: string): Promise<Publication> {
  const publication = await loadAndCheck(path.resolve(folder));
  return folder.endsWith("persian") ? { ...publication, language: "fa", dir: "rtl" } : publication;
}

/** Makes the web edition of a publication. Without `made` it offers a made-up file of every kind to download. */
export async function webEdition(publication: Publication, made?: Artifact[]): Promise<Artifact[]> {
  const offered = made ?? (await fakeArtifacts(publication));
  return makeWeb({
    publication,
    made: offered,
    documents: (family) => compile(publication, family, offered.map(describeFile)),
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });
}

/** Compiles the pages of the web edition, by path: what webEdition() makes, without images and fonts. */
export async function compilePages(publication: Publication, made?: Artifact[]): Promise<Map<string, string>> {
  return compile(publication, "web", (made ?? (await fakeArtifacts(publication))).map(describeFile));
}

/** Serves the web edition on this machine, under the path of the publication's web address, until it is closed. */
export async function serve(publication: Publication): Promise<{ address: string; close(): void }> {
  const root = basePathOf(publication.web) || "/";
  const files = new Map(
    (await webEdition(publication)).map(({ path, bytes }) => [path.replace(/^web\//, root), bytes]),
  );
  const server = createServer(({ url = "" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://x").pathname);
    const body = files.get(path);
    response
      .writeHead(body ? 200 : 404, { "content-type": types[path.split(".").at(-1)!] ?? "application/octet-stream" })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`,
    close: () => void server.close(),
  };
}

const types: Record<string, string> = {
  html: "text/html",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/vnd.microsoft.icon",
  woff2: "font/woff2",
};

// Cards for social media are made if there is a cover image and a web address, and they need a browser. So a
// publication with an address gets no cover image here.
async function fakeArtifacts(publication: Publication): Promise<Artifact[]> {
  const file = (kind: ArtifactKind, facts: Omit<Artifact, "kind" | "path" | "bytes"> = {}) =>
    makeArtifact(kind, publication, new Uint8Array(123_456), facts);
  const cover = await sharp({ create: { width: 840, height: 1191, channels: 3, background: "#9e1b1b" } })
    .png()
    .toBuffer();
  return [
    file("pamphlet", { pages: 28 }),
    ...(publication.web ? [] : [makeArtifact("cover-image", publication, cover)]),
    ...listPapers(publication.print).flatMap((paper) => [
      ...(["booklet-short-edge", "booklet-long-edge"] as const).map((kind) =>
        file(kind, { paper, pages: 14, sheets: 7 }),
      ),
      ...(["booklet-fronts", "booklet-backs"] as const).map((kind) => file(kind, { paper, pages: 7, sheets: 7 })),
    ]),
    ...listImposed(publication.print).flatMap(({ name: way }) => [
      file("imposed", { way, pages: 4, sheets: 2 }),
      file("fold-test", { way, pages: 4, sheets: 2 }),
    ]),
    file("printer-test", { pages: 2, sheets: 1 }),
    file("press", { pages: 24 }),
    file("press-cover", { pages: 4 }),
    file("epub"),
    file("text"),
    ...publication.statements.map(({ slug }) => file("statement-text", { statement: slug })),
    file("guide"),
  ];
}
