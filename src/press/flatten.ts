import { decodePDFRawStream, PDFName, PDFRawStream, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import { loadSharp } from "../image.ts";
import { collectDrawnObjects, hasName, readNumber, unpackStream } from "../pdf/content-stream.ts";
import { isTransparent } from "./ink.ts";

// PDF/X-1a knows no transparency. What Chromium makes of our pages has it in one place only: in images with a soft mask.

/**
 * Takes the transparency out of a PDF whose images are in inks: images are laid onto white paper, and groups, whose content
 * is opaque, are dissolved. Throws an Error at anything else that is translucent.
 */
export async function flattenTransparency(pdf: PDFDocument): Promise<void> {
  const done = new Set<PDFRef>();
  for (const page of pdf.getPages()) {
    const { images, dictionaries } = collectDrawnObjects(page);
    for (const [ref, image] of images)
      if (!done.has(ref) && image.dict.has(PDFName.of("SMask"))) pdf.context.assign(ref, await layOnWhite(pdf, image));
    if (dictionaries.some(isTransparent))
      throw new Error("Cannot make PDF/X-1a of a page on which something is translucent.");
    for (const dictionary of [page.node, ...dictionaries]) dictionary.delete(PDFName.of("Group"));
    for (const ref of images.keys()) done.add(ref);
  }
}

async function layOnWhite(pdf: PDFDocument, image: PDFRawStream): Promise<PDFRawStream> {
  const { dict } = image;
  const mask = dict.lookup(PDFName.of("SMask"));
  const isInFourInks = hasName(dict, "ColorSpace", "DeviceCMYK");
  if (!(mask instanceof PDFRawStream) || !(isInFourInks || hasName(dict, "ColorSpace", "DeviceGray")))
    throw new Error("Cannot lay an image on white that is not in inks.");
  const [width, height] = [readNumber(dict, "Width"), readNumber(dict, "Height")];
  const [painted, opacity] = await Promise.all([
    isInFourInks ? unpackStream(image) : readGrey(image, width, height),
    readGrey(mask, width, height),
  ]);
  // Grey is light, and four inks are ink.
  const [channels, white] = isInFourInks ? [4, 0] : [1, fullByte];
  const pixels = painted.map((value, index) => {
    const share = opacity[Math.floor(index / channels)]! / fullByte;
    return Math.round(value * share + white * (1 - share));
  });
  const flat = pdf.context.flateStream(pixels);
  for (const key of ["Type", "Subtype", "Width", "Height", "ColorSpace", "Interpolate"].map((name) => PDFName.of(name)))
    if (dict.has(key)) flat.dict.set(key, dict.get(key)!);
  flat.dict.set(PDFName.of("BitsPerComponent"), pdf.context.obj(8));
  return flat;
}

async function readGrey(stream: PDFRawStream, width: number, height: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { dict } = stream;
  const raw = { width: readNumber(dict, "Width"), height: readNumber(dict, "Height"), channels: 1 } as const;
  const image = hasName(dict, "Filter", "DCTDecode")
    ? sharp(stream.contents)
    : sharp(decodePDFRawStream(stream).decode(), { raw });
  return image.toColourspace("b-w").resize({ width, height, fit: "fill" }).raw().toBuffer();
}

/** The value of white, and of full opacity, in one byte. */
const fullByte = 255;
