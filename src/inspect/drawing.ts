import { OPS, Util, type PDFPageProxy } from "./pdfjs.ts";
import type { Glyph, Paint, Run, RunItem } from "./visibility.ts";

// The interpreter of a page's operators (ISO 32000-2, 8 and 9), as pdf.js hands them over: where each glyph is drawn,
// in what colour, inside what clip, and what is painted before and after it.

type Matrix = number[];
type Box = [left: number, bottom: number, right: number, top: number];
type Show = { unicode: string; width: number; isSpace: boolean } | number;
type OperatorList = Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>;

/** What a page draws: runs of text, and what covers the paper, each with its place in the order of painting. */
export interface Drawing {
  runs: Run[];
  paints: Paint[];
}

interface State {
  matrix: Matrix;
  clip: Box;
  colour: string | undefined;
  alpha: number;
  /** What a unit of a glyph's width is in its font. */
  unit: number;
  size: number;
  spacing: { character: number; word: number };
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity];
/** What a shading fills, as far as no clip stops it: more than any page. */
const pageful: [number, number][] = [
  [-1e5, -1e5],
  [1e5, -1e5],
  [1e5, 1e5],
  [-1e5, 1e5],
];
const nowhere: Box = [0, 0, 0, 0];
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const images = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);

/**
 * Follows the operators of a page. `actual` has the ActualText of every marked sequence in the page's own content, in
 * order; `unitOf` tells what a unit of a font's widths is, by its name. Lengths are in pt, from the origin of `start`.
 */
