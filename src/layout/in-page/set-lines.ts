import { shrink, type Setting } from "../setting/break-lines.ts";
import { textNodesIn } from "./dom.ts";
import type { MeasuredParagraph, Opportunity } from "./measure-lines.ts";

/** What stands where a line could end but does not. */
const closed = { space: "\u00a0", hyphen: "", none: "\u2060" } as const;

/** Spaces are made smaller by so many px more than they need, so that the browser's rounding never moves a word. */
const safety = 0.1;

/** If spaces are smaller by no more px than this, a last line may have them too: nobody sees it. */
const unseen = 0.15;

/**
 * Sets a paragraph in lines that were chosen. The browser breaks and justifies it, but has no choice: where no line may
 * end, spaces become no-break spaces, and soft hyphens are taken away. Its spaces are as small as the tightest line
 * needs, because the browser only makes them larger. `scale` is the size of the type beside that which was measured.
 * Returns what makes the paragraph again what it was.
 */
export function setLines(
  { block, pieces, opportunities }: MeasuredParagraph,
  { ends, ratios }: Setting,
  scale: number,
): () => void {
  const before = [...block.childNodes].map((node) => node.cloneNode(true));
  const less = Math.min(0, ...ratios) * shrink * Math.max(...pieces.map(({ space }) => space)) * scale;
  const lastLine = write(opportunities, new Set(ends));
  block.style.textWrap = "wrap";
  if (less < 0) block.style.wordSpacing = `${less - safety}px`;
  if (lastLine && less < -unseen && ratios.at(-1) === 0) setNatural(block, lastLine.text.splitText(lastLine.offset));
  return () => {
    block.replaceChildren(...before);
    block.style.textWrap = block.style.wordSpacing = "";
  };
}

// Writes what stands between the pieces, where those with a number in `ends` end lines. Returns where the last line
// begins.
function write(opportunities: Opportunity[], ends: Set<number>): { text: Text; offset: number } | undefined {
  let lastLine: { text: Text; offset: number } | undefined;
  let written = "";
  let done = 0;
  for (const [index, { text, offset, length, kind }] of opportunities.entries()) {
    const isEnd = ends.has(index);
    written += text.data.slice(done, offset) + (isEnd ? text.data.slice(offset, offset + length) : closed[kind]);
    done = offset + length;
    if (isEnd) lastLine = { text, offset: written.length };
    if (opportunities[index + 1]?.text === text) continue;
    text.data = written + text.data.slice(done);
    written = "";
    done = 0;
  }
  return lastLine;
}

// Gives spaces their natural width, from a text on.
function setNatural(block: HTMLElement, start: Text): void {
  const texts = textNodesIn(block);
  for (const text of texts.slice(texts.indexOf(start))) {
    if (!/[ \u00a0]/.test(text.data) || text.parentElement!.closest(".footnote")) continue;
    const span = document.createElement("span");
    span.style.wordSpacing = "0";
    text.replaceWith(span);
    span.append(text);
  }
}
