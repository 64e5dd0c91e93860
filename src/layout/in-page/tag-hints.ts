import type { LaidOutLink, Layout } from "../layout.ts";

// Chromium's tags do not say what an element means, nor which parts belong together. But Chromium copies the language
// of an element into its tag unchanged. So the private part of the language (RFC 5646, 2.2.7) carries the rest,
// and src/pdf/tagging/tag-hints.ts takes it out again: `en-GB-x-note-3` is a note in English, and all its parts, on
// however many pages, have the number 3.

/** Hints by selector; the first that matches is taken. */
const hints: [selector: string, name: string][] = [
  ["[data-repeated] :is(th, td)", "again"],
  ["section, nav", "sect"],
  ["article", "art"],
  [".contents-list", "toc"],
  [".contents-list > li", "toci"],
  ["dl", "l"],
  ["dl > div", "li"],
  ["dt, .note-number, .note-item", "lbl"],
  ["dd", "lbody"],
  [".footnote, aside.note", "note"],
  [".note-p, .note-pre, .note-h1, .note-h2, .note-h3, .note-h4, .note-h5, .note-h6, pre, .verse", "p"],
  [".note-ul, .note-ol", "l"],
  [".note-li", "li"],
  ["figure, .note-figure", "div"],
  ["figcaption, .note-figcaption", "caption"],
  [".note-blockquote", "quote"],
  [".note-table", "table"],
  [".note-tr", "tr"],
  [".note-th", "th"],
  [".note-td", "td"],
  [".noteref", "mark"],
  ["a[href]", "link"],
  ["div[lang]", "div"],
  [":is(span, i, b, cite, q, small)[lang]", "span"],
  [":is([data-split-from], [data-split-to]):not(div, span)", "part"],
];

/** Writes hints for the PDF's tags into the languages of the document's elements. Returns its links, in order. */
export function writeTagHints(pages: Layout["pageOf"]): LaidOutLink[] {
  const pageOf = new Map(pages);
  const links: LaidOutLink[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key)!;
  };
  // The languages to write, by element. All are read before the first is written, since elements inherit them.
  const languages = new Map<HTMLElement, string>();
  const elements = document.querySelectorAll<HTMLElement>(".pagedjs_area *:not(svg, svg *, [data-footnote-call])");
  for (const element of elements) {
    const name = hints.find(([selector]) => element.matches(selector))?.[1];
    if (name === undefined) continue;
    let number: number;
    if (name === "link") number = links.push(describeLink(element as HTMLAnchorElement, pageOf)) - 1;
    else if (name === "mark") number = numberOf(noteOf(element));
    else number = numberOf(element.dataset["ref"]!);
    languages.set(element, `${element.closest<HTMLElement>("[lang]")!.lang}-x-${name}-${number}`);
  }
  for (const [element, lang] of languages) {
    if (!element.lang) element.dataset["hinted"] = "";
    element.lang = lang;
    // Chromium makes no tag for these elements unless they have a role.
    if (element.matches("section, aside, div, span, i, b, cite, q, small, .verse"))
      element.setAttribute("role", "group");
  }
  return links;
}

// Returns the `data-ref` of the note that a mark leads to, so that both get the same number: the id of the note is
// "note-" with its `data-ref`.
function noteOf(mark: HTMLElement): string {
  return mark.querySelector("a")!.hash.replace("#note-", "");
}

function describeLink(anchor: HTMLAnchorElement, pageOf: Map<string, number>): LaidOutLink {
  const shown = anchor.cloneNode(true) as HTMLAnchorElement;
  for (const number of shown.querySelectorAll("[data-page-of]")) number.remove();
  for (const image of shown.querySelectorAll("img")) image.replaceWith(` ${image.alt} `);
  const text = shown.textContent.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const isInside = anchor.getAttribute("href")!.startsWith("#");
  return {
    text,
    page: isInside ? pageOf.get(decodeURIComponent(anchor.hash.slice(1))) : undefined,
    ofNote: anchor.matches(".noteref a, .note-number a"),
  };
}
