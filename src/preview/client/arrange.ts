import { placePage } from "../../folds/place.ts";
import type { Pages } from "../messages.ts";

/** Pages as they are seen at once: two that face each other, a side of a sheet. Lengths are in mm. */
export interface Spread {
  label: string;
  width: number;
  height: number;
  frames: Frame[];
}

/** A part of a spread that shows a part of a page. */
export interface Frame {
  /** From 1. */
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The upper left corner of what is shown, from the upper left corner of the bleed. */
  from: { x: number; y: number };
}

/** How pages are arranged: those that face each other side by side, each alone, or as they are printed on sheets. */
export type Arrangement = "facing" | "single" | "sheets";

/** Arranges pages; with `bleed`, pages that are not on a sheet show their bleed. */
export function arrange(pages: Pages, arrangement: Arrangement, bleed: boolean): Spread[] {
  if (arrangement === "sheets" && pages.sheets) return arrangeOnSheets(pages, pages.sheets);
  const numbers = Array.from({ length: pages.count }, (_, index) => index + 1);
  if (arrangement === "single" || !pages.facing) return numbers.map((page) => faceEachOther(pages, [page], bleed));
  const spreads: (number | undefined)[][] = [];
  for (let left = 0; left <= pages.count; left += 2)
    spreads.push([left > 0 ? left : undefined, left < pages.count ? left + 1 : undefined]);
  return spreads.map((spread) => faceEachOther(pages, pages.dir === "rtl" ? spread.toReversed() : spread, bleed));
}

// A page without another one beside it keeps its half.
function faceEachOther({ page, dir }: Pages, numbers: (number | undefined)[], withBleed: boolean): Spread {
  const inset = withBleed ? 0 : page.bleed;
  const width = page.width + 2 * (page.bleed - inset);
  const height = page.height + 2 * (page.bleed - inset);
  const frames = numbers.flatMap((number, index) =>
    number === undefined
      ? []
      : [{ page: number, left: index * width, top: 0, width, height, from: { x: inset, y: inset } }],
  );
  const shown = dir === "rtl" ? frames.toReversed() : frames;
  return { label: shown.map(({ page }) => page).join("–"), width: numbers.length * width, height, frames };
}

function arrangeOnSheets({ page }: Pages, { sides, ...sheet }: NonNullable<Pages["sheets"]>): Spread[] {
  return sides.map((panels, index): Spread => {
    const frames = panels.flatMap((panel): Frame[] => {
      if (panel.page === undefined) return [];
      const { reach, shift, x, y } = placePage(panel, page, sheet, page.bleed);
      const height = reach.top + page.height + reach.bottom;
      return [
        {
          page: panel.page,
          left: x,
          top: sheet.height - y - height,
          width: reach.left + page.width + reach.right,
          height,
          from: { x: page.bleed - reach.left + shift, y: page.bleed - reach.top },
        },
      ];
    });
    return { label: `Sheet ${Math.floor(index / 2) + 1}, ${index % 2 === 0 ? "front" : "back"}`, ...sheet, frames };
  });
}
