import { mmPerPixel } from "../../geometry.ts";
import { breakLines, type Room, type TextPiece } from "../setting/break-lines.ts";
import type { Choice } from "../setting/fill-pages.ts";
import type { TypeChange } from "../setting/fit-sheets.ts";
import { linesIn, px } from "./dom.ts";
import type { TrackedSetting } from "./set-lines.ts";
import type { MeasuredParagraph } from "./text-pieces.ts";

/** A way to set a block: in lines that are chosen, or by a class that leaves them to the browser. */
export interface Way extends Choice {
  setting?: TrackedSetting;
  tight?: string;
}

/** Demerits that cost 1 when pages are filled. */
const demeritsOfCost = 10_000;

/**
 * In more or fewer lines than is best, no line of a paragraph may have spaces that stretch more than this. Chosen by eye:
 * they are twice as wide then.
 */
const mostStretch = 2;

/** The classes of paged.css that set a paragraph tighter, and what each costs. */
const tightClasses = { "tight-1": 2, "tight-2": 5 };

/** Ragged lines, as in large print, show it: there it is worth nothing less than a page of a few lines. */
const raggedFactor = 500;

/** Letters may be closer together, or further apart, by this share of their widths. Nobody sees it. */
const trackings = [-0.01, 0.01];

/** If the spaces of a line stretch more than this, the line is bad. Chosen by eye: they are half as wide again and more. */
const badStretch = 1.3;

/** Tracking is worth it if demerits fall to this share. */
const leastGain = 0.6;

/** Returns how a block is left as it is, but for so many px more above it. */
export function leave(space: number, cost: number): Way {
  return { lines: 0, space, cost, notes: [], hyphens: [] };
}

/**
 * Returns the ways to set a paragraph that was measured, the best first; none if the browser has to break it. Its widths
 * are those without the change.
 */
export function listWays(
  { pieces, room, marks }: MeasuredParagraph,
  change: TypeChange,
  noteHeights: Map<HTMLElement, number>,
): Way[] {
  const measure = (room.measure + change.measure / mmPerPixel) / change.size;
  const [best, ...others] = listSettings(pieces, { ...room, measure });
  if (!best) return [];
  const worst = Math.max(mostStretch, ...best.ratios);
  return [best, ...others.filter(({ ratios }) => Math.max(...ratios) <= worst)].map((setting) => ({
    ...leave(0, (setting.demerits - best.demerits) / demeritsOfCost),
    lines: setting.ratios.length,
    notes: marks.map(({ piece, note }) => ({
      line: setting.ends.filter((end) => end < piece).length,
      height: noteHeights.get(note) ?? 0,
    })),
    hyphens: setting.hyphens,
    setting,
  }));
}

// Tracking is changed only if a line is bad without it, and good enough with it.
function listSettings(pieces: TextPiece[], room: Room): TrackedSetting[] {
  const untracked = sortSettings(pieces, room, 0);
  const [best] = untracked;
  if (!best || Math.max(...best.ratios) <= badStretch) return untracked;
  const tracked = trackings.map((tracking) => sortSettings(pieces, room, tracking));
  return [untracked, ...tracked].reduce((one, other) =>
    (other[0]?.demerits ?? Infinity) < leastGain * one[0]!.demerits ? other : one,
  );
}

function sortSettings(pieces: TextPiece[], { measure, indent }: Room, tracking: number): TrackedSetting[] {
  const room = { measure: measure / (1 + tracking), indent: indent / (1 + tracking) };
  const settings = [...breakLines(pieces, room).values()].map((setting) => ({ ...setting, tracking }));
  return settings.toSorted((one, other) => one.demerits - other.demerits);
}

/**
 * Returns the ways to set paragraphs of which the browser breaks the lines: as they are, and in fewer lines if they are
 * set tighter.
 */
export function listWaysOfOthers(blocks: HTMLElement[], noteHeights: Map<HTMLElement, number>): [HTMLElement, Way[]][] {
  const waysOf = new Map(blocks.map((block) => [block, [readWay(block, noteHeights)]]));
  for (const [tight, cost] of Object.entries(tightClasses)) {
    for (const block of blocks) block.classList.add(tight);
    for (const [block, ways] of waysOf) {
      const isRagged = getComputedStyle(block).textAlign !== "justify";
      const way = { ...readWay(block, noteHeights), tight, cost: cost * (isRagged ? raggedFactor : 1) };
      if (way.lines < ways.at(-1)!.lines) ways.push(way);
    }
    for (const block of blocks) block.classList.remove(tight);
  }
  return [...waysOf];
}

/** Returns the way in which a paragraph is set now. */
export function readWay(block: HTMLElement, noteHeights: Map<HTMLElement, number>): Way {
  const { top } = block.getBoundingClientRect();
  const line = px(getComputedStyle(block).lineHeight);
  const notes = [...block.querySelectorAll<HTMLElement>(".footnote")].map((note) => ({
    // The note is not displayed; its mark is before it.
    line: Math.floor(((note.previousElementSibling?.getBoundingClientRect().bottom ?? top) - top) / line),
    height: noteHeights.get(note) ?? 0,
  }));
  return { ...leave(0, 0), lines: Math.round(linesIn(block)), notes };
}

/** Returns the height (px) of each note as it stands at the foot of a page. */
export function measureNotes(): Map<HTMLElement, number> {
  const notes = [...document.querySelectorAll<HTMLElement>(".footnote")];
  if (notes.length === 0) return new Map();
  const shown = document.createElement("style");
  shown.textContent =
    ".footnote { display: block !important; position: absolute; inset-inline: 0; visibility: hidden }";
  document.head.append(shown);
  const heights = new Map(notes.map((note) => [note, note.getBoundingClientRect().height]));
  shown.remove();
  return heights;
}
