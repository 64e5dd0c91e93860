import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { detectLanguage } from "../detect-language.ts";
import { isNotFound, systemReason } from "../errors.ts";
import { composeStatements } from "../import/compose.ts";
import { UnreadableDocument, type Contents, type Received } from "../import/document.ts";
import { draftText, type DraftText } from "./draft.ts";
import { convertImage } from "./images.ts";
import { readReceived } from "../import/index.ts";
import { divideMarkdown } from "../import/markdown-parts.ts";
import { findFreeName, nameDocument, nameText } from "./names.ts";
import { toMarkdown } from "../import/to-markdown.ts";
import { decodeAddress } from "../names.ts";
import { openPlace, type PublicationPlace } from "./place.ts";
import { reportOn, type BroughtIn } from "./report.ts";

// The flow of `pamphlet import`: a document is read, written as Markdown, compared with itself, and put in place.

/** What is asked for. */
export interface BringInOptions {
  /** The publication's folder, as an absolute path; made if it is not there. */
  folder: string;
  /** Whether each heading of the highest level begins a statement. */
  split: boolean;
  /** Whether the text is one's own: then no document is kept with which it is compared. */
  original: boolean;
}

/**
 * Brings a document into a publication. Writes new files only: the document itself in sources/, its images, and one
 * statement or several. Throws an UnreadableDocument, or a MachineError if a file cannot be written; then none is left.
 */
export async function bringIn(document: string, options: BringInOptions): Promise<BroughtIn> {
  const bytes = await readDocument(document);
  const received = await readReceived(path.basename(document), bytes, readerBeside(document));
  const contents = await received.readContents();
  const place = await openPlace(options.folder);
  const lang = await tellLanguage(received, contents, place);
  const images = await nameImages(contents, document, place);
  const imagePath = (src: string) => images.get(src)?.path;
  const markdown =
    contents.markdown === undefined
      ? toMarkdown(contents.html, lang, imagePath)
      : divideMarkdown(contents.markdown, imagePath);
  const composed = composeStatements(markdown, contents.facts, lang, options.split).filter(
    ({ body }) => body.trim() !== "",
  );
  if (composed.length === 0) throw new UnreadableDocument("has no words", "Is it the right document?");
  const source = options.original
    ? undefined
    : await place.nameSource(nameDocument(path.basename(document)), bytes, document);
  const drafts: DraftText[] = [];
  for (const one of composed) drafts.push(await draftText(one, { received, contents, lang, place, document, source }));
  await place.write([
    ...(source?.isNew ? [{ name: source.name, bytes }] : []),
    ...[...images.values()].map(({ path: name, bytes }) => ({ name, bytes })),
    ...drafts.map(({ statement, text }) => ({ name: statement.file, bytes: new TextEncoder().encode(text) })),
  ]);
  return reportOn(
    document,
    received,
    contents,
    drafts,
    [...images.values()].map(({ path }) => path),
  );
}

async function readDocument(document: string): Promise<Uint8Array> {
  try {
    if ((await stat(document)).isDirectory())
      throw new UnreadableDocument("is a folder", "Name the documents in it, one after the other.");
    return await readFile(document);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    const fault = isNotFound(error) ? "is not there" : `cannot be read: ${systemReason(error)}`;
    throw new UnreadableDocument(fault, "Name a file that your user can read.");
  }
}

// A page says what it shows, and might name any file of this machine: only those beside it or below are read.
function readerBeside(document: string): (name: string) => Promise<Uint8Array | undefined> {
  const folder = path.resolve(path.dirname(document));
  return async (name) => {
    for (const one of [name, decodeAddress(name)]) {
      const file = path.resolve(folder, one.replace(/[?#].*$/, ""));
      const bytes = file.startsWith(folder + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
      if (bytes) return bytes;
    }
    return undefined;
  };
}

// The letters of a text are surer than what its file says, which is often that of its writer's machine.
async function tellLanguage(received: Received, { facts }: Contents, { language }: PublicationPlace): Promise<string> {
  return (await detectLanguage(received.words)) ?? facts.lang ?? language ?? "en";
}

async function nameImages(
  { images }: Contents,
  document: string,
  place: PublicationPlace,
): Promise<Map<string, { path: string; bytes: Uint8Array }>> {
  const named = new Map<string, { path: string; bytes: Uint8Array }>();
  const stem = await nameText(undefined, path.basename(document));
  for (const [src, bytes] of images) {
    const image = await convertImage(bytes);
    if (image)
      named.set(src, { path: `images/${findFreeName(stem, image.extension, place.images)}`, bytes: image.bytes });
  }
  return named;
}
