import { turnsLikePage, type Panel, type Region, type Sheet, type Work } from "../folds/fold.ts";
import { edgesOf, facesUp, type Layer, type Pile } from "../folds/paper.ts";

// How paper lies on the table, as a drawing shows it from above. Lengths are in mm.

/** A page on paper that lies on the table: its number, the middle of what can be seen of it, and whether it is head down. */
export interface SeenPage {
  number: number | undefined;
  x: number;
  y: number;
  /** The smaller of the width and the height of its place. */
  size: number;
  turned: boolean;
}

/** A part of a sheet that lies on the table, with the pages on the side that is up. */
export interface SeenPart {
  outline: Region;
  pages: SeenPage[];
}

/** How far piles that were cut apart lie from each other, as parts of the distances of their middles: arrows are above them. */
const apart = { x: 0.18, y: 0.28 };

/** How much further to the lower right a layer lies than the one above it, so that one sees that there are several. */
const step = 1.2;

/** No more layers of a pile than these are drawn. */
const mostLayers = 4;

/**
 * Returns the parts of paper that lie on the table, in the order in which they are drawn: the lowest first. Those that are
 * `stacked` lie at the place of the uppermost of their pile.
 */
export function seePaper(piles: Pile[], work: Work, sheets: Sheet[], stacked: boolean): SeenPart[] {
  const middle = { x: work.sheet.width / 2, y: work.sheet.height / 2 };
  return piles.flatMap((pile) => {
    const [top] = pile;
    if (!top) return [];
    const place = regionOf(top);
    const away = {
      x: apart.x * (place.x + place.width / 2 - middle.x),
      y: apart.y * (place.y + place.height / 2 - middle.y),
    };
    const gap = piles.length > 1 ? away : { x: 0, y: 0 };
    return pile
      .map((layer, depth) => {
        const own = regionOf(layer);
        const under = step * countAbove(pile, depth, stacked);
        const moved = stacked ? { x: place.x - own.x, y: place.y - own.y } : { x: 0, y: 0 };
        return movePart(seeLayer(layer, work, sheets), {
          x: moved.x + gap.x + under,
          y: moved.y + gap.y + under,
        });
      })
      .toReversed();
  });
}

// Returns how many layers are drawn above one: those that overlap it, or all where they are stacked.
function countAbove(pile: Pile, depth: number, stacked: boolean): number {
  const own = regionOf(pile[depth]!);
  const above = pile.slice(0, depth).filter((layer) => stacked || overlaps(regionOf(layer), own));
  return Math.min(above.length, mostLayers);
}

function overlaps(one: Region, other: Region): boolean {
  const meets = (start: number, length: number, from: number, size: number) =>
    Math.min(start + length, from + size) - Math.max(start, from) > 1;
  return meets(one.x, one.width, other.x, other.width) && meets(one.y, one.height, other.y, other.height);
}

function regionOf({ x, y }: Layer): Region {
  const [[left, right], [top, bottom]] = [edgesOf(x), edgesOf(y)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function movePart({ outline, pages }: SeenPart, by: { x: number; y: number }): SeenPart {
  const move = <Place extends { x: number; y: number }>(place: Place) => ({
    ...place,
    x: place.x + by.x,
    y: place.y + by.y,
  });
  return { outline: move(outline), pages: pages.map(move) };
}

function seeLayer(layer: Layer, work: Work, sheets: Sheet[]): SeenPart {
  const { front, back = [] } = sheets[layer.sheet]!;
  const isFront = facesUp(layer);
  const likePage = !work.flip || turnsLikePage(work.sheet, work.flip);
  const panels = isFront ? front : back.map((panel) => seeThrough(panel, work, likePage));
  const pages = panels.flatMap((panel): SeenPage[] => {
    const seen = intersect(panel.frame, layer);
    if (!seen) return [];
    const [x, y] = [layer.x, layer.y].map(({ sign, shift }, axis) => {
      const middle = axis === 0 ? seen.x + seen.width / 2 : seen.y + seen.height / 2;
      return sign * middle + shift;
    });
    const size = Math.min(seen.width, seen.height);
    return [{ number: panel.page, x: x!, y: y!, size, turned: panel.turned !== layer.y.sign < 0 }];
  });
  return { outline: regionOf(layer), pages };
}

// Returns a panel of the back as if one saw it through the front.
function seeThrough(panel: Panel, { sheet }: Work, likePage: boolean): Panel {
  const { frame } = panel;
  return likePage
    ? { ...panel, frame: { ...frame, x: sheet.width - frame.x - frame.width } }
    : { ...panel, frame: { ...frame, y: sheet.height - frame.y - frame.height }, turned: !panel.turned };
}

// Returns the part of a frame that a layer has, on the front of its sheet; nothing if that is less than half of it.
function intersect(frame: Region, { x, y }: Layer): Region | undefined {
  const [left, right] = [Math.max(frame.x, x.from), Math.min(frame.x + frame.width, x.to)];
  const [top, bottom] = [Math.max(frame.y, y.from), Math.min(frame.y + frame.height, y.to)];
  const isSeen = right - left > frame.width / 2 && bottom - top > frame.height / 2;
  return isSeen ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}
