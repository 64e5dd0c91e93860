import { contrast } from "../colour.ts";

// What is drawn on a page, and what of it a reader can see.

/** A glyph where it is drawn: its origin and size in pt, and what the font says that it is. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  size: number;
  /** False where it stands head down. */
  upright: boolean;
  /** Three points inside it, by which is told whether it can be seen. */
  samples: [number, number][];
  /** Its place in the order of painting. */
  order: number;
  clip: [left: number, bottom: number, right: number, top: number];
  /** Undefined where it is a pattern. */
  colour: string | undefined;
  /** False where it is drawn without ink. */
  drawn: boolean;
}

/**
 * Glyphs that are one piece of text, and the text that the page says they are, if it does (ActualText; ISO 32000-2,
 * 14.9.4).
 */
export interface RunItem {
  actual: string | undefined;
  glyphs: Glyph[];
}

/**
 * Pieces drawn one after the other. Reversed, they were written from right to left (ReversedChars; ISO 32000-2,
 * 14.8.2.5.3).
 */
export interface Run {
  items: RunItem[];
  reversed: boolean;
  /** Of the page and not of the text, as running heads and folios are (ISO 32000-2, 14.8.2.2). */
  artifact: boolean;
}

/** What covers the paper: a filled shape, or a picture, whose colour is not known. */
export interface Paint {
  order: number;
  colour: string | undefined;
  clip: Glyph["clip"];
  polygons: [number, number][][];
}

/**
 * Below this, letters are hard to tell from what is under them: what WCAG 2.2 (1.4.3) asks at the least, of large type.
 */
const leastContrast = 3;

/**
 * Whether a reader sees a glyph: inside the page, not clipped, not painted over, and in another colour than what is
 * under it.
 */
export function isSeen(glyph: Glyph, page: { width: number; height: number }, paints: Paint[]): boolean {
  if (glyph.text.trim() === "") return true;
  const seen = glyph.samples.filter((point) => {
    const [x, y] = point;
    if (!glyph.drawn || x < 0 || y < 0 || x > page.width || y > page.height || !inBox(point, glyph.clip)) return false;
    const here = paints.filter((paint) => inBox(point, paint.clip) && isInside(point, paint.polygons));
    if (here.some(({ order }) => order > glyph.order)) return false;
    const below = here.length === 0 ? "#ffffff" : here.at(-1)!.colour;
    return below === undefined || glyph.colour === undefined || isLegible(glyph.colour, below);
  });
  return seen.length > 1;
}

// The same few pairs of colours are asked for at every glyph.
const legible = new Map<string, boolean>();

function isLegible(colour: string, below: string): boolean {
  const pair = `${colour} ${below}`;
  const known = legible.get(pair) ?? contrast(colour, below) >= leastContrast;
  legible.set(pair, known);
  return known;
}

function inBox([x, y]: [number, number], [left, bottom, right, top]: Glyph["clip"]): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

// By the even-odd rule: crossings of a ray to the right.
function isInside([x, y]: [number, number], polygons: [number, number][][]): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (const [index, [x1, y1]] of polygon.entries()) {
      const [x2, y2] = polygon[(index + 1) % polygon.length]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
