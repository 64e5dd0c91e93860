import { PDFName, type PDFDocument } from "@cantoo/pdf-lib";
import { findSharedFaults, readDeclaration } from "./pdf-x.ts";

/**
 * Returns why a PDF is not PDF/X-4 (ISO 15930-7:2010), in clauses: “it has annotations”. Colours, fonts and boxes are
 * not judged here: print-facts.ts reads them, and verify/press.ts judges them.
 */
export function findX4Faults(pdf: PDFDocument): string[] {
  const declaration = readDeclaration(pdf);
  const pressIntents = declaration.intents.filter((intent) => intent.has(PDFName.of("DestOutputProfile")));
  return [
    ...(pressIntents.length === 1 ? [] : ["it does not name exactly one press"]),
    ...(declaration.xmp.x4 === "PDF/X-4" ? [] : ["its XMP does not say so"]),
    ...findSharedFaults(pdf, declaration),
  ];
}
