// A script for the browser's page: evaluated there after paged.js, before anything is laid out.

/** Lays the document out and returns what was laid where, a Layout of paged.ts. */
window.layOut = async function layOut() {
  const { Paged, PagedPolyfill } = window;

  Paged.registerHandlers(...mends(Paged.Handler));
  await document.fonts.ready;
  PagedPolyfill.settings.hyphenGlyph = "-";
  PagedPolyfill.chunker.settings.hyphenGlyph = "-";
  const flow = await PagedPolyfill.preview();
  await document.fonts.ready;

  // Only what is divided itself ends its page on a full line: not the items of a list that hold it, nor the words above
  // a picture.
  for (const block of document.querySelectorAll("[data-split-to]:has([data-split-to], img)"))
    block.style.textAlignLast = "auto";
  for (const foot of document.querySelectorAll(".at-foot")) toFoot(foot);

  const pageOf = {};
  flow.pages.forEach(({ element }, index) => {
    for (const { id } of element.querySelectorAll(".pagedjs_area [id]")) pageOf[id] ??= index + 1;
  });
  for (const number of document.querySelectorAll("[data-page-of]"))
    number.textContent = figures(pageOf[number.dataset.pageOf] ?? "");
  const bookmarks = [...document.querySelectorAll("[data-bookmark]:not([data-split-from])")].map((element) => ({
    id: element.id,
    title: element.dataset.bookmark,
    page: pageOf[element.id],
  }));
  const remarks = flow.pages.flatMap(({ element }, index) =>
    remarksOn(element).map((kind) => ({ kind, page: index + 1 })),
  );
  return { pages: flow.pages.length, pageOf, bookmarks, starts: pageStarts(flow.pages), remarks };

  function figures(number) {
    const digits = [...document.body.dataset.digits];
    return String(number).replace(/\d/g, (digit) => digits[digit]);
  }

  function pageStarts(pages) {
    const earlier = {};
    let last;
    return pages.flatMap(({ element }, index) => {
      const parts = [...element.querySelectorAll(".pagedjs_page_content [data-bookmark]")];
      const start = parts[0] ? startOf(parts[0], earlier) : isRestOfNote(element) && { id: last, after: earlier[last] };
      for (const part of parts) earlier[part.dataset.id] = (earlier[part.dataset.id] ?? 0) + lettersOf(part);
      last = parts.at(-1)?.dataset.id ?? last;
      return start ? [{ page: index + 1, ...start }] : [];
    });
  }

  // A note may go on where its text does not.
  function isRestOfNote(page) {
    return page.querySelector(".pagedjs_footnote_area").textContent.trim() !== "";
  }

  function startOf(part, earlier) {
    if (!part.dataset.splitFrom) return { id: part.dataset.id };
    if (part.querySelector(".prose") || earlier[part.dataset.id])
      return { id: part.dataset.id, after: earlier[part.dataset.id] };
    const named = part.querySelector("[data-id]:not([data-split-from])");
    return named && { id: named.dataset.id };
  }

  // What the EPUB counts as well: neither marks of notes nor what lines and pages add or take away, hyphens and spaces.
  function lettersOf(part) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!element.closest(".prose") || element.closest(".noteref, .footnote, [data-footnote-call]")) continue;
      count +=
        node.nodeName === "IMG"
          ? 1
          : node.nodeType === Node.TEXT_NODE
            ? (node.data.match(/[\p{L}\p{N}]/gu) ?? []).length
            : 0;
    }
    return count;
  }

  // What closes a text stands at the foot of its last page, however much room is left above it.
  function toFoot(block) {
    const room =
      block.closest(".pagedjs_page_content").getBoundingClientRect().bottom - block.getBoundingClientRect().bottom;
    if (room > 0) block.style.marginTop = `${Number.parseFloat(getComputedStyle(block).marginTop) + room}px`;
  }

  function remarksOn(page) {
    const lines = (block) =>
      Math.round(block.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(block).lineHeight));
    const kinds = [];
    const blocks = [...page.querySelectorAll(".pagedjs_page_content .prose :is(p, li)")];
    if (blocks.some((block) => block.dataset.splitFrom && !block.dataset.splitTo && lines(block) < 2))
      kinds.push("widow");
    if (blocks.some((block) => block.dataset.splitTo && !block.dataset.splitFrom && lines(block) < 2))
      kinds.push("orphan");
    const text = page.querySelector(".pagedjs_page_content .opening[data-split-from]:not([data-split-to])");
    if (text && blocks.length > 0 && blocks.reduce((sum, block) => sum + lines(block), 0) <= 2)
      kinds.push("short-page");
    return kinds;
  }
};
