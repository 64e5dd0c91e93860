// A script for the browser's page, evaluated there once everything is laid out: what Chromium would not tell of the
// elements in the PDF's tags.
//
// Chromium writes the language of an element into its tag as it stands. So its private part (RFC 5646, 2.2.7) carries
// the rest, for tags.ts to take out again: `en-GB-x-note-3` is a note in English, and all its parts, on however many
// pages, have the number 3.

/** Prepares the document's tags. Returns its links in order, as Layout of paged.ts has them. */
window.prepareTags = function prepareTags(pageOf) {
  // The first that fits is taken.
  const names = [
    ["section, nav", "sect"],
    ["article", "art"],
    [".contents-list", "toc"],
    [".contents-list > li", "toci"],
    ["dl", "l"],
    ["dl > div", "li"],
    ["dt, .note-number, .note-item", "lbl"],
    ["dd", "lbody"],
    [".footnote, aside.note", "note"],
    [".note-p, .note-pre, .note-h1, .note-h2, .note-h3, .note-h4, .note-h5, .note-h6, pre", "p"],
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
  const numbers = new Map();
  const numberOf = (key) => numbers.get(key) ?? numbers.set(key, numbers.size + 1).get(key);
  const links = [];
  const prepared = [...document.querySelectorAll(".pagedjs_area *:not(svg, svg *, [data-footnote-call])")].flatMap(
    (element) => {
      const name = names.find(([selector]) => element.matches(selector))?.[1];
      if (!name) return [];
      const number =
        name === "link"
          ? links.push(linkOf(element)) - 1
          : numberOf(name === "mark" ? noteOf(element) : element.dataset.ref);
      return [{ element, lang: `${element.closest("[lang]").lang}-x-${name}-${number}` }];
    },
  );
  for (const { element, lang } of prepared) {
    element.lang = lang;
    // Of elements that mean nothing to it Chromium makes no tag.
    if (element.matches("section, aside, div, span, i, b, cite, q, small")) element.setAttribute("role", "group");
  }
  return links;

  function noteOf(mark) {
    return mark.querySelector("a").hash.replace("#note-", "");
  }

  function linkOf(anchor) {
    const shown = anchor.cloneNode(true);
    for (const number of shown.querySelectorAll("[data-page-of]")) number.remove();
    for (const picture of shown.querySelectorAll("img")) picture.replaceWith(` ${picture.alt} `);
    const text = shown.textContent.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
    const inside = anchor.getAttribute("href").startsWith("#");
    return {
      text,
      page: inside ? pageOf[decodeURIComponent(anchor.hash.slice(1))] : undefined,
      ofNote: anchor.matches(".noteref a, .note-number a"),
    };
  }
};
