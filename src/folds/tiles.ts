import type { PageSize, SheetSize } from "../geometry.ts";
import { across, upright, type Region, type Sheet } from "./fold.ts";

// A poster on several sheets of smaller paper. Each shows a part of it, a tile; the tiles are laid over each other at their
// edges and glued.

/** How a poster is divided. Lengths are in mm. */
export interface Tiling {
  sheet: SheetSize;
  columns: number;
  rows: number;
  /** The part of each sheet that shows the poster; around it is the edge that office printers cannot print on. */
  area: Region;
  /** How far apart the tiles are on the poster, from left edge to left edge and from upper edge to upper edge. */
  step: { x: number; y: number };
}

/** The edge of a sheet that stays blank, and how far tiles reach over each other, in mm. Chosen by eye. */
const blankEdge = 8;
const tileOverlap = 10;

/** Returns how a poster is divided among the fewest sheets of a paper. */
export function divideIntoTiles(poster: PageSize, paper: SheetSize): Tiling {
  const tilings = [upright(paper), across(paper)].map((sheet): Tiling => {
    const area = {
      x: blankEdge,
      y: blankEdge,
      width: sheet.width - 2 * blankEdge,
      height: sheet.height - 2 * blankEdge,
    };
    const step = { x: area.width - tileOverlap, y: area.height - tileOverlap };
    const columns = Math.max(1, Math.ceil((poster.width - tileOverlap) / step.x));
    const rows = Math.max(1, Math.ceil((poster.height - tileOverlap) / step.y));
    return { sheet, columns, rows, area, step };
  });
  const [best] = tilings.toSorted((one, other) => one.columns * one.rows - other.columns * other.rows);
  return best!;
}

/** Returns what is printed on the sheets of a poster, row by row. */
export function planTiles({ columns, rows, area, step }: Tiling): Sheet[] {
  return Array.from({ length: rows * columns }, (_, index): Sheet => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    // How far the upper left corner of the poster is from that of the area, outside it.
    const corner = { x: -column * step.x, y: -row * step.y };
    return { front: [{ page: 1, frame: area, hold: "left", corner, turned: false, creep: 0 }] };
  });
}
