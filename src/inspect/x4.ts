import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { parseXml } from "../html/dom.ts";
import { decodeContent, hasName } from "../pdf/content-stream.ts";

/**
 * Returns why a PDF is not PDF/X-4 (ISO 15930-7:2010), in clauses: “it has annotations”. Colours, fonts and boxes are
 * not judged here: print-facts.ts reads them, and verify/press.ts judges them.
 */
export function findX4Faults(pdf: PDFDocument): string[] {
  const { catalog, context } = pdf;
  const intents =
    catalog
      .lookupMaybe(PDFName.of("OutputIntents"), PDFArray)
      ?.asArray()
      .map((intent) => context.lookup(intent, PDFDict)) ?? [];
  const pressIntents = intents.filter(
    (intent) => hasName(intent, "S", "GTS_PDFX") && intent.has(PDFName.of("DestOutputProfile")),
  );
  const xmp = readXmp(pdf);
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  return [
    pressIntents.length !== 1 && "it does not name exactly one press",
    xmp.version !== "PDF/X-4" && "its XMP does not say so",
    xmp.title !== (pdf.getTitle() ?? "") && "its XMP and its document information have different titles",
    !(info && hasName(info, "Trapped", "False")) && "it does not say whether it is trapped",
    info?.has(PDFName.of("Trapped")) &&
      !hasName(info, "Trapped", xmp.trapped) &&
      "its XMP and its document information differ in whether it is trapped",
    context.trailerInfo.ID === undefined && "it has no identifier",
    ["AcroForm", "Names", "OpenAction", "AA"].some((key) => catalog.has(PDFName.of(key))) &&
      "it acts when it is opened",
    pdf.getPages().some(({ node }) => node.has(PDFName.of("Annots"))) && "it has annotations",
  ].filter((clause) => typeof clause === "string");
}

// Returns what the XMP says of the standard, the title and trapping; each is empty if the XMP does not say it.
function readXmp({ catalog }: PDFDocument): { version: string; title: string; trapped: string } {
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  const packet = metadata instanceof PDFRawStream ? Buffer.from(decodeContent(metadata), "latin1").toString() : "";
  const $ = parseXml(packet);
  return {
    version: $("pdfxid\\:GTS_PDFXVersion").text(),
    title: $("dc\\:title rdf\\:li[xml\\:lang=x-default]").text(),
    trapped: $("pdf\\:Trapped").text(),
  };
}
