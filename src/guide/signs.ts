// The signs in drawings of folds, as SVG. Lengths are in mm of the paper.

/** How far away from the paper an arrow lifts it. */
const liftHeight = 19;

/** The edges of paper on the table. */
export interface PaperBounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
  middle: number;
  centre: number;
}

/** Draws a strip that is pushed together, from above: how its middle opens, and the four leaves that come of it. */
export function drawPushed(x: number, y: number, top: "left" | "right"): string {
  const opening = `<path d="M-62 0H-30L0-18 30 0H62M-30 0 0 18 30 0"/>`;
  return [
    `<g transform="translate(${round(x - 66)} ${round(y)})">${opening}</g>`,
    drawArrow(x + 12, y, x + 44, y, 0),
    drawCross(x + 116, y, top),
  ].join("");
}

/**
 * Draws four leaves that stand round the middle, from above, with the pages on both sides of each, and an arrow to the leaf that
 * comes to lie on top.
 */
function drawCross(x: number, y: number, top: "left" | "right"): string {
  const arms = [0, 90, 180, 270].map((angle) => `<path d="M3 3H40V-3H3" transform="rotate(${angle})"/>`).join("");
  // From the side of the first page on, round the middle: of the leaf in front its right side is the last.
  const places = [
    [30, 19],
    [30, -9],
    [14, -24],
    [-14, -24],
    [-30, -9],
    [-30, 19],
    [-14, 34],
    [14, 34],
  ];
  const numbers = places
    .map(([right, down], index) => {
      const across = top === "right" ? right! : -right!;
      return `<text class="fold-number" transform="translate(${across} ${down}) scale(0.3)">${index + 1}</text>`;
    })
    .join("");
  const way = top === "right" ? drawArrow(-36, -34, 44, -20, -0.4) : drawArrow(36, -34, -44, -20, 0.4);
  return `<g transform="translate(${round(x)} ${round(y)}) scale(1.35)">${arms}${numbers}${way}</g>`;
}

/** Draws scissors that cut to the right, turned by an angle. */
export function scissorsAt(x: number, y: number, angle: number): string {
  const blades = `<path d="M-8-6L12 3M-8 6L12-3"/><circle cx="-11" cy="-7" r="4"/><circle cx="-11" cy="7" r="4"/>`;
  return `<g class="fold-scissors" transform="translate(${round(x)} ${round(y)}) rotate(${angle})">${blades}</g>`;
}

/** Draws the sign for turning over: an arrow with a loop. */
export function drawTurn(x: number, top: number): string {
  const loop = "M-36 0C-6 0 16-6 12-19C8-29-8-29-12-19C-16-6 6 0 30 0";
  const arrow = `<path class="fold-arrow" d="${loop}"/><path class="fold-arrow-head" d="M34 0L21-6V6Z"/>`;
  return `<g transform="translate(${round(x)} ${round(top - 8)})">${arrow}</g>`;
}

/** Writes how many sheets are laid on each other. */
export function drawCount(count: number, { right, top }: PaperBounds): string {
  return `<text class="fold-number" transform="translate(${round(right)} ${round(top - 7)}) scale(0.5)">× ${count}</text>`;
}

/** Draws a tick at the lower right: it is done. */
export function drawTick({ right, bottom }: PaperBounds): string {
  return `<path class="fold-tick" d="M${round(right + 8)} ${round(bottom - 14)}l8 10 16-24"/>`;
}

/** Draws arrows to the staples that drawStaples() draws: they are put in. */
export function drawStapling(edge: "left" | "right", around: PaperBounds): string {
  const outwards = edge === "left" ? -1 : 1;
  return staplePlaces(around)
    .map((y) => drawArrow(around[edge] + 40 * outwards, y, around[edge] + 8 * outwards, y, 0))
    .join("");
}

/** Draws two staples in the fold at an edge. */
export function drawStaples(edge: "left" | "right", around: PaperBounds): string {
  return staplePlaces(around)
    .map((y) => `<path class="fold-staple" d="M${round(around[edge])} ${round(y - 9)}v18"/>`)
    .join("");
}

function staplePlaces({ top, bottom }: PaperBounds): number[] {
  return [0.25, 0.75].map((part) => top + part * (bottom - top));
}

/** Draws a line for a slit, which ends inside the paper, and scissors on it. */
export function drawSlit(y: number, from: number, to: number): string {
  const ends = [from, to].map((x) => `M${round(x)} ${round(y - 7)}v14`).join("");
  return `<path class="fold-cut" d="M${round(from)} ${round(y)}H${round(to)}${ends}"/>`;
}

/** Draws an arrow that lifts something at one place and lays it down at another. */
export function drawLift(x1: number, y1: number, x2: number, y2: number): string {
  const isAcross = y1 === y2;
  const [dx, dy] = isAcross ? [0, -liftHeight] : [liftHeight, 0];
  const angle = isAcross ? 90 : 180;
  const head = `<path class="fold-arrow-head" d="M0 0L-13-6V6Z" transform="translate(${round(x2)} ${round(y2)}) rotate(${angle})"/>`;
  const line = `M${round(x1)} ${round(y1)}l${dx} ${dy}L${round(x2 + dx)} ${round(y2 + dy)}L${round(x2)} ${round(y2)}`;
  return `<path class="fold-arrow" d="${line}"/>${head}`;
}

/** Draws an arrow between two places. `bend` says how far it bulges, as a part of its length: to the right of its direction. */
export function drawArrow(x1: number, y1: number, x2: number, y2: number, bend: number): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const control = { x: (x1 + x2) / 2 - bend * -dy, y: (y1 + y2) / 2 + bend * dx };
  const angle = (Math.atan2(y2 - control.y, x2 - control.x) * 180) / Math.PI;
  const head = `<path class="fold-arrow-head" d="M0 0L-13-6V6Z" transform="translate(${round(x2)} ${round(y2)}) rotate(${round(angle)})"/>`;
  const line = `M${round(x1)} ${round(y1)}Q${round(control.x)} ${round(control.y)} ${round(x2)} ${round(y2)}`;
  return `<path class="fold-arrow" d="${line}"/>${head}`;
}

/** Returns a length as a drawing has it. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
