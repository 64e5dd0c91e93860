import path from "node:path/posix";
import { linksOf, type Link } from "../html/links.ts";
import { scriptsOf } from "../html/scripts.ts";
import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import type { Place, Problem } from "../problem.ts";
import { listInReadingOrder, type Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { webFolder } from "../artifact-kinds.ts";
import { basePathOf, isEditorsOwn } from "../names.ts";
import { verifyImprintFacts } from "./covers.ts";
import { verifyEvents } from "./events.ts";
import { verifyHead, verifyParts } from "./text-head.ts";
import { verifyWords } from "./weave.ts";

/**
 * Where the parts of the head of a text are, inside the element of the text. The author of the preface is one
 * of them, although it stands after the preface; so is that of the last page. On the index page it is one level deeper.
 */
const headSelectors = [".statement-head", ".section-name", ".author", ".section-body > .author"];

/** The relations of a `link` element that a browser does not load (HTML Standard, “Link types”). */
const notLoaded = new Set(["canonical", "alternate", "prev", "next", "license", "author"]);

/** A page or a stylesheet of the web edition. */
interface WebDocument {
  name: string;
  content: string;
  ids: Set<string>;
  links: Link[];
  scripts: string[];
}

interface WebEdition {
  publication: Publication;
  /** The names of all its files. */
  names: Set<string>;
  documents: WebDocument[];
}

/**
 * Proves that the web edition has every word of every text in its place. Verifies that every link inside it leads
 * somewhere, and that no page loads anything from another host or runs a script. How a browser shows it is not proved.
 */
export async function verifyWeb(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const files = artifacts.map(({ path, bytes }) => ({ name: path.slice(webFolder.length), bytes }));
  const documents = files
    .filter(({ name }) => /\.(html|css)$/.test(name))
    .map(({ name, bytes }) => {
      const content = Buffer.from(bytes).toString();
      // The page for missing addresses is shown at any address. So its links begin with the root of the edition, which
      // is taken away here: then they can be treated like all others.
      return name === "404.html"
        ? withoutRoot(readDocument(name, content), basePathOf(publication.web))
        : readDocument(name, content);
    });
  const edition = { publication, names: new Set(files.map(({ name }) => name)), documents };
  return [
    ...verifyTexts(edition),
    ...["index.html", "pamphlet.html"].flatMap((name) =>
      verifyParts(publication, textOf(pageOf(edition, name), ".contents"), webFolder + name),
    ),
    ...verifyEvents(publication, textOf(pageOf(edition, "index.html"), ".event"), `${webFolder}index.html`),
    ...verifyImprintFacts(publication, textOf(pageOf(edition, "index.html"), ".imprint"), `${webFolder}index.html`),
    ...documents.flatMap((document) => verifyLinks(edition, document)),
    ...documents.flatMap((document) => verifyIsolation(edition, document)),
  ];
}

function readDocument(name: string, content: string): WebDocument {
  if (name.endsWith(".html")) return { name, content, ...linksOf(content), scripts: scriptsOf(content) };
  const addresses = [...content.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)/g)];
  const links = addresses.map(([, url, imported]): Link => ({ element: "style", address: url ?? imported! }));
  return { name, content, ids: new Set(), links, scripts: [] };
}

function withoutRoot(document: WebDocument, root: string): WebDocument {
  const links = document.links.map((link) =>
    link.address.startsWith(root) ? { ...link, address: link.address.slice(root.length) } : link,
  );
  return { ...document, links };
}

function pageOf({ documents }: WebEdition, name: string): string {
  return documents.find((document) => document.name === name)?.content ?? "";
}

function verifyTexts(edition: WebEdition): Problem[] {
  const { publication } = edition;
  return listInReadingOrder(publication).flatMap((text) => {
    const ownPage = isEditorsOwn(text, publication) ? "index.html" : `${text.slug}.html`;
    return [ownPage, "pamphlet.html"].flatMap((name) => {
      const html = pageOf(edition, name);
      const head = textOf(html, headSelectors.map((selector) => `#${text.slug} > ${selector}`).join(", "));
      return [
        ...verifyHead(publication, text, head, webFolder + name),
        ...verifyWords(text, textOf(html, `#${text.slug} .prose:not(.about-author .prose)`), webFolder + name),
        ...(text.about ? verifyWords(text.about, textOf(html, `#${text.slug} .about-author`), webFolder + name) : []),
      ];
    });
  });
}

function verifyLinks(edition: WebEdition, { name, links }: WebDocument): Problem[] {
  return links
    .filter(({ address }) => !isExternal(address) && !hasTarget(edition, address, name))
    .map(({ address }) => ({
      code: "web-link-broken",
      place: placeOf(edition, name),
      message: `${webFolder}${name} links to “${address}”, which does not exist in the web edition.`,
    }));
}

function hasTarget({ names, documents }: WebEdition, address: string, from: string): boolean {
  const [file = "", fragment] = address.split("#").map(decodeURIComponent);
  const name = file === "" ? from : path.posix.join(path.posix.dirname(from), file);
  const target = documents.find((document) => document.name === name);
  return names.has(name) && !file.startsWith("/") && (!fragment || target?.ids.has(fragment) === true);
}

function verifyIsolation(edition: WebEdition, { name, content, links, scripts }: WebDocument): Problem[] {
  const loaded = links.filter(
    ({ element, relation, address }) =>
      isExternal(address) && element !== "a" && !(element === "link" && notLoaded.has(relation ?? "")),
  );
  const clauses = [
    ...loaded.map(({ address }) => `loads “${address}”, which is not part of the web edition`),
    ...scripts.map((script) => `contains a script (${script})`),
    ...(name.endsWith(".html") && !hasStrictPolicy(content)
      ? ["does not have a security policy that forbids other hosts and scripts"]
      : []),
  ];
  return clauses.map((clause) => ({
    code: "web-request",
    place: placeOf(edition, name),
    message: `${webFolder}${name} ${clause}.`,
    hint:
      "A page must not load anything from another host, nor run scripts. " +
      "Put images into images/ and refer to them there.",
  }));
}

function hasStrictPolicy(html: string): boolean {
  const policy = valuesOf(html, 'meta[http-equiv="Content-Security-Policy"]', "content").join();
  return policy.startsWith("default-src 'none'; ") && !/script-src|unsafe|https?:|\*/.test(policy);
}

function isExternal(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

// What is wrong with the page of a statement is most likely to come from its text.
function placeOf({ publication }: WebEdition, name: string): Place {
  return publication.statements.find(({ slug }) => name === `${slug}.html`)?.at() ?? publication.at();
}
