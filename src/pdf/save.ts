import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStreamWriter,
  PDFWriter,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { deflate } from "pako";
import { unpackStream } from "./content-stream.ts";

/**
 * Returns a PDF as bytes that depend on its content only: without unreachable objects, and with an identifier (ISO
 * 32000-1, 14.4) made from the rest. Without object streams, which came with PDF 1.5, it has a table of its objects. The
 * document must not be used afterwards.
 */
export async function savePdf(pdf: PDFDocument, { objectStreams = true } = {}): Promise<Uint8Array> {
  const unknown = PDFHexString.of("0".repeat(identifierDigits));
  pdf.context.trailerInfo.ID = pdf.context.obj([unknown, unknown]);
  await pdf.flush();
  removeUnreachable(pdf);
  packStreams(pdf);
  packPages(pdf);
  const bytes = await serialize(pdf, objectStreams);
  const identifier = createHash("sha256").update(bytes).digest("hex").slice(0, identifierDigits);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The trailer, or the last stream, whose dictionary is the trailer and is not packed.
  const at = file.lastIndexOf(`/ID [ ${unknown.toString()} ${unknown.toString()} ]`);
  file.write(`/ID [ <${identifier}> <${identifier}> ]`, at, "latin1");
  return bytes;
}

/** An identifier has 16 bytes, in hexadecimal. */
const identifierDigits = 32;

/**
 * Objects in one object stream (ISO 32000-1, 7.5.7). The library's 50 made the A5 pamphlet of statements/ 1 % larger.
 */
const objectsPerStream = 1000;

function serialize({ context }: PDFDocument, objectStreams: boolean): Promise<Uint8Array> {
  if (!objectStreams) return PDFWriter.forContext(context, Infinity).serializeToBuffer();
  return PDFStreamWriter.forContext(context, Infinity, true, objectsPerStream).serializeToBuffer();
}

function removeUnreachable({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>();
  const pending: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (pending.length > 0) {
    const object = pending.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      pending.push(context.lookup(object));
    } else if (object instanceof PDFArray) pending.push(...object.asArray());
    else if (object instanceof PDFDict) pending.push(...object.values());
    else if (object && "dict" in object) pending.push(object.dict as PDFDict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

// The library compresses with fflate, which made content streams 4 % larger than zlib. pako is zlib in JavaScript, so
// that the bytes are the same in every Node. Its default level, 6, is taken: 9 made leaflets 3 % larger, and took
// longer.
function packStreams({ context }: PDFDocument): void {
  for (const [, stream] of context.enumerateIndirectObjects()) {
    if (!(stream instanceof PDFRawStream) || stream.dict.has(PDFName.of("DecodeParms"))) continue;
    if (stream.dict.get(PDFName.of("Filter")) !== PDFName.of("FlateDecode")) continue;
    if (packedStreams.has(digest(stream.contents))) continue;
    const packed = deflate(unpackStream(stream));
    if (packed.length < stream.getContentsSize()) stream.updateContents(packed);
    packedStreams.add(digest(stream.contents));
  }
}

/** Adds a packed stream to a PDF, and returns its reference. */
export function addPackedStream({ context }: PDFDocument, content: Uint8Array): PDFRef {
  return context.register(context.stream(packContent(content), { Filter: "FlateDecode" }));
}

/** Packs the content of a stream, whose filter is then FlateDecode (ISO 32000-2, 7.4.4). */
export function packContent(content: Uint8Array): Uint8Array {
  const packed = deflate(content);
  packedStreams.add(digest(packed));
  return packed;
}

/** Records that the streams of a PDF need no packing, since savePdf() wrote it: others may be made from its pages. */
export function markPacked({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream) packedStreams.add(digest(object.contents));
}

const packedStreams = new Set<string>();

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

// The library leaves objects of its page class out of the object streams, uncompressed, which made the A5 pamphlet 8 %
// larger. So they become plain dictionaries.
function packPages({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFPageLeaf) context.assign(ref, PDFDict.fromMapWithContext(object.asMap(), context));
}
