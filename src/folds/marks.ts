import { turnsLikePage, type Sheet, type Step, type Work } from "./fold.ts";
import { axisOf, carryOut, layDown, type Axis } from "./paper.ts";
import { sidesInPrintOrder } from "./print-order.ts";

/** A line on a sheet, in mm from its left and upper edge, as its front is printed. */
interface PaperLine {
  from: { x: number; y: number };
  to: { x: number; y: number };
  /** Where the paper is folded, not cut. */
  dashed?: true;
}

/** The length of a crop mark, in mm. Chosen by eye: long enough to lay a ruler on. */
const markLength = 4;

/** Returns crop marks: at both ends of each line along which a sheet is cut before anything else is done with it. */
export function listCropMarks({ sheet, steps }: Work): PaperLine[] {
  return listFirstCuts(steps).flatMap(({ along }) => {
    const [axis, places] = axisOf(along);
    const length = axis === "x" ? sheet.height : sheet.width;
    return places.flatMap((place) => [
      drawLine(axis, place, 0, markLength),
      drawLine(axis, place, length - markLength, length),
    ]);
  });
}

/** Returns all lines along which a sheet is cut or folded, from edge to edge; of a slit, the part that is cut. */
function listLines(work: Work): PaperLine[] {
  const { sheet, steps } = work;
  const layers = steps.reduce((piles, step) => carryOut(step, piles, work), [[layDown(0, work)]]).flat();
  const cuts = new Set(listFirstCuts(steps).flatMap(({ along }) => listLine(along)));
  const slit = steps.find((step) => step.do === "slit");
  return (["x", "y"] as const).flatMap((axis) => {
    const [end, length] = axis === "x" ? [sheet.width, sheet.height] : [sheet.height, sheet.width];
    const places = new Set(layers.flatMap((layer) => [layer[axis].from, layer[axis].to].map(roundToHundredth)));
    return [...places]
      .filter((place) => place > 0 && place < roundToHundredth(end))
      .flatMap((place): PaperLine[] => {
        if (cuts.has(`${axis} ${place}`)) return [drawLine(axis, place, 0, length)];
        const drawFold = (from: number, to: number): PaperLine => ({
          ...drawLine(axis, place, from, to),
          dashed: true,
        });
        if (!slit || axis !== "y" || roundToHundredth(slit.y) !== place) return [drawFold(0, length)];
        return [drawFold(0, slit.from), drawLine(axis, place, slit.from, slit.to), drawFold(slit.to, length)];
      });
  });
}

/** Returns the sides of test sheets, which have all lines along which they are cut and folded. */
export function planTestSheets(work: Work, sheets: Sheet[]) {
  const sides = sidesInPrintOrder(sheets);
  return { sides, sheet: work.sheet, marks: drawOnSides(listLines(work), work, sides.length) };
}

/**
 * Returns lines of a front for so many sides, each with its side: fronts and backs in turn, if backs are printed. On a back
 * they are where the paper has them, seen from the other side.
 */
export function drawOnSides(
  lines: PaperLine[],
  { sheet, flip }: Work,
  sides: number,
): (PaperLine & { side: number })[] {
  const behind = ({ x, y }: PaperLine["from"]) =>
    flip && turnsLikePage(sheet, flip) ? { x: sheet.width - x, y } : { x, y: sheet.height - y };
  return Array.from({ length: sides }, (_, side) => {
    const isBack = flip !== undefined && side % 2 === 1;
    return lines.map((line) => ({ ...line, side, ...(isBack && { from: behind(line.from), to: behind(line.to) }) }));
  }).flat();
}

function listFirstCuts(steps: Step[]): Extract<Step, { do: "cut" }>[] {
  const end = steps.findIndex((step) => step.do !== "cut");
  return (end < 0 ? steps : steps.slice(0, end)).filter((step) => step.do === "cut");
}

function listLine(along: Parameters<typeof axisOf>[0]): string[] {
  const [axis, places] = axisOf(along);
  return places.map((place) => `${axis} ${roundToHundredth(place)}`);
}

function drawLine(axis: Axis, place: number, from: number, to: number): PaperLine {
  return axis === "x"
    ? { from: { x: place, y: from }, to: { x: place, y: to } }
    : { from: { x: from, y: place }, to: { x: to, y: place } };
}

function roundToHundredth(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}
