import type { PaperPart, Sheet, Step, Work } from "../folds/fold.ts";
import { axisOf } from "../folds/paper.ts";
import { seePaper, type SeenPage, type SeenPart } from "./lying-paper.ts";
import type { Moment } from "./steps.ts";

// Draws steps of a fold as SVG, seen from above. Lengths are in mm of the paper; the style sheet of the web edition has the
// colours and the widths of lines.

/** The room around the paper, for arrows and scissors. */
const margin = 26;

/** The room above a strip that is pushed together, for the drawing of what comes of it. */
const crossRoom = 100;

/** How far lines along which paper is cut or folded reach beyond it. */
const beyond = 9;

/** Returns the drawing of a step, with the paper as it lies before it; `label` says in words what the drawing shows. */
export function drawMoment({ step, piles, stacked }: Moment, work: Work, sheets: Sheet[], label: string): string {
  const parts = seePaper(piles, work, sheets, stacked || step.do === "read");
  const { top, bottom } = surround(parts);
  const above = step.do === "push" ? crossRoom : margin;
  const box = [-margin, top - above, work.sheet.width + 2 * margin, bottom - top + above + margin].map(round).join(" ");
  const content = [...parts.map(drawPart), drawStep(step, parts, work)].join("");
  return `<svg class="fold-drawing" viewBox="${box}" role="img" aria-label="${escape(label)}">${content}</svg>`;
}

function drawPart({ outline, pages }: SeenPart): string {
  const { x, y, width, height } = outline;
  return `<rect class="fold-paper" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>${pages
    .map(drawPage)
    .join("")}`;
}

// The number of a page, with an arrow over it that points to its head.
function drawPage({ number, x, y, size, turned }: SeenPage): string {
  const unit = Math.min(size, 110) / 100;
  const place = `translate(${round(x)} ${round(y)}) rotate(${turned ? 180 : 0}) scale(${round(unit)})`;
  const arrow = `<path class="fold-head" d="M0-40L12-22H-12Z"/>`;
  const text = number === undefined ? "" : `<text class="fold-number" y="24">${number}</text>`;
  return `<g transform="${place}">${arrow}${text}</g>`;
}

function drawStep(step: Moment["step"], parts: SeenPart[], work: Work): string {
  const around = surround(parts);
  switch (step.do) {
    case "turn":
      return drawTurn(step.part ? around.middle + work.sheet.width / 4 : around.middle, around.top);
    case "fold": {
      const [axis, places] = axisOf(step.along);
      return places
        .map((at) => `${drawLine(axis, at, around, `fold-${step.to}`)}${drawFold(step, at, around)}`)
        .join("");
    }
    case "cut": {
      const [axis, places] = axisOf(step.along);
      return places.map((at) => drawCut(axis, at, around)).join("");
    }
    case "slit":
      return [
        ...[0.25, 0.5, 0.75].map((part) => drawLine("x", part * work.sheet.width, around, "fold-over")),
        drawLine("y", step.y, around, "fold-over"),
        `<path class="fold-cut" d="M${round(step.from)} ${round(step.y)}H${round(step.to)}"/>`,
        scissorsAt(step.from - 18, step.y, 0),
      ].join("");
    case "push":
      return [
        drawArrow(around.left - 22, around.centre, around.left + 14, around.centre, 0),
        drawArrow(around.right + 22, around.centre, around.right - 14, around.centre, 0),
        drawCross(around.middle, around.top - 50),
      ].join("");
    case "open":
      return drawOpening(step.outer, work, around);
    case "trim":
      return [...step.x.map((at) => drawCut("x", at, around)), ...step.y.map((at) => drawCut("y", at, around))].join(
        "",
      );
    case "bind":
      return listUppermost(parts)
        .map((part) => drawStaples(step.edge, surround([part])))
        .join("");
    default:
      return "";
  }
}

/** The edges of all paper on the table. */
interface Surroundings {
  left: number;
  right: number;
  top: number;
  bottom: number;
  middle: number;
  centre: number;
}

function surround(parts: SeenPart[]): Surroundings {
  const left = Math.min(...parts.map(({ outline }) => outline.x));
  const right = Math.max(...parts.map(({ outline }) => outline.x + outline.width));
  const top = Math.min(...parts.map(({ outline }) => outline.y));
  const bottom = Math.max(...parts.map(({ outline }) => outline.y + outline.height));
  return { left, right, top, bottom, middle: (left + right) / 2, centre: (top + bottom) / 2 };
}

