// What the readers of documents have in common.

/** A document as it was received, as far as it can be read. */
export interface Received {
  /**
   * Its words, in lines: those of a text or a PDF, or the paragraphs of anything else. They are read without what makes
   * Markdown of the document, so that they can prove it.
   */
  words: string;
  /** Returns where a line of the words, from 1, is in the document: “:12”, “, paragraph 12”, “, page 3”. */
  placeOf: (line: number) => string;
  /** Reads the document as what it is: headings, lists, notes, images. */
  readContents: () => Promise<Contents>;
}

export interface Contents {
  /**
   * The document as HTML. A note mark is `<sup data-note="1">`, and the note `<aside data-note="1">` at any place; a
   * place at which the editor should look is `<data class="notice" value="A sentence.">`; an image has as its address
   * its key among the images.
   */
  html: string;
  /** The document as Markdown, if it is Markdown already; then it has no HTML. */
  markdown?: string;
  images: Map<string, Uint8Array>;
  facts: Facts;
  /** Sentences that tell what the editor should know of the whole document. */
  notices: string[];
}

/** What a document says of itself. */
export interface Facts {
  title?: string;
  author?: string;
  organisation?: string;
  /** A date as front matter has it: 2020-01-31. */
  date?: string;
  /** A tag of BCP 47. */
  lang?: string;
  url?: string;
}

/** A document that cannot be read. The message is a clause with the document as its subject: “is empty”. */
export class UnreadableDocument extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

// What no text may have, in the documents of whoever wrote them: control characters, overrides of direction, and the
// noncharacters that mark places in to-markdown.ts. White space stays.
// oxlint-disable-next-line no-control-regex -- control characters are what is searched for
const unwanted = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]/g;

// The signs of Windows-1252 for the codes 0x80 to 0x9F. Node 20 reads them as control characters, and so do programs that
// take the encoding for ISO 8859-1; browsers show these.
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Returns a text without control characters and noncharacters, and with line ends as `\n`. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\v\f]/g, " ")
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80]!)
    .replace(unwanted, "")
    .toWellFormed();
}

/** Returns what an editor should know of the tracked changes and the comments of a document, by how many there are. */
export function noticeChanges(inserted: number, deleted: number, comments: number): string[] {
  return [
    ...(inserted + deleted > 0
      ? [
          `The document has tracked changes. The new version was taken: with what was inserted (${inserted} times), ` +
            `without what was deleted (${deleted} times).`,
        ]
      : []),
    ...(comments > 0 ? [`The comments were left out (${comments}).`] : []),
  ];
}

/** Returns a text as it is written in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Returns the HTML of a place at which the editor should look, with a sentence that says why. */
export function noticeHtml(sentence: string): string {
  return `<data class="notice" value="${escapeHtml(sentence)}"></data>`;
}
