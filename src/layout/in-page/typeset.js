// A script for the browser's page: evaluated there before paged.js takes the document apart, while every text still
// stands in one column. It mends what can only be seen once lines are set: last lines of one word, last pages of two
// lines, what leaves the grid.

/** Sets the document in its measure and mends it; `area` is the type area of a page, in px. */
window.typeset = async function typeset(area) {
  await document.fonts.ready;
  const measuring = document.createElement("style");
  measuring.textContent = `body { width: ${area.width}px !important } .footnote { display: none !important }`;
  measuring.dataset.pagedjsIgnore = "";
  document.head.append(measuring);
  const line = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--line"));

  for (const title of document.querySelectorAll(".cover-title")) fitInBlock(title, line);
  for (const imprint of document.querySelectorAll(".imprint")) fitOnPage(imprint, area.height);
  for (const block of document.querySelectorAll(".prose :is(p, li)")) keepSpaces(block);
  for (const table of document.querySelectorAll(".prose table")) setColumns(table, area.height);
  for (const block of document.querySelectorAll(".prose figure, .prose img, .prose table")) toGrid(block, line);
  for (const text of document.querySelectorAll(".opening")) avoidShortLastPage(text, area.height, line);
  for (const paragraph of document.querySelectorAll(".prose p, .prose li")) avoidOneWordLastLine(paragraph);
  measuring.remove();

  // The size of a title is guessed from its letters. One that would leave its block is set a size smaller: what is
  // below it would not be seen.
  function fitInBlock(title, line) {
    const foot = title.parentElement.getBoundingClientRect().bottom - line;
    for (const size of [1, 2, 3]) {
      if (title.getBoundingClientRect().bottom <= foot && title.scrollWidth <= title.clientWidth) return;
      if (title.classList.contains(`size-${size}`)) title.classList.replace(`size-${size}`, `size-${size + 1}`);
    }
  }

  // An imprint stands at the foot of its page; the longer it is, the higher it begins.
  function fitOnPage(imprint, height) {
    const over = imprint.getBoundingClientRect().height - height;
    if (over > 0)
      imprint.style.paddingTop = `${Math.max(0, Number.parseFloat(getComputedStyle(imprint).paddingTop) - over)}px`;
  }

  // paged.js drops a space that stands alone between two elements when a page begins shortly before it: such a space
  // goes into the second.
  function keepSpaces(block) {
    const spaces = [...block.childNodes].filter(
      (node) =>
        node.nodeType === Node.TEXT_NODE &&
        node.data.trim() === "" &&
        node.previousSibling &&
        node.nextSibling &&
        node.nextElementSibling === node.nextSibling,
    );
    for (const space of spaces) {
      // In a passage of the other direction it would come to stand at that passage's end; a space of no width beside it
      // keeps it where it is.
      if (space.nextSibling.hasAttribute("dir")) space.data += "\u200b";
      else space.nextSibling.prepend(space);
    }
  }

  // Each page's part of a table is a table of its own, so the columns keep the widths that the whole of it asks for.
  // Where its longest words ask for more than the page has, the widest columns give way, and words break in them.
  function setColumns(table, height) {
    const whole = table.getBoundingClientRect().width;
    Object.assign(table.style, { tableLayout: "auto", overflowWrap: "normal" });
    const asked = [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
    Object.assign(table.style, { tableLayout: "", overflowWrap: "" });
    const most = widest(asked, whole);
    for (const row of table.rows)
      [...row.cells].forEach((cell, column) => (cell.style.width = `${Math.min(asked[column], most)}px`));
    if ([...table.rows].some((row) => row.getBoundingClientRect().height > height - line))
      table.classList.add("table-in-blocks");
  }

  // The width to which the widest are cut so that all of them together have room.
  function widest(widths, room) {
    let left = room;
    const rising = widths.toSorted((one, other) => one - other);
    for (const [index, width] of rising.entries()) {
      if (width * (rising.length - index) >= left) return left / (rising.length - index);
      left -= width;
    }
    return room;
  }

  // What is no whole number of lines high gets the rest below it, so that the lines of facing pages stay in step.
  function toGrid(block, line) {
    if (block.parentElement.closest("figure")) return;
    const { height } = block.getBoundingClientRect();
    const rest = Math.ceil(height / line - 0.01) * line - height;
    if (rest > 0.1) block.style.marginBottom = `${Number.parseFloat(getComputedStyle(block).marginBottom) + rest}px`;
  }

  // Two lines or fewer on a last page, or a signature alone, are drawn in, if the text can be set that much tighter
  // without showing it.
  function avoidShortLastPage(text, height, line) {
    const signature = text.querySelector(".prose > .signature:last-child");
    const few = Math.max(2, signature ? Math.ceil(signature.getBoundingClientRect().height / line) : 0);
    for (const step of ["", "tight-1", "tight-2"]) {
      text.classList.remove("tight-1", "tight-2");
      if (step) text.classList.add(step);
      const over = Math.round(text.getBoundingClientRect().height / line) % Math.floor(height / line);
      if (over === 0 || over > few) return;
    }
    text.classList.remove("tight-2");
  }

  // The last words are bound together, where the line before can spare one: if what is left of it would be spread too
  // wide, they stay apart.
  function avoidOneWordLastLine(paragraph) {
    const last = lastText(paragraph);
    if (!last || !oneWordLastLine(paragraph, last)) return;
    const bound = last.data.trimEnd().replace(/\s+(\S+)$/, "\u00a0$1");
    const before = last.data;
    const { height } = paragraph.getBoundingClientRect();
    last.data = bound.replace(/\u00ad(?=\S*$)/g, "");
    if (paragraph.getBoundingClientRect().height > height || isLoose(paragraph)) last.data = before;
  }

  // Whether the last line but one, before it is justified, fills less than six sevenths of the measure.
  function isLoose(paragraph) {
    const { textAlign } = paragraph.style;
    paragraph.style.textAlign = "start";
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    paragraph.style.textAlign = textAlign;
    const foot = Math.max(...boxes.map(({ bottom }) => bottom));
    const before = boxes.filter(({ bottom }) => bottom < foot - line / 2 && bottom > foot - 1.5 * line);
    const width = Math.max(...before.map(({ right }) => right)) - Math.min(...before.map(({ left }) => left));
    return before.length > 0 && width < (6 / 7) * paragraph.getBoundingClientRect().width;
  }

  function lastText(paragraph) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let last;
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (data.trim() && !parentElement.closest(".footnote")) last = walker.currentNode;
    }
    return last && /\S\s+\S+\s+\S+\s*$/.test(last.data) ? last : undefined;
  }

  function oneWordLastLine(paragraph, last) {
    const range = document.createRange();
    const end = last.data.trimEnd().length;
    range.setStart(last, last.data.trimEnd().lastIndexOf(" ") + 1);
    range.setEnd(last, end);
    const [first, ...more] = range.getClientRects();
    range.setEnd(last, range.startOffset);
    range.setStart(last, Math.max(0, range.endOffset - 2));
    const before = range.getClientRects()[0];
    const lines = paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    const opensLine = first && before && first.top > before.top + 4;
    return lines > 1.5 && (opensLine || more.length > 0);
  }
};