function drawLine(axis: "x" | "y", at: number, { left, right, top, bottom }: Surroundings, kind: string): string {
  const d =
    axis === "x"
      ? `M${round(at)} ${round(top - beyond)}V${round(bottom + beyond)}`
      : `M${round(left - beyond)} ${round(at)}H${round(right + beyond)}`;
  return `<path class="${kind}" d="${d}"/>`;
}

function drawCut(axis: "x" | "y", at: number, around: Surroundings): string {
  const scissors = axis === "x" ? scissorsAt(at, around.bottom + 18, -90) : scissorsAt(around.left - 18, at, 0);
  return drawLine(axis, at, around, "fold-cut") + scissors;
}

function drawOpening(isOuterClosed: boolean, { steps }: Work, around: Surroundings): string {
  const { left, right, top, bottom } = around;
  const spine = steps.find((step) => step.do === "bind")?.edge;
  const outer = spine === "left" ? right : left;
  const head = `<path class="fold-cut" d="M${round(left)} ${round(top)}H${round(right)}"/>${scissorsAt(left - 18, top, 0)}`;
  if (!isOuterClosed) return head;
  return `${head}<path class="fold-cut" d="M${round(outer)} ${round(top)}V${round(bottom)}"/>${scissorsAt(outer, bottom + 18, -90)}`;
}

// Four leaves that stand round the middle, from above.
function drawCross(x: number, y: number): string {
  const arm = (angle: number) => `<path d="M3 3H40V-3H3" transform="rotate(${angle})"/>`;
  return `<g transform="translate(${round(x)} ${round(y)})">${[0, 90, 180, 270].map(arm).join("")}</g>`;
}

// Scissors that cut to the right, turned by an angle.
function scissorsAt(x: number, y: number, angle: number): string {
  const blades = `<path d="M-8-6L12 3M-8 6L12-3"/><circle cx="-11" cy="-7" r="4"/><circle cx="-11" cy="7" r="4"/>`;
  return `<g class="fold-scissors" transform="translate(${round(x)} ${round(y)}) rotate(${angle})">${blades}</g>`;
}

// An arrow from the middle of the part that moves to where it will lie; behind the paper it is dashed.
function drawFold({ part, to }: Extract<Step, { do: "fold" }>, at: number, around: Surroundings): string {
  const reach = reachOf(part, at, around);
  const isUpright = part === "upper" || part === "lower";
  const [start, end] = [at + reach, at - reach];
  const side = isUpright ? around.right + 12 : around.top - 8;
  const arrow = isUpright
    ? drawArrow(side, start, side, end, 0.5 * Math.sign(end - start))
    : drawArrow(start, side, end, side, -0.35 * Math.sign(end - start));
  return to === "behind" ? `<g class="fold-behind-arrow">${arrow}</g>` : arrow;
}

function reachOf(part: PaperPart, at: number, { left, right, top, bottom }: Surroundings): number {
  const edge = { left, right, upper: top, lower: bottom }[part];
  return (edge - at) / 2;
}

function drawTurn(x: number, top: number): string {
  return drawArrow(x - 34, top - 6, x + 34, top - 6, -0.5);
}

// An arrow between two places. `bend` says how far it bulges, as a part of its length: to the right of its direction.
function drawArrow(x1: number, y1: number, x2: number, y2: number, bend: number): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const control = { x: (x1 + x2) / 2 - bend * -dy, y: (y1 + y2) / 2 + bend * dx };
  const angle = (Math.atan2(y2 - control.y, x2 - control.x) * 180) / Math.PI;
  const head = `<path class="fold-arrow-head" d="M0 0L-13-6V6Z" transform="translate(${round(x2)} ${round(y2)}) rotate(${round(angle)})"/>`;
  const line = `M${round(x1)} ${round(y1)}Q${round(control.x)} ${round(control.y)} ${round(x2)} ${round(y2)}`;
  return `<path class="fold-arrow" d="${line}"/>${head}`;
}

function drawStaples(edge: "left" | "right", around: Surroundings): string {
  const { top, bottom } = around;
  return [0.25, 0.75]
    .map(
      (part) => `<path class="fold-staple" d="M${round(around[edge])} ${round(top + part * (bottom - top) - 9)}v18"/>`,
    )
    .join("");
}

// Returns the parts on which no other lies: one of each pile.
function listUppermost(parts: SeenPart[]): SeenPart[] {
  return parts.filter(({ outline: { x, y } }, index) => {
    const later = parts.slice(index + 1);
    return later.every(
      ({ outline }) => Math.abs(outline.x - x) > outline.width / 2 || Math.abs(outline.y - y) > outline.height / 2,
    );
  });
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
