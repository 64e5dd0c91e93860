import type { Dom, Nodes } from "../html/dom.ts";
import { unread } from "./html-words.ts";

// Finds the text of a web page among menus, teasers and forms. A library for this (defuddle, Readability) needs a DOM of
// its own, a dozen packages, and changes the words of headings and notes; what is left out here is counted and named.

const furniture = "nav, header, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo]";

/** The share of a page's text that its main part has at least; chosen by eye, with pages that were saved. */
const leastShare = 0.6;

/** Returns the part of a page that has its text: the body of a document that is no web page. */
export function findMainText($: Dom): Nodes {
  const body = $("body") as Nodes;
  if (body.find(furniture).length === 0) return body;
  const length = (element: Nodes): number => lengthOfText($, element);
  const total = length(body);
  const named = ["[itemprop=articleBody]", "article", "main", "[role=main]"]
    .flatMap((selector) =>
      $(selector)
        .toArray()
        .map((element) => $(element) as Nodes),
    )
    .find((element) => length(element) >= leastShare * total);
  let found: Nodes = named ?? body;
  for (;;) {
    const next: Nodes | undefined = found
      .children()
      .toArray()
      .map((element) => $(element) as Nodes)
      .find((child) => length(child) >= leastShare * length(found) && keepsHeading(found, child));
    if (!next || next.is("p, ul, ol, table, blockquote, tbody, tr, td, pre")) return found;
    found = next;
  }
}

/** Removes what stands in the text of a page and is none of it. */
export function removeFurniture($: Dom, main: Nodes): void {
  main.find(`${unread}, footer, [role=navigation]`).not("data.notice").remove();
  const heading = main.find("h1").first();
  // What comes before the title of an article is where on the site it stands.
  if (heading.length > 0) removeBefore($, heading as Nodes, main);
}

function removeBefore($: Dom, element: Nodes, root: Nodes): void {
  for (let current = element; current[0] !== root[0]; current = current.parent() as Nodes) {
    const before = [...current.prevAll().toArray()].map((one) => $(one) as Nodes);
    if (before.some((one) => lengthOfText($, one) > 0)) return;
    for (const one of before) if (one.find("img").length === 0 && !one.is("img")) one.remove();
  }
}

// The text in paragraphs, without that of links: menus are links.
function lengthOfText($: Dom, element: Nodes): number {
  const isText = "p, li, blockquote, td, pre, dd";
  const parts = (element.is(isText) ? element : element.find(isText))
    .toArray()
    .map((part) => $(part) as Nodes)
    .filter((part) => part.closest(furniture).length === 0);
  const length = (text: string) => text.replace(/\s+/g, " ").trim().length;
  const outermost = parts.filter((part) => part.parents(isText).length === 0);
  return outermost.reduce((sum, part) => sum + length(part.text()) - length(part.find("a").text()), 0);
}

function keepsHeading(around: Nodes, inside: Nodes): boolean {
  return around.find("h1").length === 0 || inside.find("h1").length > 0 || inside.is("h1");
}
