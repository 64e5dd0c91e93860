import { PDFDict, PDFName, PDFRawStream, PDFStream, type PDFObject } from "@cantoo/pdf-lib";
import { coloursOf } from "./colour-spaces.ts";
import { openPdf, type Box } from "../pdf/document.ts";
import { picturesOn, type PrintedPicture } from "./printed-images.ts";

/**
 * What a print shop's check looks at: the boxes of every page, the fonts with whether they are inside the file, inks
 * and pictures.
 */
export interface Inspection {
  pages: { media: Box; crop: Box; bleed: Box; trim: Box }[];
  fonts: { name: string; embedded: boolean }[];
  /** The colour spaces in which it paints. */
  inks: string[];
  pictures: PrintedPicture[];
}

/** Opens a PDF and tells its boxes (pt), fonts, inks and pictures. */
export async function inspect(bytes: Uint8Array): Promise<Inspection> {
  const pdf = await openPdf(bytes);
  const pages = pdf.getPages().map((page) => ({
    media: page.getMediaBox(),
    crop: page.getCropBox(),
    bleed: page.getBleedBox(),
    trim: page.getTrimBox(),
  }));
  const dictionaries = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => dictionaryOf(object));
  const type = (dictionary: PDFDict) => dictionary.get(PDFName.of("Subtype"))?.toString();
  // Fonts with PostScript outlines become Type 3: their glyphs are drawn in the file, and their descriptors name no
  // font file.
  const drawn = new Set(
    dictionaries
      .filter((font) => type(font) === "/Type3")
      .map((font) => pdf.context.lookup(font.get(PDFName.of("FontDescriptor")))),
  );
  const fonts = dictionaries
    .filter((dictionary) => dictionary.get(PDFName.of("Type")) === PDFName.of("FontDescriptor"))
    .map((descriptor) => ({
      name: String(descriptor.get(PDFName.of("FontName")) ?? "").slice(1),
      embedded:
        drawn.has(descriptor) || ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(PDFName.of(key))),
    }));
  // A font without a descriptor at all is one of the viewer's own; Type 3 fonts are drawn in the file, Type 0 have
  // theirs below.
  const bare = dictionaries.filter(
    (dictionary) =>
      dictionary.get(PDFName.of("Type")) === PDFName.of("Font") &&
      !["/Type0", "/Type3"].includes(type(dictionary) ?? "") &&
      !dictionary.has(PDFName.of("FontDescriptor")),
  );
  return {
    pages,
    fonts: [
      ...fonts,
      ...bare.map((font) => ({ name: String(font.get(PDFName.of("BaseFont")) ?? "").slice(1), embedded: false })),
    ],
    inks: [...new Set(pdf.getPages().flatMap((page) => [...coloursOf(page)]))].sort(),
    pictures: pdf.getPages().flatMap(picturesOn),
  };
}

function dictionaryOf(object: PDFObject): PDFDict[] {
  if (object instanceof PDFDict) return [object];
  if (object instanceof PDFStream || object instanceof PDFRawStream) return [object.dict];
  return [];
}
