import { oppositeOf, type Panel } from "./fold.ts";
import type { PageSize } from "../geometry.ts";

/** How a page is placed on a side of a sheet; all lengths in one unit. Of a page head down, on the side turned round. */
interface Placed {
  /** How far beyond the trim the page is shown, at each edge; less than nothing if it is cut there. */
  reach: { left: number; right: number; top: number; bottom: number };
  /** How far to the right the part that is shown begins and ends, because of the creep. */
  shift: number;
  /** Where the left edge of this part is on the side, and the lower one above the lower edge of the side. */
  x: number;
  y: number;
}

/**
 * How far the bleed of a page reaches under the page to the right of it, in mm. Without it a renderer that rounds edges
 * may leave a white hairline at the fold. Chosen by eye: too narrow to be seen.
 */
const overlap = 0.1;

/**
 * Places a page in its panel on a side of a sheet. Its bleed fills the frame, up to `bleed` beyond the trim. The sizes of
 * trim and side, and what is returned, are in units of which a mm has `unit`; `bleed` is in mm, as the panel.
 */
export function placePage(panel: Panel, trim: PageSize, side: PageSize, bleed: number, unit = 1): Placed {
  const hold = panel.turned ? oppositeOf(panel.hold) : panel.hold;
  const frame = frameOf(panel, side, unit);
  const [wide, high] = [frame.width - trim.width, frame.height - trim.height];
  const { left, above } = panel.corner
    ? { left: panel.corner.x * unit, above: panel.corner.y * unit }
    : { left: { left: 0, right: wide, middle: wide / 2 }[hold], above: high / 2 };
  const within = (room: number) => Math.min(bleed * unit, room);
  const right = within(wide - left);
  const isUnderNext = hold !== "left" && right >= 0 && frame.x + frame.width < side.width;
  const reach = {
    left: within(left),
    right: isUnderNext ? Math.max(right, Math.min(overlap, bleed) * unit) : right,
    top: within(above),
    bottom: within(high - above),
  };
  const end = frame.x + frame.width - trim.width - (wide - left);
  return {
    reach,
    shift: { left: 1, middle: 0, right: -1 }[hold] * panel.creep * unit,
    x: (hold === "right" ? frame.x + frame.width - trim.width : end) - reach.left,
    y: side.height - frame.y - frame.height + (high - above) - reach.bottom,
  };
}

// A page that is printed head down is placed upright, and its side is then turned round.
function frameOf({ frame, turned }: Panel, side: PageSize, unit: number) {
  const [x, y, width, height] = [frame.x * unit, frame.y * unit, frame.width * unit, frame.height * unit];
  return turned ? { x: side.width - x - width, y: side.height - y - height, width, height } : { x, y, width, height };
}
