import type { Artifact } from "../artifact.ts";
import { pointsPerMm } from "../geometry.ts";
import type { PressObjects, PrintedShape, PrintedType } from "../inspect/press-objects.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import type { Percentages, ShopLimits } from "../shop.ts";
import { spellShortly, splitWords } from "../words.ts";
import { pressObjectsOf } from "./readings.ts";

/** By how much type and lines may be smaller than they must be, in pt, because sizes are rounded. Chosen by eye. */
const tolerance = 0.02;

/** What is on a page and must not be: the thing with its value, a comma, and what the shop wants instead. */
interface Fault {
  thing: string;
  wanted: string;
}

/** Verifies that a file keeps to what the shop prints: its smallest type and line, most ink, and safe distance. */
export async function verifyLimits(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const { shop } = publication.print;
  const { mostInk, smallestType, smallestTypeOnColour, thinnestLine, safe } = shop;
  const limits = [mostInk, smallestType, smallestTypeOnColour, thinnestLine, safe];
  if (limits.every((limit) => limit === undefined)) return [];
  return (await pressObjectsOf(bytes)).flatMap((page, index) =>
    findFaults(page, shop).map(({ thing, wanted }): Problem => ({
      code: "press-limit",
      place: publication.at("print", "shop"),
      message: `Page ${index + 1} of ${path} has ${thing}, but the print shop wants ${wanted}.`,
      hint: "Take another size of page, other inks or a shorter title, or ask the shop whether it prints this too.",
    })),
  );
}

function findFaults({ type, shapes }: PressObjects, limits: ShopLimits): Fault[] {
  return [
    ...findSmallType(type, limits),
    ...findThinLines(shapes, limits),
    ...findMuchInk(type, shapes, limits),
    ...findTypeAtEdge(type, limits),
  ];
}

function findSmallType(type: PrintedType[], { smallestType = 0, smallestTypeOnColour = 0 }: ShopLimits): Fault[] {
  const small = type.flatMap((piece) => {
    const least = isOnColour(piece) ? Math.max(smallestType, smallestTypeOnColour) : smallestType;
    return piece.size < least - tolerance ? [{ ...piece, least }] : [];
  });
  const kindOf = ({ size, inks, ground }: PrintedType) =>
    `type of ${round(size, 1)} pt in ${nameInks(inks)}${sumOf(ground) > 0 ? ` on ${nameInks(ground)}` : ""}`;
  const kinds = groupBy(small, kindOf);
  return [...kinds].map(([kind, pieces]) => ({
    thing: `${kind} (${quote(pieces)})`,
    wanted: `at least ${pieces[0]!.least} pt there`,
  }));
}

// White type is left out of the inks around it; type in several inks is blurred where they do not meet exactly.
function isOnColour({ inks, ground }: PrintedType): boolean {
  const isOneInk = inks !== undefined && inks.filter((share) => share > 0).length === 1;
  return !isOneInk || sumOf(ground) > 0;
}

function findThinLines(shapes: PrintedShape[], { thinnestLine = 0 }: ShopLimits): Fault[] {
  const thin = shapes.filter(({ lineWidth }) => lineWidth !== undefined && lineWidth < thinnestLine - tolerance);
  const kinds = groupBy(thin, ({ lineWidth }) => round(lineWidth!, 2));
  return [...kinds].map(([width, [first]]) => ({
    thing:
      `a line of ${width} pt, ${round(first!.left / pointsPerMm, 0)} mm from the left and ` +
      `${round(first!.top / pointsPerMm, 0)} mm from the top`,
    wanted: `at least ${thinnestLine} pt`,
  }));
}

function findMuchInk(type: PrintedType[], shapes: PrintedShape[], { mostInk = Infinity }: ShopLimits): Fault[] {
  const inMm = (points: number) => round(points / pointsPerMm, 0);
  const spots = [
    ...shapes.map(({ inks, width, height }) => ({ inks, of: `an area of ${inMm(width)} × ${inMm(height)} mm` })),
    ...type.map((piece) => ({ inks: inksTogether(piece), of: quote([piece]) })),
  ];
  const most = spots.filter(({ inks }) => inks !== undefined && sumOf(inks) > mostInk + tolerance);
  const kinds = groupBy(most, ({ inks }) => nameInks(inks));
  return [...kinds].map(([name, [first]]) => ({
    thing: `ink of ${round(sumOf(first!.inks!), 0)} % (${name}, ${first!.of})`,
    wanted: `at most ${mostInk} %`,
  }));
}

// What is printed over a ground adds its inks to those that are there (ISO 32000-2, 8.6.7, overprint mode 1).
function inksTogether({ inks, ground, overprints }: PrintedType): Percentages | undefined {
  if (!inks || !overprints) return inks;
  return inks.map((share, index) => (share === 0 ? ground[index]! : share)) as Percentages;
}

function findTypeAtEdge(type: PrintedType[], { safe = 0 }: ShopLimits): Fault[] {
  const near = type.filter(({ toTrim }) => toTrim < safe * pointsPerMm - tolerance);
  if (near.length === 0) return [];
  const nearest = Math.min(...near.map(({ toTrim }) => toTrim)) / pointsPerMm;
  return [{ thing: `text ${round(nearest, 1)} mm from the trim (${quote(near)})`, wanted: `at least ${safe} mm` }];
}

function nameInks(inks: Percentages | undefined): string {
  if (!inks) return "other inks";
  const [cyan, magenta, yellow, black] = inks;
  if (sumOf(inks) === 0) return "white";
  if (cyan + magenta + yellow === 0) return black === 100 ? "black" : `${round(black, 0)} % black`;
  return inks.map((share) => round(share, 0)).join("/");
}

function groupBy<Value, Key>(values: Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function sumOf(inks: Percentages): number {
  return inks.reduce((sum, share) => sum + share, 0);
}

function quote(pieces: Pick<PrintedType, "text">[]): string {
  return `“${spellShortly(splitWords(pieces.map(({ text }) => text).join(" ")))}”`;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
