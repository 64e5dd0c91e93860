import { isElement, isText, linesIn, mostOfOneLine, rounding, textNodesIn, withHeadings } from "./dom.ts";
import { startOfLine } from "./line-start.ts";
import type { BreakToken, HandlerClass, PageLayout } from "./pagedjs.d.ts";
import { keepTogether } from "./stay-together.ts";

/** The text node of the document from which one on a page was copied, and the offset at which the copy begins. */
interface Origin {
  source: Text;
  from: number;
}

/**
 * Makes the handler that repairs where paged.js 0.4.3 ends a page; `line` is that of running text, in px. Without it
 * words are lost or printed twice, and paged.js reports nothing.
 */
export function fixBreaks(Handler: HandlerClass, line: number): HandlerClass {
  // paged.js finds the rest of a divided paragraph by the text that is on the page. Words that occur twice are then
  // printed twice, and a line is lost where notes push it out later. So the origin of every text node is kept.
  const origins = new WeakMap<Node, Origin>();
  let Token: BreakToken["constructor"] | undefined;
  let lastRendered: Node | undefined;

  return class Breaks extends Handler {
    override onPageLayout(_wrapper: HTMLElement, token: BreakToken, layout: PageLayout): void {
      // paged.js exports neither the class of its layouts nor that of its tokens, so both are taken from the objects
      // that it passes for the first page.
      if (!Token) {
        fixTextBreak(layout.constructor.prototype, line);
        awaitWholeParagraphs(layout.constructor.prototype, () => lastRendered);
      }
      Token = token.constructor;
    }

    // paged.js takes every element with a style attribute to be hidden, even if the attribute is empty, as typesetting
    // may leave it. It then separates a heading from the text below.
    override filter(content: DocumentFragment): void {
      for (const block of content.querySelectorAll<HTMLElement>("[data-undisplayed][style]"))
        if (block.style.display !== "none") delete block.dataset["undisplayed"];
    }

    override renderNode(rendered: Node, source: Node): void {
      lastRendered = source;
      for (const [copy, original] of pairTexts(rendered, source))
        origins.set(copy, { source: original, from: original.length - copy.length });
    }

    override onOverflow(overflow: Range | undefined): Range | undefined {
      if (!overflow || isText(overflow.startContainer)) return undefined;
      const first = overflow.startContainer.childNodes[overflow.startOffset];
      if (!isText(first)) return moveBeforeLineOfMark(overflow) ?? keepTogether(overflow);
      // A block moves as a whole if its first text does. paged.js would look for any other by its words.
      const block = first.parentElement!.closest("p, li");
      if (!block || textNodesIn(block)[0] === first) return undefined;
      overflow.setStart(first, 0);
      return overflow;
    }

    override onBreakToken(_token: BreakToken | undefined, overflow: Range | undefined): BreakToken | undefined {
      const origin = overflow && origins.get(overflow.startContainer);
      return origin && Token && new Token(origin.source, origin.from + overflow.startOffset);
    }
  };
}

// Pairs text nodes on a page with those of the document, element by element. They cannot be counted through from the
// first to the last, because paged.js has taken the notes out of the paragraphs on the page.
function pairTexts(rendered: Node, source: Node): [Text, Text][] {
  if (isText(rendered)) return [[rendered, source as Text]];
  if (!isElement(rendered) || !isElement(source)) return [];
  return [rendered, ...rendered.querySelectorAll<HTMLElement>("[data-ref]")].flatMap((element) => {
    const origin = element === rendered ? source : source.querySelector(`[data-ref="${element.dataset["ref"]}"]`);
    const copies = textChildren(element);
    const originals = origin ? textChildren(origin) : [];
    return copies.length === originals.length
      ? copies.map((text, index): [Text, Text] => [text, originals[index]!])
      : [];
  });
}

function textChildren(element: Element): Text[] {
  return [...element.childNodes].filter(isText);
}

