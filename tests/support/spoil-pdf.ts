import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { applyChanges } from "./mutate.ts";
import { readContents, replaceContent, type TextObject } from "./mutate-pdf.ts";

// Small changes to a PDF, each of which makes it wrong in one way.

export type Bytes = Uint8Array;
export const name = (text: string) => PDFName.of(text);

/** Returns the PDF after a change to its objects. */
export async function changePdf(
  bytes: Bytes,
  change: (pdf: PDFDocument, pages: PDFPage[]) => void | Promise<void>,
): Promise<Bytes> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  await change(pdf, pdf.getPages());
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/**
 * Returns the PDF with a change to the first text object whose text matches `says`, on page `from` (from 1) or later.
 * Throws if there is none.
 */
export async function changeText(
  bytes: Bytes,
  says: RegExp,
  change: (object: TextObject, all: TextObject[]) => ReturnType<typeof removeTextObject>,
  from = 1,
): Promise<Bytes> {
  for (const { number, stream, objects } of await readContents(bytes)) {
    const object = number >= from && objects.find(({ glyphs }) => says.test(glyphs.map(({ text }) => text).join("")));
    if (object) return replaceContent(bytes, number, applyChanges(stream, change(object, objects)));
  }
  throw new Error(`No text object says ${says}.`);
}

/** A change for changeText() that removes the text object. */
export function removeTextObject({ start, end }: TextObject): { start: number; end: number; text: string }[] {
  return [{ start, end, text: "" }];
}

/** Returns a change for changeText() that moves the text object to the right, by so many CSS px. */
export function moveTextObject(right: number): (object: TextObject) => ReturnType<typeof removeTextObject> {
  return ({ start, end }) => [
    { start, end: start, text: `q 1 0 0 1 ${right} 0 cm\n` },
    { start: end, end, text: "\nQ" },
  ];
}

/** A change for changeText() that replaces a figure by another one that the same font has on this page. */
export function changeFigure(
  { glyphs }: TextObject,
  all: TextObject[],
): { start: number; end: number; text: string }[] {
  const figure = glyphs.find(({ text }) => /\d/.test(text))!;
  const other = all
    .flatMap(({ glyphs }) => glyphs)
    .find(({ text, font }) => /\d/.test(text) && text !== figure.text && font === figure.font)!;
  return [{ start: figure.start, end: figure.end, text: `<${other.code}> Tj` }];
}

/** Returns a change that adds operators at the end of a page's content; pages count from 0. */
export function drawAtEnd(operations: string, page = 0): (bytes: Bytes) => Promise<Bytes> {
  return async (bytes) => {
    const [number, { stream }] = [page + 1, (await readContents(bytes))[page]!];
    return replaceContent(bytes, number, `q\n${stream}\nQ\n${operations}`);
  };
}

/** Returns a change to the first structure element of a type. Throws if there is none. */
export function changeTag(
  type: string,
  change: (element: PDFDict, pdf: PDFDocument) => void,
): (bytes: Bytes) => Promise<Bytes> {
  return (bytes) =>
    changePdf(bytes, (pdf) => {
      const element = dictionaries(pdf).find(
        (dictionary) => dictionary.has(name("P")) && dictionary.get(name("S")) === name(type),
      );
      if (!element) throw new Error(`No element is a ${type}.`);
      change(element, pdf);
    });
}

/** Returns every dictionary of a PDF that is an indirect object, or the dictionary of a stream. */
export function dictionaries(pdf: PDFDocument): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : object instanceof PDFStream ? [object.dict] : []));
}

/** Returns the Info dictionary of a PDF. */
export function info(pdf: PDFDocument): PDFDict {
  return pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
}

/** Returns a change that replaces something in the XMP. Throws if the XMP does not have it. */
export function changeXmp(from: string | RegExp, to: string): (bytes: Bytes) => Promise<Bytes> {
  return (bytes) =>
    changePdf(bytes, (pdf) => {
      const metadata = pdf.catalog.lookup(name("Metadata"), PDFStream) as PDFRawStream;
      const text = Buffer.from(metadata.contents).toString();
      if (text === text.replace(from, to)) throw new Error(`The XMP has no ${from}.`);
      pdf.catalog.set(
        name("Metadata"),
        pdf.context.register(PDFRawStream.of(metadata.dict, Buffer.from(text.replace(from, to)))),
      );
    });
}

/** Returns a change that swaps the contents of two pages, counted from 0. */
export function swapPages(one: number, other: number): (bytes: Bytes) => Promise<Bytes> {
  return (bytes) =>
    changePdf(bytes, (_, pages) => {
      const contents = [one, other].map((index) =>
        ["Contents", "Resources"].map((key) => pages[index]!.node.get(name(key))!),
      );
      [other, one].forEach((index, from) =>
        ["Contents", "Resources"].forEach((key, which) => pages[index]!.node.set(name(key), contents[from]![which]!)),
      );
    });
}

export { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFString, type PDFPage };
