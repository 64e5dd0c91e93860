import { decodePDFRawStream, PDFName, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { hasName, readNumber } from "../pdf/content-stream.ts";
import { encodeGreyJpeg, toGreyPixels, toInkPixels, toLightPixels } from "./pixels.ts";

// Images in the inks of a press: in black ink alone, or on a cover in four inks as the profile of the press says.

/** How images in colour become four inks. */
export interface ImageInks {
  /** The ICC profile of the press: the path of its file, or “cmyk”, the generic one of libvips. */
  profile: string;
  /** The most ink on one spot, in per cent. */
  mostInk: number;
}

/** Returns an image in the inks of a press: in grey, unless `inks` say otherwise and it has colours. */
export async function toPressImage(pdf: PDFDocument, image: PDFRawStream, inks?: ImageInks): Promise<PDFRawStream> {
  const { dict } = image;
  if (hasName(dict, "ColorSpace", "DeviceGray")) return image;
  const [converted, space] = (inks && (await toInks(pdf, image, inks))) ?? (await toGrey(pdf, image));
  for (const key of ["Type", "Subtype", "Width", "Height", "SMask", "Interpolate"].map((name) => PDFName.of(name)))
    if (dict.has(key)) converted.dict.set(key, dict.get(key)!);
  converted.dict.set(PDFName.of("ColorSpace"), PDFName.of(space));
  converted.dict.set(PDFName.of("BitsPerComponent"), pdf.context.obj(8));
  return converted;
}

type Converted = [PDFRawStream, "DeviceGray" | "DeviceCMYK"];

async function toGrey(pdf: PDFDocument, image: PDFRawStream): Promise<Converted> {
  if (hasName(image.dict, "Filter", "DCTDecode")) {
    const jpeg = await encodeGreyJpeg(image.contents);
    return [pdf.context.stream(jpeg, { Filter: "DCTDecode" }), "DeviceGray"];
  }
  const pixels = await toGreyPixels(decodePDFRawStream(image).decode(), ...sizeOf(image));
  return [pdf.context.flateStream(pixels), "DeviceGray"];
}

// Returns undefined for an image without colours: four inks would print a grey that is never quite neutral.
async function toInks(pdf: PDFDocument, image: PDFRawStream, inks: ImageInks): Promise<Converted | undefined> {
  const isJpeg = hasName(image.dict, "Filter", "DCTDecode");
  const light = isJpeg ? await toLightPixels(image.contents) : decodePDFRawStream(image).decode();
  if (!hasColours(light)) return undefined;
  const pixels = await toInkPixels(light, ...sizeOf(image), inks.profile);
  limitInk(pixels, inks.mostInk);
  return [pdf.context.flateStream(pixels), "DeviceCMYK"];
}

function sizeOf({ dict }: PDFRawStream): [width: number, height: number] {
  return [readNumber(dict, "Width"), readNumber(dict, "Height")];
}

/** By how much red, green and blue of a grey may differ, of 255: a JPEG is not exact. Chosen by eye. */
const neutral = 12;

function hasColours(light: Uint8Array): boolean {
  for (let at = 0; at + 2 < light.length; at += 3) {
    const [red, green, blue] = [light[at]!, light[at + 1]!, light[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > neutral) return true;
  }
  return false;
}

// Takes what is too much from cyan, magenta and yellow, in their proportion: black keeps the drawing of the picture.
function limitInk(pixels: Uint8Array, mostInk: number): void {
  const most = (255 * mostInk) / 100;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const colours = pixels[at]! + pixels[at + 1]! + pixels[at + 2]!;
    const room = Math.max(0, most - pixels[at + 3]!);
    if (colours <= room) continue;
    for (let ink = at; ink < at + 3; ink++) pixels[ink] = Math.floor((pixels[ink]! * room) / colours);
  }
}
