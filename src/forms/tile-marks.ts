import type { Tiling } from "../folds/tiles.ts";
import type { SheetMark } from "../imposition/sheets.ts";

// What is drawn beside the tiles of a poster, for whoever puts them together. Lengths are in mm.

/** Marks stand so far from the tile, and are so long: inside what office printers print, which ends 4 mm from the edge. */
const markGap = 0.5;
const markLength = 2.5;

/**
 * Returns the marks of all tiles: at the upper and the left edge of each, where its paper is cut; dashed, where the next
 * tile begins; and its row and its column in figures, at its upper left corner.
 */
export function markTiles({ columns, rows, area, step }: Tiling): SheetMark[] {
  const marks: SheetMark[] = [];
  for (let side = 0; side < rows * columns; side++) {
    const [column, row] = [side % columns, Math.floor(side / columns)];
    const [right, bottom] = [area.x + area.width, area.y + area.height];
    const beside = (y: number, dashed?: true) => {
      for (const x of [area.x - markGap - markLength, right + markGap])
        marks.push({ side, from: { x, y }, to: { x: x + markLength, y }, ...(dashed && { dashed }) });
    };
    const above = (x: number, dashed?: true) => {
      for (const y of [area.y - markGap - markLength, bottom + markGap])
        marks.push({ side, from: { x, y }, to: { x, y: y + markLength }, ...(dashed && { dashed }) });
    };
    if (row > 0) beside(area.y);
    if (column > 0) above(area.x);
    if (row < rows - 1) beside(area.y + step.y, true);
    if (column < columns - 1) above(area.x + step.x, true);
    const y = area.y - markGap - figure.height;
    marks.push(...drawNumber(row + 1, { x: area.x + 4, y }).map((line) => ({ side, ...line })));
    marks.push({
      side,
      from: { x: area.x + 8, y: y + figure.height / 2 },
      to: { x: area.x + 9, y: y + figure.height / 2 },
    });
    marks.push(...drawNumber(column + 1, { x: area.x + 11, y }).map((line) => ({ side, ...line })));
  }
  return marks;
}

/** A figure, of lines: the tiles then need no font. */
const figure = { width: 1.4, height: 2.6, distance: 2 };

/** The ends of the seven lines of a figure, in parts of its width and height; and the lines of each figure. */
const lines = [
  [0, 0, 1, 0],
  [0, 0, 0, 0.5],
  [1, 0, 1, 0.5],
  [0, 0.5, 1, 0.5],
  [0, 0.5, 0, 1],
  [1, 0.5, 1, 1],
  [0, 1, 1, 1],
] as const;
const linesOf = ["012456", "25", "02346", "02356", "1235", "01356", "013456", "025", "0123456", "012356"];

function drawNumber(number: number, { x, y }: SheetMark["from"]): Pick<SheetMark, "from" | "to">[] {
  return [...String(number)].flatMap((digit, index) =>
    [...linesOf[Number(digit)]!].map((line) => {
      const [fromX, fromY, toX, toY] = lines[Number(line)]!;
      const left = x + index * figure.distance;
      return {
        from: { x: left + fromX * figure.width, y: y + fromY * figure.height },
        to: { x: left + toX * figure.width, y: y + toY * figure.height },
      };
    }),
  );
}
