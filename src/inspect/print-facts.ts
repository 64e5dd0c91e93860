import { PDFDict, PDFName, PDFStream, type PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import type { Box } from "../pdf/document.ts";
import { findColourSpaces } from "./colour-spaces.ts";
import { findPrintedImages, type PrintedImage } from "./printed-images.ts";

/** What the dictionaries of a PDF tell. */
export interface BoxesAndFonts {
  /** The boxes of each page, in pt. */
  pages: { media: Box; crop: Box; bleed: Box; trim: Box }[];
  /** The fonts, and whether each is embedded in the file. */
  fonts: { name: string; embedded: boolean }[];
}

/** What a page paints. */
export interface PaintedPage {
  /** The colour spaces in which it paints. */
  spaces: string[];
  images: PrintedImage[];
}

/** Returns what each page of a PDF paints. All content streams are parsed for it. */
export function findPaintedPages(pdf: PDFDocument): PaintedPage[] {
  return pdf.getPages().map((page) => ({ spaces: [...findColourSpaces(page)], images: findPrintedImages(page) }));
}

/** Returns the boxes and the fonts of a PDF. */
export function findBoxesAndFonts(pdf: PDFDocument): BoxesAndFonts {
  const pages = pdf.getPages().map((page) => ({
    media: page.getMediaBox(),
    crop: page.getCropBox(),
    bleed: page.getBleedBox(),
    trim: page.getTrimBox(),
  }));
  const dictionaries = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => dictionariesIn(object));
  return { pages, fonts: [...describedFonts(dictionaries), ...undescribedFonts(dictionaries)] };
}

function dictionariesIn(object: PDFObject): PDFDict[] {
  if (object instanceof PDFDict) return [object];
  if (object instanceof PDFStream) return [object.dict];
  return [];
}

// Chromium writes fonts with PostScript outlines as Type 3: their glyphs are content streams in the file, so they are
// embedded although their descriptors name no font file.
function describedFonts(dictionaries: PDFDict[]): BoxesAndFonts["fonts"] {
  const type3 = new Set(
    dictionaries
      .filter((dictionary) => nameAt(dictionary, "Subtype") === "Type3")
      .map((font) => font.lookup(PDFName.of("FontDescriptor"))),
  );
  return dictionaries
    .filter((dictionary) => nameAt(dictionary, "Type") === "FontDescriptor")
    .map((descriptor) => ({
      name: nameAt(descriptor, "FontName"),
      embedded:
        type3.has(descriptor) || ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(PDFName.of(key))),
    }));
}

// Returns the fonts without a descriptor: they are in every viewer, not in the file. Two types are left out. A Type 3
// font may lack a descriptor and is still in the file. A Type 0 font has its descriptor in its descendant font (ISO
// 32000-2, 9.7.4).
function undescribedFonts(dictionaries: PDFDict[]): BoxesAndFonts["fonts"] {
  return dictionaries
    .filter(
      (dictionary) =>
        nameAt(dictionary, "Type") === "Font" &&
        !["Type0", "Type3"].includes(nameAt(dictionary, "Subtype")) &&
        !dictionary.has(PDFName.of("FontDescriptor")),
    )
    .map((font) => ({ name: nameAt(font, "BaseFont"), embedded: false }));
}

function nameAt(dictionary: PDFDict, key: string): string {
  const name = dictionary.lookup(PDFName.of(key));
  return name instanceof PDFName ? name.decodeText() : "";
}
