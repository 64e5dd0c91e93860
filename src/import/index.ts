import { BrokenZip, TooMuchUnpacked } from "../zip.ts";
import { UnreadableDocument, type Received } from "./document.ts";
import type { ReadBeside } from "./html.ts";
import { mostDocumentBytes } from "./limits.ts";

// Reads a document as what it is. Each reader is in a file of its own, with its library, and loaded when it is needed.

/** The kinds of documents that can be read, by the ends of their names. */
export const readableKinds = ["docx", "odt", "html", "txt", "eml", "pdf", "md"];

/**
 * Reads a document as it was received. What it is is seen by its bytes first, and by its name only where these may be
 * anything. Throws an UnreadableDocument if nothing can be read.
 */
export async function readReceived(name: string, bytes: Uint8Array, readBeside: ReadBeside): Promise<Received> {
  if (bytes.byteLength === 0) throw new UnreadableDocument("is empty", "Save it again, or ask for it again.");
  if (bytes.byteLength > mostDocumentBytes) {
    const [size, most] = [bytes.byteLength, mostDocumentBytes].map((number) => Math.ceil(number / 1e6));
    throw new UnreadableDocument(
      `has ${size} MB, and the most is ${most} MB`,
      "Divide it, or make its images smaller.",
    );
  }
  try {
    return await readByKind(name, bytes, readBeside);
  } catch (error) {
    throw explain(error);
  }
}

async function readByKind(name: string, bytes: Uint8Array, readBeside: ReadBeside): Promise<Received> {
  switch (findKind(name, bytes)) {
    case "pdf":
      return (await import("./pdf.ts")).readPdfDocument(bytes);
    case "docx":
      return (await import("./docx.ts")).readDocx(bytes);
    case "odt":
      return (await import("./odt.ts")).readOdt(bytes);
    case "html":
      return (await import("./html.ts")).readHtml(bytes, readBeside);
    case "eml":
      return (await import("./mail.ts")).readMail(bytes);
    case "md":
      return (await import("./markdown.ts")).readMarkdownDocument(bytes, readBeside);
    case "txt":
      return (await import("./text.ts")).readTextFile(bytes);
  }
}

type Kind = "docx" | "odt" | "html" | "txt" | "eml" | "pdf" | "md";

function findKind(name: string, bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (head.startsWith("PK")) return findContainer(bytes);
  const foreign = foreignKinds.find(({ pattern }) => pattern.test(head));
  if (foreign) throw new UnreadableDocument(foreign.fault, foreign.hint);
  if (/\.(?:md|markdown)$/i.test(name)) return "md";
  if (/\.(?:eml|mht|mhtml)$/i.test(name)) return "eml";
  if (/\.(?:html?|xhtml)$/i.test(name) || /^[\ufeff\s]*(?:<!doctype html|<html)/i.test(head.replace(/^ï»¿/, "")))
    return "html";
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (head.includes("\0") && !isUtf16) throw new UnreadableDocument("is no document that can be read", readableHint);
  return "txt";
}

const readableHint = `Save it as one of these: ${readableKinds.map((kind) => `.${kind}`).join(", ")}.`;
const saveAsDocx = "Open it in a word processor, and save it as .docx.";

const foreignKinds = [
  {
    // The signature of a compound file: .doc, .xls, .msg, or a .docx with a password in it.
    pattern: new RegExp(`^${Buffer.from("d0cf11e0a1b11ae1", "hex").toString("latin1")}`),
    fault: "is of an old Word (.doc), or it has a password",
    hint: saveAsDocx,
  },
  { pattern: /^\{\\rtf/, fault: "is Rich Text (.rtf), which is not read", hint: saveAsDocx },
  {
    pattern: /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|II\*\0|MM\0\*)/s,
    fault: "is an image",
    hint: "Put it into images/, and name it in a text.",
  },
];

// A container names its files in its directory, which is at its end.
function findContainer(bytes: Uint8Array): Kind {
  const names = Buffer.from(bytes).toString("latin1");
  if (names.includes("word/") || names.includes("wordDocument")) return "docx";
  if (names.includes("application/vnd.oasis.opendocument.text")) return "odt";
  throw new UnreadableDocument("is a container (ZIP) without a text in it that can be read", readableHint);
}

function explain(error: unknown): unknown {
  if (error instanceof BrokenZip) return new UnreadableDocument("is damaged", "Ask for it again, or save it again.");
  if (error instanceof TooMuchUnpacked)
    return new UnreadableDocument("would unpack to far more than a text can have", "Ask whoever sent it what it is.");
  // The stack of calls is too small for elements inside each other by the thousand.
  if (error instanceof RangeError) return new UnreadableDocument("is nested too deep", saveAsDocx);
  return error;
}