// Where a note has no room, paged.js cuts the page before the note mark, in the middle of a line. So the whole line is
// moved overleaf; if it is the first line of a paragraph, the whole paragraph, so that no line stays alone. A heading
// is always moved as a whole. Headings above move too, if they are not the first on their page.
function moveBeforeLineOfMark(overflow: Range): Range | undefined {
  const first = overflow.startContainer.childNodes[overflow.startOffset];
  if (!isElement(first) || !first.matches(".noteref, .footnote, [data-footnote-call]")) return undefined;
  const block = first.closest<HTMLElement>("p, li, h1, h2, h3, h4, h5, h6");
  const mark = first.getClientRects()[0];
  // In any other block, such as a caption, the page is cut where paged.js has decided.
  if (!block || !mark) return undefined;
  const start = findLineStart(block, first, mark);
  if (!start) return undefined;
  const linesAbove = linesIn(block, mark.top - block.getBoundingClientRect().top);
  // The box of a paragraph that continues in the next column begins at the top of the page, far above its first line.
  const isFirstLine = start.offset === 0 && start.text === textNodesIn(block)[0];
  const isAtStart = (linesAbove < mostOfOneLine || isFirstLine) && !block.dataset["splitFrom"];
  if (isAtStart || !block.matches("p, li")) overflow.setStartBefore(withHeadings(block) ?? block);
  else overflow.setStart(start.text, start.offset);
  return overflow;
}

// Finds the first character before an element that is on the same line as the element's box.
function findLineStart(block: Element, element: Element, box: DOMRect): { text: Text; offset: number } | undefined {
  const onLine = ({ width, top, bottom, left }: DOMRect) =>
    width > 0 && top < box.bottom && bottom > box.top && left <= box.left + rounding;
  const range = document.createRange();
  for (const text of textNodesIn(block)) {
    if (!(text.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    for (let offset = 0; offset < text.length; offset++) {
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      if ([...range.getClientRects()].some(onLine)) return { text, offset };
    }
  }
  return undefined;
}

// paged.js ends a page at the first letter that is not on it any more: one letter too late where a line begins inside a
// word, and anywhere in a note. Here a page ends where the line of that letter begins. A note gets no hyphen from
// paged.js, so it must not end at a soft hyphen, but where the word begins. In a text, a soft hyphen at the end has to
// show, whatever letter follows; paged.js shows one only between two ASCII letters.
function fixTextBreak(layout: PageLayout, line: number): void {
  const { textBreak } = layout;
  layout.textBreak = function (node, ...bounds) {
    const offset = textBreak.call(this, node, ...bounds);
    if (!offset) return offset;
    const start = startOfLine(node, offset, line);
    // paged.js takes an offset of 0 to say that nothing is to be cut.
    if (start === 0) return offset;
    if (node.data[start - 1] !== softHyphen || !node.parentElement!.closest(".pagedjs_footnote_area")) return start;
    const word = node.data.slice(0, start).search(lastWord);
    // A word with which the text node begins cannot move as a whole: it may have begun in the element before.
    return word > 0 ? word : start;
  };
  layout.hyphenateAtBreak = function (node) {
    const last = isText(node) && node.data !== "" ? node : lastTextIn(node);
    if (!last?.data.endsWith(softHyphen)) return;
    last.parentElement!.classList.add("pagedjs_hyphen");
    last.data += this.settings.hyphenGlyph;
  };
}

// Returns the text with which the block around a node ends its page, where all that follows was moved overleaf and stood in
// other nodes.
function lastTextIn(node: Node): Text | undefined {
  const block = (isElement(node) ? node : node.parentElement)?.closest("p, li");
  return block ? textNodesIn(block).findLast(({ data }) => data !== "") : undefined;
}

// paged.js puts a paragraph on the page text by text, and may look for the end of the page before the last: if only one
// line of it is overleaf then, the browser moves a second one there, as it does with the end of a paragraph.
function awaitWholeParagraphs(layout: PageLayout, lastRendered: () => Node | undefined): void {
  const { findBreakToken } = layout;
  layout.findBreakToken = function (...parameters) {
    const last = lastRendered();
    return last && !this.forceRenderBreak && goesOn(last) ? undefined : findBreakToken.apply(this, parameters);
  };
}

// Whether more of a paragraph follows after a node of the document.
function goesOn(node: Node): boolean {
  const block = node.parentElement?.closest("p, li");
  if (!block) return false;
  for (let one: Node | null = node; one && one !== block; one = one.parentNode)
    if (one.nextSibling) return isText(one.nextSibling) || !(one.nextSibling as Element).matches(blocks);
  return false;
}

const blocks = "p, ul, ol, blockquote, table, figure, pre, h1, h2, h3, h4, h5, h6";

const softHyphen = "\u00ad";

/** What follows the last place at which a line may end without a soft hyphen: a space, a hyphen, a dash or a slash. */
const lastWord = /(?<=[ \t\n\u2010\u2013\u2014/-])[^ \t\n\u2010\u2013\u2014/-]*$/;
