import { PDFName, type PDFContext, type PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import { lightOf, tintOnPaper, type Light } from "../light.ts";
import { separationNameOf, type SpotInk } from "../spot-inks.ts";
import { blackInk, type Inks } from "./ink.ts";
import { allInks, makeSeparation } from "./marks.ts";

// The pages in spot inks: the first ink prints the text in tints of grey, the second the one colour beside it. The
// same pages are made as separations of one file, as a grey file for each ink, and as a proof in the colours of the inks.

/** How a publication is printed in spot inks. */
export interface SpotPrinting {
  inks: SpotInk[];
  /** Whether the first ink is printed over the second, and does not leave it out. */
  overprint: boolean;
}

/** Which ink prints a colour, by its index, and how much of it, 0…1. */
interface Tint {
  ink: number;
  tint: number;
}

/**
 * Returns inks that paint every colour in Separation colour spaces (ISO 32000-2, 8.6.6.4), and marks in all inks. For
 * programs that do not have an ink, its colour is made of cyan, magenta and yellow.
 */
export function separationInks({ context }: PDFDocument, printing: SpotPrinting): Inks {
  const spaces = printing.inks.map((ink) => makeSeparation(context, separationNameOf(ink), cmykOf(lightOf(ink.shows))));
  const named = Object.fromEntries(spaces.map((space, ink) => [spaceName(ink), space]));
  return {
    space: "DeviceCMYK",
    colour(light) {
      const { ink, tint } = tintOf(light, printing);
      const state = isOver({ ink, tint }, printing) ? "InkOver" : "InkOut";
      return { operands: [tint], operator: "scn", space: spaceName(ink), state };
    },
    marks: { operands: [1], operator: "scn", space: allInks },
    resources: {
      ColorSpace: { ...named, [allInks]: makeSeparation(context, "All", [1, 1, 1, 1]) },
      ExtGState: {
        InkOver: context.obj({ Type: "ExtGState", OP: true, op: true, OPM: 1 }),
        InkOut: context.obj({ Type: "ExtGState", OP: false, op: false }),
      },
    },
    // Grey is light, a tint is ink.
    image: { ColorSpace: spaces[0]!, Decode: context.obj([1, 0]) },
  };
}

/** Returns inks that paint what one of the spot inks prints, in greys; what overprints it leaves no trace. */
export function plateInks({ context }: PDFDocument, printing: SpotPrinting, plate: number): Inks {
  return {
    space: "DeviceGray",
    colour(light) {
      const paint = tintOf(light, printing);
      const isOther = paint.ink !== plate;
      return {
        operands: [isOther ? 1 : 1 - paint.tint],
        operator: "g",
        state: isOther && isOver(paint, printing) ? "InkOver" : "InkOut",
      };
    },
    resources: { ColorSpace: {}, ExtGState: blendStates(context) },
    // Images are in the first ink; in the other plates they are white.
    image: plate === 0 ? {} : { Decode: context.obj([1, 1]) },
  };
}

/** Returns inks that paint the colours as the spot inks show on white paper, where they overprint as well. */
export function proofInks({ context }: PDFDocument, printing: SpotPrinting): Inks {
  const shades = printing.inks.map(({ shows }) => lightOf(shows));
  const ramp = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [1, 1, 1], C1: shades[0]!, N: 1 });
  const first = context.obj([PDFName.of("Separation"), PDFName.of("Proof"), PDFName.of("DeviceRGB"), ramp]);
  return {
    space: "DeviceRGB",
    colour(light) {
      const paint = tintOf(light, printing);
      const operands = tintOnPaper(shades[paint.ink]!, paint.tint);
      return { operands, operator: "rg", state: isOver(paint, printing) ? "InkOver" : "InkOut" };
    },
    resources: { ColorSpace: {}, ExtGState: blendStates(context) },
    image: { ColorSpace: context.register(first), Decode: context.obj([1, 0]) },
  };
}

function tintOf(light: Light, { inks: [, second] }: SpotPrinting): Tint {
  const isSecond = second !== undefined && lightOf(second.shows).every((share, index) => isSame(share, light[index]!));
  if (isSecond) return { ink: 1, tint: 1 };
  return { ink: 0, tint: 1 - blackInk.colour(light).operands[0]! };
}

// White is paper: it leaves out every ink.
function isOver({ ink, tint }: Tint, { overprint }: SpotPrinting): boolean {
  return overprint && ink === 0 && tint > 0;
}

// Chromium writes shares with fewer decimals.
function isSame(share: number, other: number): boolean {
  return Math.round(share * 255) === Math.round(other * 255);
}

function spaceName(ink: number): string {
  return `Ink${ink + 1}`;
}

// With as much black as the three other inks have in common.
function cmykOf(light: Light): number[] {
  const black = 1 - Math.max(...light);
  return [...light.map((share) => (black === 1 ? 0 : (1 - share - black) / (1 - black))), black];
}

// Multiplied with what is under it, white changes nothing (11.3.5.2).
function blendStates(context: PDFContext): Record<string, PDFObject> {
  return {
    InkOver: context.obj({ Type: "ExtGState", BM: "Multiply" }),
    InkOut: context.obj({ Type: "ExtGState", BM: "Normal" }),
  };
}
