import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { greyJpeg, greyPixels } from "../image.ts";
import { contentOf, drawnBy, edited, is, operations, type Operation } from "../pdf/content-stream.ts";

// Chromium paints with light, in red, green and blue; a press prints with ink. Here one is written for the other.

/** Shares of red, green and blue light, 0…1. */
export type Light = [red: number, green: number, blue: number];

/** Shares of cyan, magenta, yellow and black ink, in per cent. */
export type Percentages = [cyan: number, magenta: number, yellow: number, black: number];

/**
 * The inks of a file: the space in which its transparency is mixed, and the operands of a colour with the fill operator
 * that takes them.
 */
export interface Inks {
  space: "DeviceGray" | "DeviceCMYK";
  colour(light: Light): { operands: number[]; operator: "g" | "k" };
}

/** Black ink alone, in tints where there is colour (ISO 32000-2, 10.4.2.2). */
export const blackInk: Inks = {
  space: "DeviceGray",
  colour: ([red, green, blue]) => ({
    operands: [red === green && green === blue ? red : 0.3 * red + 0.59 * green + 0.11 * blue],
    operator: "g",
  }),
};

/**
 * Declared inks for declared colours (#rrggbb); greys are black ink alone. Throws at any other colour: none is ever
 * made up.
 */
export function declaredInks(table: Record<string, Percentages>): Inks {
  const inks = new Map(Object.entries(table).map(([colour, percentages]) => [colour.toLowerCase(), percentages]));
  return {
    space: "DeviceCMYK",
    colour(light) {
      const [red, green, blue] = light;
      const name = `#${light
        .map((share) =>
          Math.round(share * 255)
            .toString(16)
            .padStart(2, "0"),
        )
        .join("")}`;
      const declared = inks.get(name);
      if (declared) return { operands: declared.map((percentage) => percentage / 100), operator: "k" };
      if (red === green && green === blue) return { operands: [red], operator: "g" };
      throw new Error(`Cannot print the colour ${name}: no inks are declared for it.`);
    },
  };
}

/** Rewrites every page of a PDF, and all that it draws with, to inks. Pictures become grey. */
export async function printWith(inks: Inks, pdf: PDFDocument): Promise<void> {
  const done = new Set<PDFRef>();
  for (const page of pdf.getPages()) {
    const { contents, images, dictionaries } = drawnBy(page);
    for (const [ref, stream] of contents) if (!done.has(ref)) pdf.context.assign(ref, inked(stream, inks));
    for (const [ref, image] of images) if (!done.has(ref)) await makeGrey(pdf, ref, image);
    for (const group of dictionaries.filter((dictionary) => is(dictionary, "S", "Transparency")))
      group.set(PDFName.of("CS"), PDFName.of(inks.space));
    // Without a space of its own a page that is mixed would be mixed in whatever the printer thinks fit.
    if ([...images.values()].some(({ dict }) => dict.has(PDFName.of("SMask"))) || dictionaries.some(isTransparent)) {
      page.node.set(PDFName.of("Group"), pdf.context.obj({ S: "Transparency", CS: inks.space, I: true }));
    }
    for (const ref of [...contents.keys(), ...images.keys()]) done.add(ref);
  }
}

/** The colour spaces in which a page paints: DeviceGray, DeviceRGB, ICCBased 3 … */
export function coloursOf(page: PDFPage): Set<string> {
  const { contents, images, dictionaries } = drawnBy(page);
  const operators: Record<string, string> = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" };
  const painted = [...contents.values()].flatMap((stream) =>
    operations(contentOf(stream)).flatMap(({ operator, operands }) => {
      if (operator.toLowerCase() === "cs")
        return operands.map((name) => name.slice(1)).filter((name) => name.startsWith("Device"));
      return operators[operator.toLowerCase()] ?? [];
    }),
  );
  const named = [...dictionaries, ...[...images.values()].map(({ dict }) => dict)].flatMap((dictionary) =>
    ["CS", "ColorSpace"].flatMap((key) => spacesOf(dictionary.lookup(PDFName.of(key)))),
  );
  return new Set([...painted, ...named]);
}

function inked(stream: PDFRawStream, inks: Inks): PDFRawStream {
  const content = contentOf(stream);
  const edits = operations(content).flatMap((operation) => {
    const text = inkedOperation(operation, inks);
    return text === undefined ? [] : [{ start: operation.start, end: operation.end, text }];
  });
  const made = stream.dict.context.flateStream(Buffer.from(edited(content, edits), "latin1"));
  for (const [key, value] of stream.dict.entries())
    if (!["/Filter", "/DecodeParms", "/Length"].includes(key.toString())) made.dict.set(key, value);
  return made;
}

function inkedOperation({ operator, operands }: Operation, inks: Inks): string | undefined {
  if (["cs", "CS", "sc", "SC", "scn", "SCN", "sh"].includes(operator))
    throw new Error(
      `Cannot print what is painted by "${operands.join(" ")} ${operator}": only plain colours have inks.`,
    );
  if (operator !== "rg" && operator !== "RG") return undefined;
  const colour = inks.colour(operands.map(Number) as Light);
  const shares = colour.operands.map((share) => Number(share.toFixed(4)));
  return `${shares.join(" ")} ${operator === "RG" ? colour.operator.toUpperCase() : colour.operator}`;
}

async function makeGrey(pdf: PDFDocument, ref: PDFRef, image: PDFRawStream): Promise<void> {
  const { dict } = image;
  if (is(dict, "ColorSpace", "DeviceGray") || dict.has(PDFName.of("ImageMask"))) return;
  const grey = is(dict, "Filter", "DCTDecode")
    ? { bytes: await greyJpeg(image.contents), filter: "DCTDecode" }
    : {
        bytes: await greyPixels(decodePDFRawStream(image).decode(), number(dict, "Width"), number(dict, "Height")),
        filter: undefined,
      };
  const made = grey.filter
    ? pdf.context.stream(grey.bytes, { Filter: grey.filter })
    : pdf.context.flateStream(grey.bytes);
  const kept = ["Type", "Subtype", "Width", "Height", "SMask", "Interpolate"].map((key) => PDFName.of(key));
  for (const key of kept) if (dict.has(key)) made.dict.set(key, dict.get(key)!);
  made.dict.set(PDFName.of("ColorSpace"), PDFName.of("DeviceGray"));
  made.dict.set(PDFName.of("BitsPerComponent"), pdf.context.obj(8));
  pdf.context.assign(ref, made);
}

function isTransparent(state: PDFDict): boolean {
  const partial = ["ca", "CA"].some((key) => state.has(PDFName.of(key)) && number(state, key) < 1);
  const mode = state.lookup(PDFName.of("BM"));
  const mask = state.lookup(PDFName.of("SMask"));
  return (
    partial ||
    (mode !== undefined && mode !== PDFName.of("Normal")) ||
    (is(state, "Type", "ExtGState") && mask instanceof PDFDict)
  );
}

function spacesOf(space: PDFObject | undefined): string[] {
  if (space instanceof PDFName) return [space.decodeText()];
  if (space instanceof PDFDict) return space.keys().flatMap((key) => spacesOf(space.lookup(key)));
  if (!(space instanceof PDFArray)) return [];
  const family = String(space.get(0)).slice(1);
  const base = space.lookup(1);
  if (base instanceof PDFRawStream) return [`${family} ${number(base.dict, "N")}`];
  return family === "Indexed" ? spacesOf(base) : [family];
}

function number(dictionary: PDFDict, key: string): number {
  return Number(dictionary.lookup(PDFName.of(key))?.toString());
}
