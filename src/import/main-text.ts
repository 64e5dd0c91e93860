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
  const lengths = measureElements($, body);
  const lengthOf = (element: Nodes) => lengths.get(element[0]!) ?? 0;
  const named = ["[itemprop=articleBody]", "article", "main", "[role=main]"]
    .flatMap((selector) => $(selector).toArray())
    .map((element) => $(element) as Nodes)
    .find((element) => lengthOf(element) >= leastShare * lengthOf(body));
  let found: Nodes = named ?? body;
  for (;;) {
    const children = found.children().toArray();
    const next = children
      .map((element) => $(element) as Nodes)
      .find((child) => lengthOf(child) >= leastShare * lengthOf(found) && keepsHeading(found, child));
    if (!next || next.is("p, ul, ol, table, blockquote, tbody, tr, td, pre")) return found;
    found = next;
  }
}

/** Removes what stands in the text of a page and is none of it: menus, buttons, and links before the title. */
export function removeFurniture($: Dom, main: Nodes): void {
  main.find(`${unread}, footer, [role=navigation]`).not("data.notice").remove();
  const heading = main.find("h1").first() as Nodes;
  for (let current = heading; current.length > 0 && current[0] !== main[0]; current = current.parent() as Nodes) {
    for (const element of current.prevAll().toArray()) {
      const before = $(element) as Nodes;
      if (before.text().trim() !== before.find("a").text().trim() || before.find("img").length > 0) return;
      before.remove();
    }
  }
}

/** Text in paragraphs, as opposed to that of menus and captions. */
const isText = "p, li, blockquote, td, pre, dd";

// Returns for each element how many letters of text it has, without those of links: menus are links.
function measureElements($: Dom, body: Nodes): Map<Nodes[number], number> {
  const lengths = new Map<Nodes[number], number>();
  for (const element of body.find(isText).toArray()) {
    const part = $(element) as Nodes;
    if (part.closest(furniture).length > 0 || part.parents(isText).length > 0) continue;
    const length = lengthOf(part.text()) - lengthOf(part.find("a").text());
    for (const around of [element, ...part.parents().toArray()])
      lengths.set(around, (lengths.get(around) ?? 0) + length);
  }
  return lengths;
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, " ").trim().length;
}

function keepsHeading(around: Nodes, inside: Nodes): boolean {
  return around.find("h1").length === 0 || inside.find("h1").length > 0 || inside.is("h1");
}
