import path from "node:path";
import { didYouMean } from "../did-you-mean.ts";
import { UnreadableDocument } from "../import/document.ts";
import { readReceived } from "../import/index.ts";
import { mostDocumentBytes } from "../import/limits.ts";
import type { Place, Problem } from "../problem.ts";
import type { Source } from "../publication.ts";
import { listFiles, readBytes } from "./folder.ts";

/** Reads the words of a document that a statement names as its source, whatever kind of document it is. */
export async function readSourceDocument(
  folder: string,
  file: string,
  namedAt: Place,
): Promise<Pick<Source, "document" | "placeOf"> | Problem> {
  const bytes = await readBytes(folder, file, namedAt, mostDocumentBytes);
  if (!(bytes instanceof Uint8Array)) return bytes.hint ? bytes : { ...bytes, hint: await hintAtOthers(folder, file) };
  // A file without a word is a source in which no word is found.
  if (bytes.byteLength === 0) return { document: "", placeOf: (line) => `${file}:${line}` };
  try {
    const { words, placeOf } = await readReceived(file, bytes, async () => undefined);
    return { document: words, placeOf: (line) => file + placeOf(line) };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return {
      code: "file-missing",
      place: namedAt,
      message: `The document “${file}” ${error.message}.`,
      hint: error.hint,
    };
  }
}

async function hintAtOthers(folder: string, file: string): Promise<string> {
  const sourceFolder = path.posix.dirname(file);
  const others = (await listFiles(path.join(folder, sourceFolder))) ?? [];
  return didYouMean(
    file,
    others.map((other) => path.posix.join(sourceFolder, other)),
    "Put the document there as you received it.",
  );
}
