import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { parseXml } from "../html/dom.ts";
import { decodeContent, hasName } from "../pdf/content-stream.ts";

/** What a PDF declares for a press. */
export interface PressDeclaration {
  /** The output intents that name a press. */
  intents: PDFDict[];
  info: PDFDict | undefined;
  /** What the XMP says of the standard, as either of them names it, the title and trapping; empty where it says nothing. */
  xmp: { x4: string; x1a: string; title: string; trapped: string };
}

/** Reads what a PDF declares for a press. */
export function readDeclaration(pdf: PDFDocument): PressDeclaration {
  const { catalog, context } = pdf;
  const intents =
    catalog
      .lookupMaybe(PDFName.of("OutputIntents"), PDFArray)
      ?.asArray()
      .map((intent) => context.lookup(intent, PDFDict)) ?? [];
  return {
    intents: intents.filter((intent) => hasName(intent, "S", "GTS_PDFX")),
    info: context.lookupMaybe(context.trailerInfo.Info, PDFDict),
    xmp: readXmp(pdf),
  };
}

/** The press that a PDF names. */
export interface NamedPress {
  /** The name of its condition; “Custom” is none of a registry. */
  condition: string;
  hasProfile: boolean;
}

/** Returns the press that a PDF names; undefined if it names none. */
export function readPress(pdf: PDFDocument): NamedPress | undefined {
  const [intent] = readDeclaration(pdf).intents;
  const condition = intent?.lookup(PDFName.of("OutputConditionIdentifier"));
  if (!intent || !(condition instanceof PDFString)) return undefined;
  return { condition: condition.decodeText(), hasProfile: intent.has(PDFName.of("DestOutputProfile")) };
}

/** Returns why a PDF is not one for a press, whichever the standard, in clauses: “it has annotations”. */
export function findSharedFaults(pdf: PDFDocument, { info, xmp }: PressDeclaration): string[] {
  const { catalog, context } = pdf;
  return [
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

function readXmp({ catalog }: PDFDocument): PressDeclaration["xmp"] {
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  const packet = metadata instanceof PDFRawStream ? Buffer.from(decodeContent(metadata), "latin1").toString() : "";
  const $ = parseXml(packet);
  return {
    x4: $("pdfxid\\:GTS_PDFXVersion").text(),
    x1a: $("pdfx\\:GTS_PDFXVersion").text(),
    title: $("dc\\:title rdf\\:li[xml\\:lang=x-default]").text(),
    trapped: $("pdf\\:Trapped").text(),
  };
}
