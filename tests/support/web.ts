import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import sharp from "sharp";
import { checked } from "../../src/build.ts";
import { compile, madeFile } from "../../src/compile/eleventy.ts";
import { makeWeb } from "../../src/editions/web.ts";
import type { Artifact, Publication } from "../../src/publication.ts";
import type { EditionName } from "../../src/schemas.ts";
import { rootOf } from "../../src/written.ts";

/**
 * Loads the publication of a folder. The fixture “persian” gets Persian as its language, so that the interface of the
 * web edition is mirrored too. Throws PublicationProblems.
 */
export async function loadPublication(folder: string): Promise<Publication> {
  const publication = await checked(path.resolve(folder));
  return folder.endsWith("persian") ? { ...publication, language: "fa", dir: "rtl" } : publication;
}

/** Makes the web edition of a publication. Without `made` it offers a made-up file of every kind to download. */
export async function webEdition(publication: Publication, made?: Artifact[]): Promise<Artifact[]> {
  const offered = made ?? (await fakeArtifacts(publication));
  return makeWeb({
    publication,
    made: offered,
    documents: (family) => compile(publication, family, offered.map(madeFile)),
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });
}

/** Serves the web edition on this machine, under the path of the publication's web address, until it is closed. */
export async function serve(publication: Publication): Promise<{ address: string; close(): void }> {
  const root = rootOf(publication.web) || "/";
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
async function fakeArtifacts({ slug, statements, web }: Publication): Promise<Artifact[]> {
  const file = (edition: EditionName, path: string, rest: Partial<Artifact> = {}): Artifact => ({
    edition,
    path,
    bytes: new Uint8Array(123_456),
    ...rest,
  });
  const cover = await sharp({ create: { width: 840, height: 1191, channels: 3, background: "#9e1b1b" } })
    .png()
    .toBuffer();
  return [
    file("pamphlet", `print/${slug}-a5.pdf`, { pages: 28 }),
    ...(web ? [] : [file("pamphlet", `print/${slug}-cover.png`, { bytes: cover })]),
    ...["short-edge", "long-edge"].map((name) =>
      file("booklet", `print/${slug}-booklet-${name}.pdf`, { pages: 14, sheets: 7 }),
    ),
    ...["fronts", "backs"].map((name) => file("booklet", `print/${slug}-booklet-${name}.pdf`, { pages: 7, sheets: 7 })),
    file("booklet", "print/printer-test.pdf", { pages: 2, sheets: 1 }),
    file("press", `print/${slug}-press.pdf`, { pages: 24 }),
    file("press", `print/${slug}-press-cover.pdf`, { pages: 4 }),
    file("epub", `epub/${slug}.epub`),
    file("text", `text/${slug}.txt`),
    ...statements.map((statement) => file("text", `text/${statement.slug}.txt`)),
    file("guide", "print/how-to-print.txt"),
  ];
}
