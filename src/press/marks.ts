import { PDFDict, PDFName, type PDFContext, type PDFRef, type PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { pointsPerMm } from "../geometry.ts";
import type { Box } from "../pdf/document.ts";
import type { PrintMark } from "../shop.ts";
import type { Inks } from "./ink.ts";

/**
 * How far beyond the bleed marks begin and end, and where the paper ends, in mm. Chosen by eye: marks of 5 mm, clear of
 * the bleed and of the edge of the paper.
 */
const beyondBleed = { marksFrom: 2, marksTo: 7, paper: 10 };

/** Width of a mark in pt: a hairline, as it is usual for them. */
const markWidth = 0.25;

/** Radius of the circle of a registration mark in mm; its cross is as long as another mark. Chosen by eye. */
const registrationRadius = 1.5;

/** Where it stands along a side, in parts of it: not in the middle, where the spine of a cover has its fold marks. */
const registrationPlace = 1 / 3;

/** Dashes of a fold mark, and the gaps between them, in pt; chosen by eye. */
const foldDash = 3;

/** The name of the colour space of registration marks among the resources of a page. */
export const allInks = "AllInks";

/** Returns how far the paper reaches beyond the bleed, in mm: room for marks, if there are any. */
export function roomFor(marks: PrintMark[]): number {
  return marks.length > 0 ? beyondBleed.paper : 0;
}

/**
 * Returns the operators of the marks in black ink alone: a booklet printed in one ink has no inks to align. `folds` are
 * the places of folds, in pt from the left edge of the trim.
 */
export function drawMarks(marks: PrintMark[], trim: Box, bleed: number, folds: number[]): string {
  const [from, to] = reachOf(bleed);
  const [left, right, bottom, top] = [trim.x, trim.x + trim.width, trim.y, trim.y + trim.height];
  const crop = [
    ...[left, right].flatMap((x) => [drawLine(x, bottom - from, x, bottom - to), drawLine(x, top + from, x, top + to)]),
    ...[bottom, top].flatMap((y) => [drawLine(left - from, y, left - to, y), drawLine(right + from, y, right + to, y)]),
  ];
  const fold = folds.flatMap((place) => [
    drawLine(left + place, bottom - from, left + place, bottom - to),
    drawLine(left + place, top + from, left + place, top + to),
  ]);
  const drawn = (lines: string[], dash = "") => `q 0 G ${markWidth} w${dash}\n${lines.join("\n")}\nQ\n`;
  return [
    ...(marks.includes("crop") ? [drawn(crop)] : []),
    ...(marks.includes("fold") && fold.length > 0 ? [drawn(fold, ` [${foldDash}] 0 d`)] : []),
  ].join("");
}

/**
 * Draws a registration mark beside each side of every page, in all inks of the file (Separation All; ISO
 * 32000-2, 8.6.6.4).
 */
export function addRegistrationMarks(pdf: PDFDocument, { space }: Inks): void {
  const { context } = pdf;
  const all = space === "DeviceCMYK" && makeSeparation(context, "All", [1, 1, 1, 1]);
  for (const page of pdf.getPages()) {
    const colour = all ? `/${allInks} CS 1 SCN` : "0 G";
    if (all) resourcesOf(page, "ColorSpace").set(PDFName.of(allInks), all);
    const [trim, bleed] = [page.getTrimBox(), page.getBleedBox()];
    const [from, to] = reachOf((trim.x - bleed.x) / pointsPerMm);
    const beyond = (from + to) / 2;
    const [x, y] = [trim.x + trim.width * registrationPlace, trim.y + trim.height * registrationPlace];
    const marks = [
      drawRegistrationMark(x, trim.y - beyond),
      drawRegistrationMark(x, trim.y + trim.height + beyond),
      drawRegistrationMark(trim.x - beyond, y),
      drawRegistrationMark(trim.x + trim.width + beyond, y),
    ];
    const content = `q ${colour} ${markWidth} w\n${marks.join("\n")}\nQ\n`;
    page.node.addContentStream(context.register(context.flateStream(content)));
  }
}

/**
 * Makes a Separation colour space (ISO 32000-2, 8.6.6.4). `full` is its full tint as shares of cyan, magenta, yellow and
 * black, for programs that do not have the ink.
 */
export function makeSeparation(context: PDFContext, ink: string, full: number[]): PDFRef {
  // An exponential function of degree one (7.10.3): from no ink to the full tint.
  const ramp = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: full, N: 1 });
  return context.register(context.obj([PDFName.of("Separation"), PDFName.of(ink), PDFName.of("DeviceCMYK"), ramp]));
}

/** Returns a dictionary of the resources of a page, which is made if there is none. */
export function resourcesOf({ node, doc: { context } }: PDFPage, key: string): PDFDict {
  const resources = node.Resources() ?? context.obj({});
  node.set(PDFName.of("Resources"), resources);
  const found = resources.lookupMaybe(PDFName.of(key), PDFDict) ?? context.obj({});
  resources.set(PDFName.of(key), found);
  return found;
}

// How far from the trim marks begin and end, in pt.
function reachOf(bleed: number): [from: number, to: number] {
  return [(bleed + beyondBleed.marksFrom) * pointsPerMm, (bleed + beyondBleed.marksTo) * pointsPerMm];
}

function drawRegistrationMark(x: number, y: number): string {
  const arm = ((beyondBleed.marksTo - beyondBleed.marksFrom) / 2) * pointsPerMm;
  return [drawLine(x - arm, y, x + arm, y), drawLine(x, y - arm, x, y + arm), drawCircle(x, y)].join("\n");
}

// Four Bézier curves. A handle of 0.5523 of the radius is 0.03 % off the circle at the most.
function drawCircle(x: number, y: number): string {
  const radius = registrationRadius * pointsPerMm;
  const handle = 0.5523 * radius;
  const curve = (...places: number[]) => `${places.map(formatPt).join(" ")} c`;
  return [
    `${formatPt(x + radius)} ${formatPt(y)} m`,
    curve(x + radius, y + handle, x + handle, y + radius, x, y + radius),
    curve(x - handle, y + radius, x - radius, y + handle, x - radius, y),
    curve(x - radius, y - handle, x - handle, y - radius, x, y - radius),
    curve(x + handle, y - radius, x + radius, y - handle, x + radius, y),
    "S",
  ].join(" ");
}

function drawLine(x1: number, y1: number, x2: number, y2: number): string {
  return `${formatPt(x1)} ${formatPt(y1)} m ${formatPt(x2)} ${formatPt(y2)} l S`;
}

/** Decimal places of a coordinate in pt; boxes must be exact to 0.01 pt. */
const ptDecimals = 4;

/** Writes a coordinate in pt. */
export function formatPt(value: number): string {
  return String(Number(value.toFixed(ptDecimals)));
}