export function drawingOf(
  { fnArray, argsArray }: OperatorList,
  actual: (string | undefined)[],
  unitOf: (name: string) => number,
  start: Matrix,
): Drawing {
  const drawing: Drawing = { runs: [], paints: [] };
  const saved: State[] = [];
  let state: State = {
    matrix: start,
    clip: everywhere,
    colour: "#000000",
    alpha: 1,
    unit: 0.001,
    size: 0,
    spacing: { character: 0, word: 0 },
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  let [text, line]: [Matrix, Matrix] = [
    [1, 0, 0, 1, 0, 0],
    [1, 0, 0, 1, 0, 0],
  ];
  let [clipping, forms, mark] = [false, 0, 0];
  const marks: Mark[] = [];
  let run: Run | undefined;

  const inForm = () => forms > 0;
  const newLine = (x: number, y: number) => void (text = line = Util.transform(line, [1, 0, 0, 1, x, y]));
  const openMark = (name: string) => void marks.push({ name, ...(!inForm() && { text: actual[mark++] }) });
  const show = (glyphs: Show[], order: number) => {
    const [reversed, artifact] = [
      marks.some(({ name }) => name === "ReversedChars"),
      marks.some(({ name }) => name === "Artifact"),
    ];
    if (!run || run.reversed !== reversed || run.artifact !== artifact)
      drawing.runs.push((run = { items: [], reversed, artifact }));
    const span = marks.findLast((open) => open.text !== undefined);
    for (const shown of glyphs) {
      if (typeof shown === "number") {
        text = Util.transform(text, [1, 0, 0, 1, (-shown * state.size * state.scale) / 1000, 0]);
        continue;
      }
      const advance = shown.width * state.unit * state.size;
      add(run, glyphOf(shown, advance * state.scale, order), span);
      text = Util.transform(text, [
        1,
        0,
        0,
        1,
        (advance + state.spacing.character + (shown.isSpace ? state.spacing.word : 0)) * state.scale,
        0,
      ]);
    }
  };
  const glyphOf = ({ unicode }: { unicode: string }, advance: number, order: number): Glyph => {
    const at = Util.transform(state.matrix, Util.transform(text, [1, 0, 0, 1, 0, state.rise]));
    const [a, b, c, d, x, y] = at as [number, number, number, number, number, number];
    // A quarter of its size above the baseline, at three places along its width.
    const samples = [0.25, 0.5, 0.75].map((part): [number, number] => [
      x + a * advance * part + c * state.size * 0.25,
      y + b * advance * part + d * state.size * 0.25,
    ]);
    const size = Math.hypot(a, b) * state.size;
    return {
      text: unicode,
      x,
      y,
      size,
      upright: a >= 0,
      samples,
      order,
      clip: state.clip,
      colour: state.colour,
      drawn: state.alpha > 0 && state.mode !== 3 && state.mode !== 7 && size > 0,
    };
  };

  for (const [order, operator] of fnArray.entries()) {
    // What they are is told by the operator; many take one number.
    const args = (argsArray[order] ?? []) as unknown[];
    const value = args[0] as number;
    switch (operator) {
      case OPS.save:
        saved.push({ ...state });
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = Util.transform(state.matrix, args as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        const [matrix, box] = args as [Matrix | null, number[] | null];
        saved.push({ ...state });
        if (matrix) state.matrix = Util.transform(state.matrix, matrix);
        if (box) state.clip = within(state.clip, boxOf(box, state.matrix));
        forms++;
        break;
      }
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        forms--;
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) if (key === "ca") state.alpha = Number(value);
        break;
      case OPS.setFillRGBColor:
        state.colour = args[0] as string;
        break;
      case OPS.setFillColorN:
        state.colour = undefined;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipping = true;
        break;
      case OPS.constructPath: {
        const [paint, [path], box] = args as [number, [Float32Array | null], number[] | null];
        // A path without a point clips everything away.
        if (clipping) state.clip = path && box ? within(state.clip, boxOf(box, state.matrix)) : nowhere;
        if (path && fills.has(paint) && state.alpha === 1)
          drawing.paints.push({
            order,
            colour: state.colour,
            clip: state.clip,
            polygons: polygonsOf(path, state.matrix),
          });
        clipping = false;
        break;
      }
      case OPS.beginText:
        text = line = [1, 0, 0, 1, 0, 0];
        run = undefined;
        break;
      case OPS.endText:
        run = undefined;
        break;
      case OPS.setFont: {
        const [name, size] = args as [string, number];
        [state.unit, state.size] = [unitOf(name), size];
        break;
      }
      case OPS.setTextMatrix:
        text = line = [...(args[0] as Float32Array)];
        break;
      case OPS.moveText:
        newLine(...(args as [number, number]));
        break;
      case OPS.setLeadingMoveText:
        state.leading = -(args[1] as number);
        newLine(...(args as [number, number]));
        break;
      case OPS.nextLine:
        newLine(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = value;
        break;
      case OPS.setCharSpacing:
        state.spacing = { ...state.spacing, character: value };
        break;
      case OPS.setWordSpacing:
        state.spacing = { ...state.spacing, word: value };
        break;
      case OPS.setHScale:
        state.scale = value / 100;
        break;
      case OPS.setTextRise:
        state.rise = value;
        break;
      case OPS.setTextRenderingMode:
        state.mode = value;
        break;
      case OPS.showText:
        show(args[0] as Show[], order);
        break;
      case OPS.beginMarkedContent:
        openMark((args[0] as { name?: string } | undefined)?.name ?? "");
        break;
      case OPS.beginMarkedContentProps:
        openMark(args[0] as string);
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.shadingFill:
        drawing.paints.push({ order, colour: undefined, clip: state.clip, polygons: [pageful] });
        break;
      default:
        if (images.has(operator))
          drawing.paints.push({ order, colour: undefined, clip: state.clip, polygons: [unitSquare(state.matrix)] });
    }
  }
  return drawing;
}

interface Mark {
  name: string;
  /** Its ActualText. */
  text?: string;
  item?: RunItem;
}

// What stands under one ActualText is one piece of text, in however many objects it is drawn.
function add(run: Run, glyph: Glyph, span: Mark | undefined): void {
  if (span?.item) return void span.item.glyphs.push(glyph);
  const item: RunItem = { actual: span?.text, glyphs: [glyph] };
  run.items.push(item);
  if (span) span.item = item;
}

function within([left, bottom, right, top]: Box, [l, b, r, t]: Box): Box {
  return [Math.max(left, l), Math.max(bottom, b), Math.min(right, r), Math.min(top, t)];
}

function boxOf([left, bottom, right, top]: number[], matrix: Matrix): Box {
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ].map(([x, y]) => placed(x!, y!, matrix));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function unitSquare(matrix: Matrix): [number, number][] {
  return [placed(0, 0, matrix), placed(1, 0, matrix), placed(1, 1, matrix), placed(0, 1, matrix)];
}

// A path of pdf.js: 0 move, 1 line, 2 and 3 curves with three points and two, 4 close. Of a curve its end is near
// enough here.
function polygonsOf(path: Float32Array, matrix: Matrix): [number, number][][] {
  const polygons: [number, number][][] = [];
  for (let at = 0; at < path.length;) {
    const kind = path[at]!;
    const length = [2, 2, 6, 4, 0][kind] ?? 0;
    if (kind === 0) polygons.push([]);
    if (kind < 4)
      (polygons.at(-1) ?? (polygons.push([]), polygons.at(-1)!)).push(
        placed(path[at + length - 1]!, path[at + length]!, matrix),
      );
    at += length + 1;
  }
  return polygons;
}

function placed(x: number, y: number, [a, b, c, d, e, f]: Matrix): [number, number] {
  return [a! * x + c! * y + e!, b! * x + d! * y + f!];
}
