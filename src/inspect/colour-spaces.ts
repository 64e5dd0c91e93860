import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject, type PDFPage } from "@cantoo/pdf-lib";
import { decodeContent, collectDrawnObjects, parseOperations, type Operation } from "../pdf/content-stream.ts";

/**
 * Returns the colour spaces in which a page paints: DeviceGray, DeviceRGB, ICCBased 3, Separation All … An ICC-based
 * space is named with the number of its channels, a separation with its ink (ISO 32000-2, 8.6).
 */
export function findColourSpaces(page: PDFPage): Set<string> {
  const { contents, dictionaries } = collectDrawnObjects(page);
  const inContent = [...contents.values()].flatMap((stream) =>
    parseOperations(decodeContent(stream)).flatMap(deviceSpacesSetBy),
  );
  // Content names all other spaces by a key of the resources. So they are read from the dictionaries of the resources,
  // among which are those of images.
  const inDictionaries = dictionaries.flatMap((dictionary) =>
    ["CS", "ColorSpace"].flatMap((key) => spacesNamedBy(dictionary.lookup(PDFName.of(key)))),
  );
  return new Set([...inContent, ...inDictionaries]);
}

const spaceOfOperator: Record<string, string> = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" };

// Operators in capitals set the colour of strokes, the others that of fills.
function deviceSpacesSetBy({ operator, operands }: Operation): string[] {
  const name = operator.toLowerCase();
  if (name === "cs") return operands.map((operand) => operand.slice(1)).filter((space) => space.startsWith("Device"));
  const space = spaceOfOperator[name];
  return space ? [space] : [];
}

function spacesNamedBy(space: PDFObject | undefined): string[] {
  if (space instanceof PDFName) return [space.decodeText()];
  // A resource dictionary: its values are colour spaces.
  if (space instanceof PDFDict) return space.keys().flatMap((key) => spacesNamedBy(space.lookup(key)));
  if (!(space instanceof PDFArray)) return [];
  const family = String(space.get(0)).slice(1);
  const base = space.lookup(1);
  if (base instanceof PDFRawStream) return [`${family} ${base.dict.lookup(PDFName.of("N"))}`];
  if (family === "Separation") return [`${family} ${base instanceof PDFName ? base.decodeText() : ""}`];
  return family === "Indexed" ? spacesNamedBy(base) : [family];
}
