/** A place in a file of the publication. Line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something that the editor has to mend: what is wrong, as a sentence, and what to do about it, as another. */
export interface Problem {
  code: ProblemCode;
  place: Place;
  message: string;
  hint?: string;
}

/** The codes of problems, each with its meaning. Codes never change: people search for them. */
export const problemCodes = {
  "file-missing": "a file that the publication names is missing or cannot be read",
  "not-utf8": "a text file is not encoded as UTF-8",
  "yaml-broken": "a piece of YAML cannot be parsed",
  "front-matter-missing": "the front matter of a text is not closed",
  "key-unknown": "a key has no meaning where it is",
  "key-missing": "a required key is missing",
  "value-wrong": "a value is of the wrong kind",
  "date-impossible": "a date is not in the calendar",
  "slug-duplicate": "the contents name a text twice",
  "contents-missing": "the contents or a statement name a text that does not exist",
  "contents-stranger": "a statement is neither in the contents nor the leaflet of another",
  "file-stray": "a file is in a place from which nothing is read",
  "statement-empty": "a text has no words",
  "title-long": "a title or another short text is too long to set",
  "text-long": "a file, a text or a part of it is too long to read or to set",
  "html-raw": "a text has HTML, which would be printed as it was typed",
  "attribute-wrong": "a class, a language or something else in {: … } has no effect",
  "nested-deep": "lists and quotations are nested deeper than a page has room for",
  "link-broken": "a link has no words, or an address that a reader cannot follow",
  "image-missing": "a text shows an image that is not in images/",
  "image-corrupt": "an image cannot be used",
  "image-alt": "an image has no description",
  "footnote-broken": "a note has no note mark, or a note mark has no note",
  "pull-quote-wrong": "the words of a pull quote are not in the text in this order",
  "source-passage": "the first or the last words of a passage are not in the source",
  "not-verbatim": "a word differs from the source",
  "correction-unused": "a declared correction matches no difference from the source",
  "font-unusable": "a font cannot be read, or must not be embedded",
  "paper-unsuitable": "the pages cannot be imposed on a paper",
  "leaflet-too-long": "a text is too long for a leaflet",
  "form-wrong": "a text or an event does not fit the form in which it is to be printed by itself",
  "file-changed": "a file of a build is missing, or has changed since it was made",
  "words-lost": "words of the source are missing from an artifact",
  "page-number-wrong": "the printed contents give a wrong page number",
  "page-box-wrong": "a page does not have the size that it must have",
  "line-long": "a line leaves the type area of its page",
  "ink-wrong": "a file for the press uses inks that it must not use",
  "press-limit": "a file for the press has what the print shop does not print, such as too small type",
  "image-resolution": "an image has too few pixels for the size at which it is printed",
  "font-not-embedded": "a font is not embedded in a PDF",
  "glyph-missing": "no font has a glyph for a character",
  "pdf-structure": "a PDF lacks its title, language, bookmarks, tags, links or page labels",
  "epub-invalid": "the EPUB does not conform to its standard",
  "web-link-broken": "a link inside the web edition leads nowhere",
  "web-request": "a page of the web edition loads something from another host",
} as const;

export type ProblemCode = keyof typeof problemCodes;

/**
 * Returns a problem as text: `file:line:column code message`, and the hint indented on a second line. Control
 * characters, which a file name may have as well, are written as their codes: a terminal would obey them.
 */
export function formatProblem({ place, code, message, hint }: Problem): string {
  const line = `${place.file}:${place.line}:${place.column} ${code} ${message}`;
  return [line, ...(hint ? [`    ${hint}`] : [])].map(showControls).join("\n");
}

/**
 * Returns a text with control characters written as their codes: Cc, and those that change the direction of what follows
 * them (Unicode, UAX 9).
 */
export function showControls(text: string): string {
  return text.replace(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Returns problems sorted by file, line, column and code, compared by code unit so that every machine sorts alike. */
export function sortProblems(problems: Problem[]): Problem[] {
  const key = ({ place, code }: Problem) =>
    [place.file, String(place.line).padStart(8, "0"), String(place.column).padStart(8, "0"), code].join("\0");
  return [...problems].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
