import path from "node:path/posix";
import { linksOf, type Link } from "../html/links.ts";
import { scriptsOf } from "../html/scripts.ts";
import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import type { Place, Problem } from "../problem.ts";
import { readingOrder, type Publication } from "../publication.ts";
import { webFolder as folder, type Artifact } from "../artifact.ts";
import { rootOf } from "../names.ts";
import { headLost } from "./head.ts";
import { wordsLost } from "./weave.ts";

// The head of a text; the author of the preface stands after it, and on the index the preface is a section among
// others.
const heads = [".statement-head", ".section-name", ".author", ".section-body > .author"];

/** A page or sheet of the edition, with what it names. */
interface Document {
  name: string;
  text: string;
  ids: Set<string>;
  links: Link[];
  scripts: string[];
}

/**
 * The web edition as it was made: every word in its place, every link leads somewhere, nothing asked of another host.
 */
export async function verifyWeb(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const made = artifacts.map(({ path, bytes }) => ({ name: path.slice(folder.length), bytes }));
  const documents = made
    .filter(({ name }) => /\.(html|css)$/.test(name))
    .map(({ name, bytes }) =>
      document(name, Buffer.from(bytes).toString(), name === "404.html" ? rootOf(publication.web) : ""),
    );
  const names = new Set(made.map(({ name }) => name));
  const place = placeIn(publication);
  return [
    ...words(publication, documents),
    ...documents.flatMap((document) => broken(document, names, documents, place)),
    ...documents.flatMap((document) => asked(document, place)),
  ];
}

function words(publication: Publication, documents: Document[]): Problem[] {
  return readingOrder(publication).flatMap((prose) => {
    const own = prose === publication.preface ? "index.html" : `${prose.slug}.html`;
    return [own, "pamphlet.html"].flatMap((name) => {
      const html = documents.find((document) => document.name === name)?.text ?? "";
      const head = textOf(html, heads.map((part) => `#${prose.slug} > ${part}`).join(", "));
      return [
        ...headLost(publication, prose, head, folder + name),
        ...wordsLost(prose, textOf(html, `#${prose.slug} .prose`), folder + name),
      ];
    });
  });
}

function broken(
  document: Document,
  names: Set<string>,
  documents: Document[],
  place: (name: string) => Place,
): Problem[] {
  const astray = document.links.filter(
    ({ address }) => !leadsOut(address) && !leadsSomewhere(address, document.name, names, documents),
  );
  return astray.map(({ address }) => ({
    code: "web-link-broken",
    place: place(document.name),
    message: `${folder}${document.name} links to “${address}”, and the web edition has no such place.`,
  }));
}

function leadsSomewhere(address: string, from: string, names: Set<string>, documents: Document[]): boolean {
  const [file = "", fragment] = address.split("#").map(decodeURIComponent);
  const name = file === "" ? from : path.join(path.dirname(from), file);
  const target = documents.find((document) => document.name === name);
  return names.has(name) && !file.startsWith("/") && (!fragment || target?.ids.has(fragment) === true);
}

/** Relations of a `link` that a browser does not fetch. */
const notFetched = new Set(["canonical", "alternate", "prev", "next", "license", "author"]);

function asked(document: Document, place: (name: string) => Place): Problem[] {
  const foreign = document.links.filter(
    ({ element, relation, address }) =>
      leadsOut(address) && element !== "a" && !(element === "link" && notFetched.has(relation ?? "")),
  );
  const what = [
    ...foreign.map(({ address }) => `asks for “${address}”`),
    ...document.scripts.map((name) => `carries a script (${name})`),
    ...openness(document),
  ];
  return what.map((what) => ({
    code: "web-request",
    place: place(document.name),
    message: `${folder}${document.name} ${what}.`,
    hint: "A page of the web edition asks nothing of another host and runs nothing. Put pictures into images/ and name them from there.",
  }));
}

function openness({ name, text }: Document): string[] {
  const policy = valuesOf(text, 'meta[http-equiv="Content-Security-Policy"]', "content").join();
  const open =
    name.endsWith(".html") &&
    (!policy.startsWith("default-src 'none'; ") || /script-src|unsafe|https?:|\*/.test(policy));
  return open ? ["has no policy that shuts it in"] : [];
}

// A page that counts its addresses from the root of the edition is read as if it stood there.
function document(name: string, text: string, root: string): Document {
  if (name.endsWith(".html")) {
    const { ids, links } = linksOf(text);
    const fromHere = (address: string) =>
      root !== "" && address.startsWith(root) ? address.slice(root.length) : address;
    return {
      name,
      text,
      ids,
      links: links.map((link) => ({ ...link, address: fromHere(link.address) })),
      scripts: scriptsOf(text),
    };
  }
  const addresses = [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)/g)].map(
    (match) => match[1] ?? match[2]!,
  );
  return {
    name,
    text,
    ids: new Set(),
    scripts: [],
    links: addresses.map((address) => ({ element: "style", address })),
  };
}

function leadsOut(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

// What is wrong with a page is looked for first in the text that it shows.
function placeIn(publication: Publication): (name: string) => Place {
  return (name) => publication.statements.find(({ slug }) => name === `${slug}.html`)?.at() ?? publication.at();
}
