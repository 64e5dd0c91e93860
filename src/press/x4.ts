import { createHash } from "node:crypto";
import { PDFDict, PDFHeader, PDFName, PDFString, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import { readPressProfile } from "../image.ts";
import { makeBlackProfile, removeProfileTags } from "./icc.ts";
import type { Inks } from "./ink.ts";
import { setDescription, type Description } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { setXmp } from "../pdf/xmp.ts";

// PDF/X-4 (ISO 15930-7:2010) is PDF 1.6 from which a print shop need not guess anything.

/**
 * Returns the bytes of a PDF as PDF/X-4: with the same description in Info and in XMP, and with an output intent for
 * the inks. `file` is a name that no other file has and that stays the same from build to build; the document's
 * identifier is made from it.
 */
export async function saveX4(
  pdf: PDFDocument,
  inks: Inks,
  description: Description,
  file: string,
): Promise<Uint8Array> {
  const { context, catalog } = pdf;
  setDescription(pdf, description);
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of("GTS_PDFXVersion"), PDFString.of("PDF/X-4"));
  info.set(PDFName.of("Trapped"), PDFName.of("False"));
  catalog.set(PDFName.of("OutputIntents"), context.obj([await registerOutputIntent(pdf, inks)]));
  setXmp(pdf, description, {
    "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    "pdf:Trapped": "False",
    "xmpMM:DocumentID": `uuid:${uuidOf(file)}`,
    "xmpMM:VersionID": "1",
    "xmpMM:RenditionClass": "default",
  });
  context.header = PDFHeader.forVersion(1, 6);
  return savePdf(pdf);
}

// PDF/X-4 requires the profile of the press inside the file. Profiles of characterised printing conditions (FOGRA,
// SWOP) come in no package that may be passed on, so the files claim none: their colours are amounts of ink already,
// and the print shop knows its press. For black ink the profile is our own tone curve; for four inks it is the one in
// the public domain that comes with sharp, without the measurements from which it was computed (targ, DevD, CIED).
async function registerOutputIntent(pdf: PDFDocument, { space }: Inks): Promise<PDFRef> {
  const press =
    space === "DeviceGray"
      ? { channels: 1, condition: "Black ink on uncoated paper, dot gain 20 %", profile: makeBlackProfile() }
      : {
          channels: 4,
          condition: "A generic CMYK press",
          profile: removeProfileTags(await readPressProfile(), ["targ", "DevD", "CIED"]),
        };
  const profile = pdf.context.register(pdf.context.flateStream(press.profile, { N: press.channels }));
  return pdf.context.register(
    pdf.context.obj({
      Type: "OutputIntent",
      S: "GTS_PDFX",
      OutputConditionIdentifier: PDFString.of("Custom"),
      OutputCondition: PDFString.of(press.condition),
      Info: PDFString.of(press.condition),
      DestOutputProfile: profile,
    }),
  );
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
