import { PDFName, type PDFDocument } from "@cantoo/pdf-lib";
import type { Description } from "./document.ts";

// Metadata of a PDF as XML: an XMP packet (ISO 16684-1; ISO 32000-1, 14.3.2).

/**
 * Properties by their prefixed names. Whether the value is a text, a text in a language, or a list, is laid down in the
 * XMP schema to which the property belongs.
 */
export type XmpProperties = Record<string, string | { language: string; text: string } | string[]>;

/** Writes a packet into a PDF: its description, as in the Info dictionary, and what a standard wants declared. */
export function setXmp(pdf: PDFDocument, description: Description, declared: XmpProperties): void {
  const bytes = new TextEncoder().encode(writeXmpPacket({ ...describeProperties(description), ...declared }));
  pdf.catalog.set(
    PDFName.of("Metadata"),
    pdf.context.register(pdf.context.stream(bytes, { Type: "Metadata", Subtype: "XML" })),
  );
}

/** Declares PDF/UA-1 (ISO 14289-1, 5). */
export const pdfUa1Properties: XmpProperties = { "pdfuaid:part": "1" };

/** Returns a packet with properties in the given order, without those that are empty. */
export function writeXmpPacket(properties: XmpProperties): string {
  const present = Object.entries(properties).filter(([, value]) => !isEmpty(value));
  const prefixes = new Set(present.map(([name]) => name.split(":")[0]!));
  const spaces = [...prefixes].map((prefix) => `xmlns:${prefix}="${namespaces[prefix]}"`);
  return [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${spaces.join(" ")}>`,
    ...present.map(([name, value]) => `<${name}>${writeValue(value, unordered.has(name) ? "Bag" : "Seq")}</${name}>`),
    `</rdf:Description></rdf:RDF></x:xmpmeta>`,
    `<?xpacket end="r"?>`,
  ].join("\n");
}

const namespaces: Record<string, string> = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfx: "http://ns.adobe.com/pdfx/1.3/",
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
};

/** Properties whose values are a list without an order. */
const unordered = new Set(["dc:language", "dc:subject"]);

function describeProperties({ title, authors, subject, language, date }: Description): XmpProperties {
  const moment = date.toISOString().replace(/\.\d+Z$/, "Z");
  return {
    "dc:format": "application/pdf",
    "dc:title": { language, text: title },
    "dc:creator": authors,
    "dc:description": { language, text: subject },
    "dc:language": [language],
    "xmp:CreatorTool": "pamphlet",
    "xmp:CreateDate": moment,
    "xmp:ModifyDate": moment,
    "xmp:MetadataDate": moment,
    "pdf:Producer": "pamphlet",
  };
}

function isEmpty(value: XmpProperties[string]): boolean {
  if (typeof value === "string" || Array.isArray(value)) return value.length === 0;
  return value.text === "";
}

function writeValue(value: XmpProperties[string], list: "Bag" | "Seq"): string {
  if (typeof value === "string") return escapeXml(value);
  if (Array.isArray(value))
    return `<rdf:${list}>${value.map((one) => `<rdf:li>${escapeXml(one)}</rdf:li>`).join("")}</rdf:${list}>`;
  const item = (language: string) => `<rdf:li xml:lang="${language}">${escapeXml(value.text)}</rdf:li>`;
  return `<rdf:Alt>${item("x-default")}${item(value.language)}</rdf:Alt>`;
}

// The character > is escaped too, since XML forbids it after ]] (XML 1.0, 2.4).
function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
