import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { hasName, readNumber, unpackStream } from "../pdf/content-stream.ts";
import { standardVersions } from "../shop.ts";
import { findSharedFaults, readDeclaration, type PressDeclaration } from "./pdf-x.ts";

const version = standardVersions["PDF/X-1a"];

/** The registry whose names of conditions say all that a profile would (ISO 32000-2, 14.11.5). */
const registry = "http://www.color.org";

/**
 * Returns why a PDF is not PDF/X-1a:2003 (ISO 15930-4), in clauses: “it has transparency”. `bytes` is the file, since the
 * library that opens it does not tell how it was written; it opens no encrypted file at all. Colours, fonts and boxes are
 * not judged here: print-facts.ts reads them, and verify/press.ts judges them.
 */
export function findX1aFaults(pdf: PDFDocument, bytes: Uint8Array): string[] {
  const declaration = readDeclaration(pdf);
  return [
    ...findFaultsOfFile(bytes),
    ...findFaultsOfDeclaration(declaration),
    ...findSharedFaults(pdf, declaration),
    ...findFaultsOfPages(pdf),
    ...findFaultsOfObjects(pdf),
  ];
}

// The standard is built on PDF 1.4, which has neither streams of objects nor tables of them in streams.
function findFaultsOfFile(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return clauses({
    "it is not written as PDF 1.4": !/^%PDF-1\.[34]\s/.test(file),
    "it has streams of objects": /\/Type\s*\/(?:ObjStm|XRef)\b/.test(file),
  });
}

function findFaultsOfDeclaration({ intents, info, xmp }: PressDeclaration): string[] {
  const [intent] = intents;
  const profile = intent?.lookup(PDFName.of("DestOutputProfile"));
  const isRegistered = intent?.lookup(PDFName.of("RegistryName"))?.toString() === PDFString.of(registry).toString();
  const lacking = ["Title", "CreationDate", "ModDate"].filter((key) => !info?.has(PDFName.of(key)));
  return clauses({
    "it does not name exactly one press": intents.length !== 1 || !intent?.has(PDFName.of("OutputConditionIdentifier")),
    "it has neither a registered condition nor a profile": intent !== undefined && !isRegistered && !profile,
    "it does not describe the condition": intent !== undefined && !isRegistered && !intent.has(PDFName.of("Info")),
    "its profile is not that of a press with four inks": profile !== undefined && !isPressProfile(profile),
    "its document information does not say so":
      info?.lookup(PDFName.of("GTS_PDFXVersion"))?.toString() !== `(${version})`,
    [`its document information lacks ${lacking.join(" and ")}`]: lacking.length > 0,
    "its XMP names another standard": xmp.x4 !== "" || (xmp.x1a !== "" && xmp.x1a !== version),
  });
}

// The header of a profile names its class, an output device, and its colour space (ICC.1:2001-04, 6.1).
function isPressProfile(profile: PDFObject): boolean {
  if (!(profile instanceof PDFRawStream)) return false;
  return Buffer.from(unpackStream(profile)).toString("latin1", 12, 20) === "prtrCMYK";
}

function findFaultsOfPages(pdf: PDFDocument): string[] {
  const nodes = pdf.getPages().map(({ node }) => node);
  const has = (...keys: string[]) => nodes.some((node) => keys.some((key) => node.has(PDFName.of(key))));
  return clauses({
    "a page has no trim": nodes.some((node) => !node.has(PDFName.of("TrimBox"))),
    "a page has an art box beside its trim": has("ArtBox"),
    "its pages are separations": has("SeparationInfo"),
    "a page acts when it is opened": has("AA"),
  });
}

/** Filters that PDF 1.4 does not have, or that the standard forbids. */
const forbiddenFilters = new Set(["LZWDecode", "JBIG2Decode", "JPXDecode", "Crypt"]);

function findFaultsOfObjects({ context, catalog }: PDFDocument): string[] {
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionaries = objects.flatMap(findDictionaries);
  const streams = objects.flatMap((object) => (object instanceof PDFStream ? [object.dict] : []));
  const someStream = (isWrong: (dictionary: PDFDict) => boolean) => streams.some(isWrong);
  const has =
    (...keys: string[]) =>
    (dictionary: PDFDict) =>
      keys.some((key) => dictionary.has(PDFName.of(key)));
  const filter = streams.flatMap(filtersOf).find((name) => forbiddenFilters.has(name));
  const states = dictionaries
    .flatMap((dictionary) => dictionary.lookupMaybe(PDFName.of("ExtGState"), PDFDict)?.values() ?? [])
    .map((state) => context.lookup(state, PDFDict));
  return clauses({
    "it has transparency": dictionaries.some(isMaskedOrGroup) || states.some(isTranslucent),
    [`it is packed with ${filter}`]: filter !== undefined,
    "it has images of 16 bits": someStream((stream) => readNumber(stream, "BitsPerComponent") > 8),
    "it has alternate images": someStream(has("Alternates")),
    "it refers to what is in other files": someStream(has("OPI", "Ref", "F")),
    "it has PostScript": someStream((stream) => hasName(stream, "Subtype", "PS") || hasName(stream, "Subtype2", "PS")),
    "it changes tones": states.some((state) => has("TR", "HTP")(state) || isOther(state, "TR2")),
    "it sets a screen": states.some((state) => isOther(state, "HT")),
    "it has layers": catalog.has(PDFName.of("OCProperties")) || someStream(has("OC")),
    "it has scripts": dictionaries.some((dictionary) => hasName(dictionary, "S", "JavaScript")),
  });
}

// ISO 32000-2, 11.6: groups, and soft masks of images and of graphics states.
function isMaskedOrGroup(dictionary: PDFDict): boolean {
  const mask = dictionary.lookup(PDFName.of("SMask"));
  return hasName(dictionary, "S", "Transparency") || (mask !== undefined && mask !== PDFName.of("None"));
}

// ISO 32000-2, 11.3: opacity below 1, and blend modes.
function isTranslucent(state: PDFDict): boolean {
  const isBlended = !["Normal", "Compatible", undefined].includes(nameAt(state, "BM"));
  return isBlended || ["ca", "CA"].some((key) => readNumber(state, key) < 1);
}

// Whether a key is there and has another value than that of the press.
function isOther(state: PDFDict, key: string): boolean {
  return state.has(PDFName.of(key)) && nameAt(state, key) !== "Default";
}

function nameAt(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : value?.toString();
}

function filtersOf(stream: PDFDict): string[] {
  const filter = stream.lookup(PDFName.of("Filter"));
  const names = filter instanceof PDFArray ? filter.asArray() : [filter];
  return names.map((name) => String(name).slice(1));
}

// Returns the dictionaries in an object, also those inside others. What is referred to is an object of its own.
function findDictionaries(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return findDictionaries(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(findDictionaries);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(findDictionaries)] : [];
}

function clauses(faults: Record<string, boolean>): string[] {
  return Object.entries(faults).flatMap(([clause, isThere]) => (isThere ? [clause] : []));
}
