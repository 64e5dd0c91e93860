import { shrink, type Piece, type Setting } from "../setting/break-lines.ts";
import { linesIn, textNodesIn } from "./dom.ts";
import type { MeasuredParagraph, Opportunity } from "./measure-lines.ts";

const noBreakSpace = "\u00a0";
const wordJoiner = "\u2060";

/** Spaces are made smaller by so many px more than they need, so that the browser's rounding never moves a word. */
const safety = 0.05;

/** If spaces are smaller by no more px than this, a last line may have them too: nobody sees it. */
const unseen = 0.15;

/**
 * Sets a paragraph in lines that were chosen. The browser breaks and justifies it, but has no choice: where no line may
 * end, spaces become no-break spaces, and soft hyphens are taken away. Its spaces are as small as the tightest line
 * needs, because the browser only makes them larger. If the lines do not come out as chosen, all stays as it was.
 */
export function setLines({ block, pieces, opportunities }: MeasuredParagraph, setting: Setting): void {
  const before = [...block.childNodes].map((node) => node.cloneNode(true));
  const ends = new Set(setting.ends);
  const less = tightestSpace(pieces, setting);
  const last = opportunities[setting.ends.at(-1) ?? -1];
  // From the last to the first, so that offsets stay true.
  for (const [index, opportunity] of [...opportunities.entries()].toReversed()) {
    if (!ends.has(index)) close(opportunity);
    else if (opportunity === last && less < -unseen && setting.ratios.at(-1) === 0) setRestNatural(block, opportunity);
  }
  block.style.textWrap = "wrap";
  if (less < 0) block.style.wordSpacing = `${less - safety}px`;
  if (Math.round(linesIn(block)) === setting.ends.length + 1) return;
  block.replaceChildren(...before);
  block.style.textWrap = block.style.wordSpacing = "";
}

function close({ text, offset, length, kind }: Opportunity): void {
  text.replaceData(offset, length, { space: noBreakSpace, hyphen: "", none: wordJoiner }[kind]);
}

// Gives the last line spaces of their natural width.
function setRestNatural(block: HTMLElement, { text, offset, length }: Opportunity): void {
  const rest = text.splitText(offset + length);
  for (const one of textNodesIn(block)) {
    const isBefore = one !== rest && !(rest.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (isBefore || !/[ \u00a0]/.test(one.data) || one.parentElement!.closest(".footnote")) continue;
    const span = document.createElement("span");
    span.style.wordSpacing = "0";
    one.replaceWith(span);
    span.append(one);
  }
}

// How much (px) the spaces of the tightest line are smaller than natural ones: below 0, or 0.
function tightestSpace(pieces: Piece[], { ratios }: Setting): number {
  return Math.min(0, ...ratios) * shrink * Math.max(...pieces.map(({ space }) => space));
}
