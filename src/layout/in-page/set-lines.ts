import { shrink, stretch, type TextPiece, type Setting } from "../setting/break-lines.ts";
import { linesIn, textNodesIn } from "./dom.ts";
import type { MeasuredParagraph } from "./text-pieces.ts";

/** What stands where a line could end but does not. */
const closed = { space: "\u00a0", hyphen: "", none: "\u2060" } as const;

/** Spaces are made smaller by so many px more than they need, so that the browser's rounding never moves a word. */
const safety = 0.1;

/** What is set on a paragraph. */
const properties = [
  "text-wrap",
  "text-align",
  "text-align-last",
  "word-spacing",
  "letter-spacing",
  "font-variant-ligatures",
];

/**
 * If a line stretches its spaces by more than this, as Setting has it, the paragraph is not justified: its spaces would be
 * four times as wide as natural ones. Chosen by eye.
 */
const mostJustified = 6;

/** If spaces are smaller than natural ones by no more px than this, nobody sees it. */
const unseen = 0.15;

/**
 * What is put into a text: around one character from an offset, or at the offset; or around all that follows, if only the
 * spaces there are to be different.
 */
interface Insertion {
  text: Text;
  offset: number;
  around: "nothing" | "character" | "rest";
  style: string;
}

/** Lines of which the letters are closer together, or further apart, by a share of their widths. */
export interface TrackedSetting extends Setting {
  tracking: number;
}

/** A paragraph in the lines that were chosen, unless the browser has set others. */
export interface SetParagraph {
  block: HTMLElement;
  isAsChosen(): boolean;
  /** Makes it what it was before. */
  undo(): void;
}

/**
 * Sets a paragraph in lines that were chosen. The browser breaks and justifies it, but has no choice: where no line may
 * end, spaces become no-break spaces, and soft hyphens are taken away. Its spaces are as small as the tightest line
 * needs, because the browser only makes them larger. Signs at the edges hang. Nothing is measured here, so that the
 * browser lays out once for many paragraphs.
 */
export function setLines(paragraph: MeasuredParagraph, setting: TrackedSetting): SetParagraph {
  const { block, pieces, opportunities } = paragraph;
  const before = [...block.childNodes].map((node) => node.cloneNode(true));
  const spaces = listSpaces(pieces, setting);
  // Were the spaces of the line before the last smaller than it needs, the browser would join it with a short last line.
  // The last line has natural spaces.
  const least = Math.min(...spaces);
  const beforeLast = Math.min(...spaces.slice(-2));
  const last = spaces.at(-1)!;
  const insertions: Insertion[] = [];
  let written = "";
  let done = 0;
  for (const [index, { text, offset, length, kind }] of opportunities.entries()) {
    written += text.data.slice(done, offset);
    done = offset + length;
    if (setting.ends.includes(index)) {
      const insert = (around: Insertion["around"], style: string) =>
        insertions.push({ text, offset: written.length, around, style });
      const { end } = pieces[index]!.hangs;
      const { start } = pieces[index + 1]!.hangs;
      if (end > 0) insert(kind === "hyphen" ? "character" : "nothing", `margin-inline-end: ${-end}px`);
      written += text.data.slice(offset, done);
      if (index === setting.ends.at(-2) && least < beforeLast - unseen) insert("rest", `word-spacing: ${beforeLast}px`);
      if (index === setting.ends.at(-1) && least < last - unseen) insert("rest", `word-spacing: ${last}px`);
      if (start > 0) insert("character", `margin-inline-start: ${-start}px`);
    } else written += closed[kind];
    if (opportunities[index + 1]?.text === text) continue;
    text.data = written + text.data.slice(done);
    written = "";
    done = 0;
  }
  // From the last to the first, so that offsets stay true.
  const hyphens = insertions.toReversed().flatMap((insertion) => carryOut(insertion, block) ?? []);
  block.style.textWrap = "wrap";
  if (Math.max(...setting.ratios) > mostJustified) setRagged(block);
  if (least < 0) block.style.wordSpacing = `${least}px`;
  if (setting.tracking !== 0) {
    block.style.letterSpacing = `${setting.tracking * paragraph.advance}px`;
    // The browser would take them away between letters that are tracked.
    block.style.fontVariantLigatures = "common-ligatures";
  }
  return {
    block,
    isAsChosen: () =>
      Math.round(linesIn(block)) === setting.ratios.length &&
      hyphens.every((span) => span.getBoundingClientRect().width > 0),
    undo() {
      block.replaceChildren(...before);
      for (const property of properties) block.style.removeProperty(property);
    },
  };
}

/** Sets a paragraph without justifying it, also where it goes on on another page. */
export function setRagged({ style }: HTMLElement): void {
  style.textAlign = "start";
  style.textAlignLast = "start";
}

// Returns for each line what its spaces have to be beside natural ones (px), below 0 or 0, so that the line has room
// before what hangs is taken into account: the browser does that only when it has broken the line.
function listSpaces(pieces: TextPiece[], { ends, ratios }: Setting): number[] {
  const widest = Math.max(...pieces.map(({ space }) => space));
  return ratios.map((ratio, line) => {
    const [first, last] = [line === 0 ? 0 : ends[line - 1]! + 1, ends[line] ?? pieces.length - 1];
    const inLine = pieces.slice(first, last + 1);
    const elastic = inLine.reduce((sum, { inside, space }) => sum + inside + space, -inLine.at(-1)!.space);
    if (elastic === 0) return 0;
    const rest = ratio * elastic * (ratio < 0 ? shrink : stretch) - (line < ends.length ? pieces[last]!.hangs.end : 0);
    return rest < 0 ? (rest / elastic) * widest - safety : 0;
  });
}

// Returns what is around a hyphen.
function carryOut({ text, offset, around, style }: Insertion, block: HTMLElement): HTMLElement | undefined {
  const rest = text.splitText(offset);
  if (around === "nothing") rest.before(makeSpan(style));
  else if (around === "character") {
    rest.splitText(1);
    const span = wrap(rest, style);
    if (rest.data === "\u00ad") return span;
  } else {
    const texts = textNodesIn(block);
    for (const one of texts.slice(texts.indexOf(rest)))
      if (/[ \u00a0]/.test(one.data) && !isSpaced(one)) wrap(one, style);
  }
  return undefined;
}

// A note has its own spaces, as has the last line.
function isSpaced({ parentElement }: Text): boolean {
  return parentElement!.style.wordSpacing !== "" || parentElement!.closest(".footnote") !== null;
}

function wrap(text: Text, style: string): HTMLElement {
  const span = makeSpan(style);
  text.replaceWith(span);
  span.append(text);
  return span;
}

function makeSpan(style: string): HTMLElement {
  const span = document.createElement("span");
  span.style.cssText = style;
  return span;
}
