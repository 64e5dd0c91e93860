import {
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFObject,
  type PDFPageLeaf,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { hexOf, type Light } from "../light.ts";
import type { Percentages } from "../shop.ts";
import {
  decodeContent,
  collectDrawnObjects,
  applyEdits,
  hasName,
  parseOperations,
  type Operation,
  readNumber,
  replaceContent,
} from "../pdf/content-stream.ts";
import { toPressImage, type ImageInks } from "./images.ts";

// Chromium paints in red, green and blue light; a press prints with ink. Here the colours of light become amounts of
// ink.

/** How a colour is set: the operands and the fill operator. */
interface Paint {
  operands: number[];
  operator: "g" | "k" | "rg" | "scn";
  /** The names of the colour space and of the graphics state that are set with it, among the resources of the inks. */
  space?: string;
  state?: string;
}

/** The inks of a file: the colour space in which its transparency is blended, and how each colour is set. */
export interface Inks {
  space: "DeviceGray" | "DeviceCMYK" | "DeviceRGB";
  colour(light: Light): Paint;
  /** Sets lines that are drawn in every ink, such as crop marks; they are black if it is not given. */
  marks?: Paint;
  /** The colour spaces and the graphics states that are named where colours are set. */
  resources?: { ColorSpace: Record<string, PDFObject>; ExtGState: Record<string, PDFObject> };
  /** How images in colour become inks; if it is not given, they become grey. */
  colourImages?: ImageInks;
  /** What is changed in the dictionary of an image that has become grey. */
  image?: Record<string, PDFObject>;
}

/** How much red, green and blue light count for the grey of a colour (ISO 32000-2, 10.4.2.2). */
const greyWeights: Light = [0.3, 0.59, 0.11];

/** Black ink alone; colours become tints of it. */
export const blackInk: Inks = {
  space: "DeviceGray",
  colour: (light) => ({ operands: [isGrey(light) ? light[0] : greyOf(light)], operator: "g" }),
};

/**
 * Returns inks that print each colour of the table (#rrggbb) as it declares, and greys in black ink alone. They throw
 * at any other colour, since no inks are declared for it.
 */
export function createInks(table: Record<string, Percentages>, colourImages?: ImageInks): Inks {
  const inks = new Map(Object.entries(table).map(([colour, percentages]) => [colour.toLowerCase(), percentages]));
  return {
    space: "DeviceCMYK",
    ...(colourImages && { colourImages }),
    colour(light) {
      const name = hexOf(light);
      const declared = inks.get(name);
      if (declared) return { operands: declared.map((percentage) => percentage / 100), operator: "k" };
      if (isGrey(light)) return { operands: [light[0]], operator: "g" };
      throw new Error(`Cannot print the colour ${name}: no inks are declared for it.`);
    },
  };
}

/**
 * Converts the colours of every page of a PDF to inks, also those inside the forms that it draws.
 * Throws an Error at a colour that the inks do not have, and at patterns and shadings.
 */
export async function convertToInks(inks: Inks, pdf: PDFDocument): Promise<void> {
  const done = new Set<PDFRef>();
  for (const page of pdf.getPages()) {
    const { contents, images, dictionaries } = collectDrawnObjects(page);
    for (const [ref, stream] of contents) if (!done.has(ref)) pdf.context.assign(ref, convertStream(stream, inks));
    for (const [ref, image] of images) {
      if (done.has(ref) || image.dict.has(PDFName.of("ImageMask"))) continue;
      const converted = await toPressImage(pdf, image, inks.colourImages);
      for (const [key, value] of Object.entries(inks.image ?? {})) converted.dict.set(PDFName.of(key), value);
      pdf.context.assign(ref, converted);
    }
    for (const resources of resourcesOf(page.node, contents)) addResources(pdf, resources, inks);
    for (const group of dictionaries.filter((dictionary) => hasName(dictionary, "S", "Transparency")))
      group.set(PDFName.of("CS"), PDFName.of(inks.space));
    // If a page with transparency named no colour space, the print shop's program would choose one for the blending.
    const hasMaskedImage = [...images.values()].some(({ dict }) => dict.has(PDFName.of("SMask")));
    if (hasMaskedImage || dictionaries.some(isTransparent)) {
      page.node.set(PDFName.of("Group"), pdf.context.obj({ S: "Transparency", CS: inks.space, I: true }));
    }
    for (const ref of [...contents.keys(), ...images.keys()]) done.add(ref);
  }
}

function isGrey([red, green, blue]: Light): boolean {
  return red === green && green === blue;
}

function greyOf([red, green, blue]: Light): number {
  return greyWeights[0] * red + greyWeights[1] * green + greyWeights[2] * blue;
}

function convertStream(stream: PDFRawStream, inks: Inks): PDFRawStream {
  const content = decodeContent(stream);
  const edits = parseOperations(content).flatMap((operation) => {
    const text = convertOperation(operation, inks);
    return text === undefined ? [] : [{ start: operation.start, end: operation.end, text }];
  });
  return replaceContent(stream, applyEdits(content, edits));
}

/** Decimal places of a colour's operands: a step of 0.0001 is far below one of 256 levels. */
const operandDecimals = 4;

function convertOperation({ operator, operands }: Operation, inks: Inks): string | undefined {
  if (["cs", "CS", "sc", "SC", "scn", "SCN", "sh"].includes(operator))
    throw new Error(`Cannot print what “${operands.join(" ")} ${operator}” paints: only plain colours have inks.`);
  // Chromium writes no grey: this is a colour of marks.
  const paint = operator.toLowerCase() === "g" ? inks.marks : undefined;
  if (!paint && operator !== "rg" && operator !== "RG") return undefined;
  const { operands: tints, operator: fill, space, state } = paint ?? inks.colour(operands.map(Number) as Light);
  const isStroke = operator === operator.toUpperCase();
  const shares = tints.map((share) => Number(share.toFixed(operandDecimals)));
  return [
    ...(space ? [`/${space} ${isStroke ? "CS" : "cs"}`] : []),
    `${shares.join(" ")} ${isStroke ? fill.toUpperCase() : fill}`,
    ...(state ? [`/${state} gs`] : []),
  ].join(" ");
}

// The resources of a page, and of the forms that it draws.
function resourcesOf(page: PDFPageLeaf, contents: Map<PDFRef, PDFRawStream>): PDFDict[] {
  const ofForms = [...contents.values()].map(({ dict }) => dict.lookup(PDFName.of("Resources")));
  return [page.Resources(), ...ofForms].filter((resources) => resources instanceof PDFDict);
}

function addResources({ context }: PDFDocument, resources: PDFDict, inks: Inks): void {
  for (const [kind, named] of Object.entries(inks.resources ?? {})) {
    const known = resources.lookup(PDFName.of(kind));
    const all = known instanceof PDFDict ? known : context.obj({});
    for (const [name, object] of Object.entries(named)) all.set(PDFName.of(name), object);
    resources.set(PDFName.of(kind), all);
  }
}

/**
 * Returns whether a graphics state is translucent (ISO 32000-2, 11.6.4.4 and 11.3.5): an opacity below 1, a blend mode
 * other than Normal, or a soft mask.
 */
export function isTransparent(state: PDFDict): boolean {
  const isTranslucent = ["ca", "CA"].some((key) => state.has(PDFName.of(key)) && readNumber(state, key) < 1);
  const mode = state.lookup(PDFName.of("BM"));
  const isBlended = mode !== undefined && mode !== PDFName.of("Normal");
  const isMasked = hasName(state, "Type", "ExtGState") && state.lookup(PDFName.of("SMask")) instanceof PDFDict;
  return isTranslucent || isBlended || isMasked;
}
