import { createHash } from "node:crypto";
import { PDFDict, PDFHeader, PDFName, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { setDescription, type Description } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { setXmp, type XmpProperties } from "../pdf/xmp.ts";
import { standardVersions, type PressStandard, type Shop } from "../shop.ts";
import { flattenTransparency } from "./flatten.ts";
import type { Inks } from "./ink.ts";
import { registerOutputIntent } from "./output-intent.ts";

// PDF/X is PDF from which a print shop need not guess anything: PDF/X-4 (ISO 15930-7:2010) is made of PDF 1.6, and
// PDF/X-1a:2003 (ISO 15930-4) of PDF 1.4, without transparency and without streams of objects.

interface StandardFacts {
  /** The property of the XMP that has its name. */
  property: string;
  /** The second figure of the version of PDF. */
  minor: number;
  objectStreams: boolean;
}

const standards: Record<PressStandard, StandardFacts> = {
  "PDF/X-4": { property: "pdfxid:GTS_PDFXVersion", minor: 6, objectStreams: true },
  "PDF/X-1a": { property: "pdfx:GTS_PDFXVersion", minor: 4, objectStreams: false },
};

/**
 * Returns the bytes of a PDF in the standard that a shop asks for: with the same description in Info and in XMP, and
 * with an output intent for the inks. `file` is a name that no other file has and that stays the same from build to
 * build; the document's identifier is made from it.
 */
export async function savePdfX(
  pdf: PDFDocument,
  inks: Inks,
  shop: Pick<Shop, "standard" | "condition" | "profile">,
  description: Description,
  file: string,
): Promise<Uint8Array> {
  const { context, catalog } = pdf;
  const { property, minor, objectStreams } = standards[shop.standard];
  const version = standardVersions[shop.standard];
  if (shop.standard === "PDF/X-1a") await flattenTransparency(pdf);
  setDescription(pdf, description);
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of("GTS_PDFXVersion"), PDFString.of(version));
  info.set(PDFName.of("Trapped"), PDFName.of("False"));
  catalog.set(PDFName.of("OutputIntents"), context.obj([await registerOutputIntent(pdf, inks, shop)]));
  const declared: XmpProperties = {
    [property]: version,
    "pdf:Trapped": "False",
    "xmpMM:DocumentID": `uuid:${uuidOf(file)}`,
    "xmpMM:VersionID": "1",
    "xmpMM:RenditionClass": "default",
  };
  setXmp(pdf, description, declared);
  context.header = PDFHeader.forVersion(1, minor);
  return savePdf(pdf, { objectStreams });
}

// A UUID of version 8, whose bits are for the program to choose (RFC 9562, 5.8): here a hash of the name.
function uuidOf(name: string): string {
  const hash = createHash("sha256").update(name).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
