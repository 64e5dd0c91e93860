import type { PaperPart, Sheet, Step, Work } from "../folds/fold.ts";
import { axisOf } from "../folds/paper.ts";
import type { Pile } from "../folds/paper.ts";
import { seePaper, type SeenPage, type SeenPart } from "./lying-paper.ts";
import {
  drawArrow,
  drawCount,
  drawLift,
  drawPushed,
  drawSlit,
  drawStaples,
  drawStapling,
  drawTick,
  drawTurn,
  round,
  scissorsAt,
  type PaperBounds,
} from "./signs.ts";
import type { Moment } from "./steps.ts";

// Draws steps of a fold as SVG, seen from above. Lengths are in mm of the paper; the style sheet of the web edition has the
// colours and the widths of lines.

/** The room around the paper, for arrows and scissors. */
const margin = 26;

/** The room above it, where arrows are higher. */
const marginAbove = 42;

/** The room above a strip that is pushed together, for the drawing of what comes of it. */
const crossRoom = 150;

/** How much lower the paper lies that is laid under other paper. */
const nextRoom = 30;

/** How far lines along which paper is cut or folded reach beyond it. */
const beyond = 9;

/** Returns the drawing of a step, with the paper as it lies before it; `label` says in words what the drawing shows. */
export function drawMoment(moment: Moment, work: Work, sheets: Sheet[], label: string): string {
  const { step, piles, stacked, bound, slit } = moment;
  const parts = seePaper(piles, work, sheets, stacked || step.do === "read");
  const { top, bottom } = surround(parts);
  const above = step.do === "push" ? crossRoom : marginAbove;
  const below = step.do === "collect" ? nextRoom + margin : margin;
  const box = [-margin, top - above, work.sheet.width + 2 * margin, bottom - top + above + below].map(round).join(" ");
  const content = [
    ...(step.do === "collect" ? [drawNext(parts, piles, bound, work)] : []),
    ...parts.map(drawPart),
    ...(bound ? listPlaces(parts).map((place) => drawStaples(bound, place)) : []),
    ...(slit ? [drawSlit(slit.y, slit.from, slit.to)] : []),
    drawStep(step, parts, piles.length === 1, work),
  ].join("");
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

function drawStep(step: Moment["step"], parts: SeenPart[], isSingle: boolean, work: Work): string {
  const around = surround(parts);
  const { sheet } = work;
  switch (step.do) {
    case "lay":
      return drawCount(step.piles[0]!, around);
    case "turn":
      return listPlaces(parts)
        .filter(({ middle }) => !step.part || middle > sheet.width / 2)
        .map(({ middle, top }) => drawTurn(middle, top))
        .join("");
    case "fold": {
      const [axis, places] = axisOf(step.along);
      const fold = (place: PaperBounds) =>
        places.map((at) => `${drawLine(axis, at, place, `fold-${step.to}`)}${drawFold(step, at, place)}`).join("");
      return (isSingle ? [around] : listPlaces(parts)).map(fold).join("");
    }
    case "cut": {
      const [axis, places] = axisOf(step.along);
      const cuts = places.map((at) => drawCut(axis, at, around)).join("");
      return step.piles === "stacked" ? cuts + drawStacking(axis, around) : cuts;
    }
    case "slit":
      return [
        ...[0.25, 0.5, 0.75].map((part) => drawLine("x", part * work.sheet.width, around, "fold-over")),
        drawLine("y", step.y, around, "fold-over"),
        drawSlit(step.y, step.from, step.to),
        scissorsAt((step.from + step.to) / 2, step.y, 0),
      ].join("");
    case "push":
      return [
        drawArrow(around.left - 22, around.centre, around.left + 14, around.centre, 0),
        drawArrow(around.right + 22, around.centre, around.right - 14, around.centre, 0),
        drawPushed(around.middle, around.top - 76, step.top),
      ].join("");
    case "open":
      return drawOpening(step.outer, work, around);
    case "trim":
      return [...step.x.map((at) => drawCut("x", at, around)), ...step.y.map((at) => drawCut("y", at, around))].join(
        "",
      );
    case "bind":
      return listPlaces(parts)
        .map((place) => drawStaples(step.edge, place) + drawStapling(step.edge, place))
        .join("");
    case "collect":
      return drawArrow(around.right + 34, around.centre + 30, around.right + 4, around.centre + 12, 0.2);
    case "read":
      return drawTick(around);
  }
}

function surround(parts: SeenPart[]): PaperBounds {
  const left = Math.min(...parts.map(({ outline }) => outline.x));
  const right = Math.max(...parts.map(({ outline }) => outline.x + outline.width));
  const top = Math.min(...parts.map(({ outline }) => outline.y));
  const bottom = Math.max(...parts.map(({ outline }) => outline.y + outline.height));
  return { left, right, top, bottom, middle: (left + right) / 2, centre: (top + bottom) / 2 };
}

function drawLine(axis: "x" | "y", at: number, { left, right, top, bottom }: PaperBounds, kind: string): string {
  const d =
    axis === "x"
      ? `M${round(at)} ${round(top - beyond)}V${round(bottom + beyond)}`
      : `M${round(left - beyond)} ${round(at)}H${round(right + beyond)}`;
  return `<path class="${kind}" d="${d}"/>`;
}

function drawCut(axis: "x" | "y", at: number, around: PaperBounds): string {
  const scissors = axis === "x" ? scissorsAt(at, around.bottom + 18, -90) : scissorsAt(around.left - 18, at, 0);
  return drawLine(axis, at, around, "fold-cut") + scissors;
}

function drawOpening(isOuterClosed: boolean, { steps }: Work, around: PaperBounds): string {
  const { left, right, top, bottom } = around;
  const spine = steps.find((step) => step.do === "bind")?.edge;
  const outer = spine === "left" ? right : left;
  const head = `<path class="fold-cut" d="M${round(left)} ${round(top)}H${round(right)}"/>${scissorsAt(left - 18, top, 0)}`;
  if (!isOuterClosed) return head;
  return `${head}<path class="fold-cut" d="M${round(outer)} ${round(top)}V${round(bottom)}"/>${scissorsAt(outer, bottom + 18, -90)}`;
}

// An arrow from the middle of the part that moves to where it will lie; behind the paper it is dashed.
function drawFold({ part, to }: Extract<Step, { do: "fold" }>, at: number, around: PaperBounds): string {
  const reach = reachOf(part, at, around);
  const isUpright = part === "upper" || part === "lower";
  const [start, end] = [at + reach, at - reach];
  const side = isUpright ? around.right + 12 : around.top - 8;
  const arrow = isUpright
    ? drawArrow(side, start, side, end, 0.5 * Math.sign(end - start))
    : drawArrow(start, side, end, side, -0.35 * Math.sign(end - start));
  return to === "behind" ? `<g class="fold-behind-arrow">${arrow}</g>` : arrow;
}

function reachOf(part: PaperPart, at: number, { left, right, top, bottom }: PaperBounds): number {
  const edge = { left, right, upper: top, lower: bottom }[part];
  return (edge - at) / 2;
}

// From the first strip to the next one, on which it is laid.
function drawStacking(axis: "x" | "y", { left, right, top, bottom, middle, centre }: PaperBounds): string {
  const [wide, high] = [(right - left) / 4, (bottom - top) / 4];
  return axis === "x"
    ? drawLift(middle - wide, top - 5, middle + wide, top - 5)
    : drawLift(right + 5, centre - high, right + 5, centre + high);
}

// What came of the next sheets, with its first page, under what came of the first ones.
function drawNext(parts: SeenPart[], piles: Pile[], bound: Moment["bound"], { flip }: Work): string {
  const pagesOfLayer = flip ? 2 : 1;
  return groupByPlace(parts)
    .map((layers, copy) => {
      const place = surround(layers);
      const { left, right, bottom } = place;
      const number = (piles[copy] ?? piles[0]!).length * pagesOfLayer + 1;
      const text = `<text class="fold-number" transform="translate(${round((left + right) / 2)} ${round(bottom - 7)}) scale(0.5)">${number}</text>`;
      const drawn =
        layers.map(({ outline }) => drawPart({ outline, pages: [] })).join("") +
        (bound ? drawStaples(bound, place) : "") +
        text;
      return `<g transform="translate(${round(0.4 * (right - left))} ${nextRoom})">${drawn}</g>`;
    })
    .join("");
}

// Returns where paper lies on the table: one place for all layers of a pile.
function listPlaces(parts: SeenPart[]): PaperBounds[] {
  return groupByPlace(parts).map(surround);
}

function groupByPlace(parts: SeenPart[]): SeenPart[][] {
  const places: SeenPart[][] = [];
  for (const part of parts) {
    const { outline } = part;
    const near = places.find(([first]) => {
      const other = first!.outline;
      return Math.abs(outline.x - other.x) < samePlace && Math.abs(outline.y - other.y) < samePlace;
    });
    if (near) near.push(part);
    else places.push([part]);
  }
  return places;
}

/** Layers of a pile are drawn less than this apart, in mm. */
const samePlace = 12;

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
