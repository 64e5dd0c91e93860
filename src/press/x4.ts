import { createHash } from "node:crypto";
import { PDFArray, PDFDict, PDFHeader, PDFName, PDFRawStream, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { pressProfile } from "../picture.ts";
import { contentOf, is } from "../pdf/content-stream.ts";
import { blackProfile, withoutTags } from "./icc.ts";
import type { Inks } from "./ink.ts";
import { describe, type Description } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { setXmp } from "../pdf/xmp.ts";

// PDF/X-4, ISO 15930-7:2010: PDF 1.6 in which nothing is left to the printer's guess.

/**
 * Bytes of a PDF as PDF/X-4: with what it says of itself, in Info and in XMP alike, and the press that it is meant for.
 * `file` names it among all files there are, and always the same.
 */
export async function saveX4(
  pdf: PDFDocument,
  inks: Inks,
  description: Description,
  file: string,
): Promise<Uint8Array> {
  const { context, catalog } = pdf;
  describe(pdf, description);
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of("GTS_PDFXVersion"), PDFString.of("PDF/X-4"));
  info.set(PDFName.of("Trapped"), PDFName.of("False"));
  catalog.set(PDFName.of("OutputIntents"), context.obj([await outputIntent(pdf, inks)]));
  setXmp(pdf, description, {
    "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    "pdf:Trapped": "False",
    "xmpMM:DocumentID": `uuid:${uuid(file)}`,
    "xmpMM:VersionID": "1",
    "xmpMM:RenditionClass": "default",
  });
  pdf.context.header = PDFHeader.forVersion(1, 6);
  return savePdf(pdf);
}

/** What a PDF lacks to be PDF/X-4, in clauses: of what can be told without looking at colours, fonts and boxes. */
export function lacksOfX4(pdf: PDFDocument): string[] {
  const { catalog, context } = pdf;
  const intents =
    catalog
      .lookupMaybe(PDFName.of("OutputIntents"), PDFArray)
      ?.asArray()
      .map((intent) => context.lookup(intent, PDFDict)) ?? [];
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  return [
    intents.filter((intent) => is(intent, "S", "GTS_PDFX") && intent.has(PDFName.of("DestOutputProfile"))).length !==
      1 && "it names no press",
    !(metadata instanceof PDFRawStream && contentOf(metadata).includes("GTS_PDFXVersion>PDF/X-4<")) &&
      "its XMP does not say so",
    !(info && is(info, "Trapped", "False")) && "it does not say whether it is trapped",
    context.trailerInfo.ID === undefined && "it has no identifier",
    ["AcroForm", "Names", "OpenAction", "AA"].some((key) => catalog.has(PDFName.of(key))) &&
      "it acts when it is opened",
    pdf.getPages().some(({ node }) => node.has(PDFName.of("Annots"))) && "it has annotations",
  ].filter((lack) => lack !== false);
}

// PDF/X-4 wants the profile of the press inside the file. Those of characterised conditions (FOGRA, SWOP) come with no
// package that may be passed on, so none is claimed: the colours are amounts of ink already, and the print shop knows
// its press. For black alone the profile is a tone curve of ours; for four inks the one in the public domain that comes
// with sharp, without the measurements from which it was made.
async function outputIntent(pdf: PDFDocument, { space }: Inks) {
  const press =
    space === "DeviceGray"
      ? { channels: 1, condition: "Black ink on uncoated paper, dot gain 20 %", profile: blackProfile() }
      : {
          channels: 4,
          condition: "A generic CMYK press",
          profile: withoutTags(await pressProfile(), ["targ", "DevD", "CIED"]),
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

// A UUID of one's own making from a name (RFC 9562, version 8).
function uuid(name: string): string {
  const hash = createHash("sha256").update(name).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
