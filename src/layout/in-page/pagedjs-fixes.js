// A script for the browser's page: evaluated there after paged.js. What paged.js 0.4.3 does wrong at the end of a page,
// without a word of it, is set right here; most of these lost words, or printed them twice.

/** The handlers to register with paged.js, made from its own. */
window.mends = function mends(Handler) {
  const notesHeight = "--pagedjs-footnotes-height";
  const line = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--line"));
  // paged.js looks for the rest of a paragraph by the text that stands on the page, so that words which occur twice are
  // set twice, and a line is lost where notes drive it out afterwards. Here every text on a page is known by the text
  // of the document that it comes from.
  const origins = new WeakMap();
  const clusters = new Intl.Segmenter("und", { granularity: "grapheme" });
  let BreakToken;

  class Breaks extends Handler {
    onPageLayout(_wrapper, token, layout) {
      BreakToken = token.constructor;
      breakBetweenLetters(layout.constructor);
    }

    // paged.js takes whatever has a style of its own to be hidden, even an empty one that typesetting left behind, and
    // parts a heading from it.
    filter(content) {
      for (const block of content.querySelectorAll("[data-undisplayed][style]"))
        if (block.style.display !== "none") delete block.dataset.undisplayed;
    }

    renderNode(rendered, source) {
      // Element by element, for paged.js has taken the notes out by now.
      for (const [here, there] of pairs(rendered, source))
        origins.set(here, { source: there, from: there.length - here.length });
    }

    onOverflow(overflow) {
      return overflow && overflow.startContainer.nodeType !== Node.TEXT_NODE ? beforeMark(overflow) : undefined;
    }

    onBreakToken(token, overflow) {
      const origin = overflow && origins.get(overflow.startContainer);
      return origin && new BreakToken(origin.source, origin.from + overflow.startOffset);
    }
  }

  class Room extends Handler {
    given = new WeakMap();

    // What is left of a note gets all the room that it asks for, be it more than the page: four lines stay for the
    // text.
    beforePageLayout({ element }) {
      const area = element.querySelector(".pagedjs_area");
      const content = area.querySelector(".pagedjs_footnote_content");
      const most = area.getBoundingClientRect().height - 4 * line;
      if (heightOf(area) <= most) return;
      const { marginTop, borderTopWidth, paddingTop } = getComputedStyle(content);
      const frame = [marginTop, borderTopWidth, paddingTop].reduce((sum, length) => sum + Number.parseFloat(length), 0);
      area.style.setProperty(notesHeight, `${most}px`);
      content.querySelector(".pagedjs_footnote_inner_content").style.height = `${most - frame}px`;
    }

    // A note for which there is no room gets all that is left below the line of its mark. Two lines of it stay with the
    // text: else the paragraph has not the lines that it must keep on a page, and goes overleaf with its heading, and
    // the note again.
    renderNode(rendered) {
      const area = rendered.nodeType === Node.ELEMENT_NODE ? rendered.closest(".pagedjs_area") : null;
      const notes = area?.querySelector(".pagedjs_footnote_inner_content");
      if (!notes?.style.height) return;
      const [height, inner] = [heightOf(area), Number.parseFloat(notes.style.height)];
      if (this.given.get(area) === height || inner < 3 * line) return;
      area.style.setProperty(notesHeight, `${height - 2 * line}px`);
      notes.style.height = `${inner - 2 * line}px`;
      this.given.set(area, height - 2 * line);
    }

    // When a note goes on overleaf, paged.js makes the room for what is left of it a little larger than the text above
    // was told: then a line of text falls off the page. The space between text and notes gives as much as is needed.
    afterPageLayout(page) {
      const area = page.querySelector(".pagedjs_area");
      const [text, notes] = [".pagedjs_page_content", ".pagedjs_footnote_content"].map((part) =>
        area.querySelector(part),
      );
      const height = heightOf(area);
      const space = Number.parseFloat(getComputedStyle(notes).marginTop);
      for (let less = 1; less <= space && text.scrollWidth > text.clientWidth + 1; less++) {
        area.style.setProperty(notesHeight, `${height - less}px`);
        notes.style.marginTop = `${space - less}px`;
      }
    }
  }

  class Sides extends Handler {
    // paged.js gives all pages that hold nothing but the rest of a note one number, and so one side, and the page after
    // them too. And a book that is read from right to left has its spine on the right: its first page is a left one.
    beforePageLayout(page, _content, _token, chunker) {
      page.index(chunker.pages.indexOf(page));
      if (document.body.dataset.spine !== "right") return;
      for (const side of ["pagedjs_left_page", "pagedjs_right_page"]) page.element.classList.toggle(side);
    }

    // Such a page takes its classes from the one before it, but it is not the first of its part.
    afterPageLayout(element) {
      if (element.querySelector(".pagedjs_page_content").hasChildNodes()) return;
      element.classList.remove(...[...element.classList].filter((name) => /^pagedjs_.+_first_page$/.test(name)));
    }
  }

  function heightOf(area) {
    return Number.parseFloat(area.style.getPropertyValue(notesHeight)) || 0;
  }

  function pairs(rendered, source) {
    if (rendered.nodeType === Node.TEXT_NODE) return [[rendered, source]];
    return [rendered, ...rendered.querySelectorAll("[data-ref]")].flatMap((element) => {
      const origin = element === rendered ? source : source.querySelector(`[data-ref="${element.dataset.ref}"]`);
      const [here, there] = [element, origin].map((parent) =>
        [...(parent?.childNodes ?? [])].filter(({ nodeType }) => nodeType === Node.TEXT_NODE),
      );
      return here.length === there.length ? here.map((text, index) => [text, there[index]]) : [];
    });
  }

  function textsIn(node) {
    if (node.nodeType === Node.TEXT_NODE) return [node];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  }

  // Where a note has no room, paged.js breaks before its mark, in the middle of a line: the whole line goes overleaf,
  // and a line that would be left alone goes with it.
  function beforeMark(overflow) {
    const first = overflow.startContainer.childNodes[overflow.startOffset];
    if (!first?.matches?.(".noteref, .footnote, [data-footnote-call]")) return undefined;
    const block = first.closest("p, li");
    const mark = first.getClientRects()[0];
    const onLine = ({ top, bottom, left }) => top < mark.bottom && bottom > mark.top && left <= mark.left + 1;
    let start;
    for (const text of textsIn(block).filter(
      (text) => text.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING,
    )) {
      const range = document.createRange();
      const at = [...text.data].findIndex((_, offset) => {
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        return [...range.getClientRects()].some((rect) => rect.width > 0 && onLine(rect));
      });
      if (at >= 0) {
        start = [text, at];
        break;
      }
    }
    if (!start) return undefined;
    const lines =
      (mark.top - block.getBoundingClientRect().top) / Number.parseFloat(getComputedStyle(block).lineHeight);
    if (lines < 1.5 && !block.dataset.splitFrom) overflow.setStartBefore(block);
    else overflow.setStart(...start);
    return overflow;
  }

  // A page ends between letters where paged.js first finds one that is not on it: one too late where a line begins in
  // the middle of a word, and anywhere in a note. It ends where the line begins in which that letter stands. A note
  // gets no hyphen there, so it ends at a space before one. In a text a soft hyphen at the end shows, whatever the
  // letter that follows; paged.js asks for two letters of ASCII, and no soft hyphen.
  function breakBetweenLetters(Layout) {
    if (Layout.mended) return;
    Layout.mended = true;
    const { textBreak } = Layout.prototype;
    Layout.prototype.textBreak = function (node, ...bounds) {
      const offset = textBreak.call(this, node, ...bounds);
      const at = offset && lineStart(node, offset);
      if (!at || node.data[at - 1] !== "\u00ad" || !node.parentElement.closest(".pagedjs_footnote_area"))
        return at || offset;
      return node.data.slice(0, at).search(/(?<=[ \t\n\u2010\u2013\u2014/-])[^ \t\n\u2010\u2013\u2014/-]*$/);
    };
    Layout.prototype.hyphenateAtBreak = function (text) {
      if (text.nodeType !== Node.TEXT_NODE || !text.data.endsWith("\u00ad")) return;
      text.parentElement.classList.add("pagedjs_hyphen");
      text.data += this.settings.hyphenGlyph;
    };
  }

  // Where in a text the line begins that has the letter at `offset`: letters are looked at whole, with the marks that
  // belong to them.
  function lineStart(text, offset) {
    const range = document.createRange();
    const placeOf = (start, end) => {
      range.setStart(text, start);
      range.setEnd(text, end);
      return [...range.getClientRects()].findLast(({ width }) => width > 0);
    };
    const from = Math.max(0, offset - 400);
    const letters = [...clusters.segment(text.data.slice(from, offset + 20))].map(({ index, segment }) => [
      from + index,
      from + index + segment.length,
    ]);
    const here = letters.findIndex(([, end]) => end > offset);
    const place = letters
      .slice(here)
      .map(([start, end]) => placeOf(start, end))
      .find(Boolean);
    if (!place) return offset;
    let [at] = letters[here];
    for (const [start, end] of letters.slice(0, here).toReversed()) {
      const before = placeOf(start, end);
      if (!before) continue;
      // Lines of one column overlap but little, and the next column begins further up.
      if (Math.abs((before.top + before.bottom) / 2 - (place.top + place.bottom) / 2) > line / 2) break;
      at = start;
    }
    return at;
  }

  return [Breaks, Room, Sides];
};
