/** A place in a file of the publication; line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something the writer has to mend, said in a sentence, with what to do about it. */
export interface Problem {
  code: ProblemCode;
  place: Place;
  message: string;
  hint?: string;
}

/** Every code there is, with what it means. Codes are stable: people search for them. */
export const problemCodes = {
  "file-missing": "a file that the publication needs is not there",
  "not-utf8": "a text file is not UTF-8",
  "yaml-broken": "YAML that cannot be read",
  "front-matter-missing": "a Markdown file does not open with front matter",
  "key-unknown": "a key that means nothing here",
  "key-missing": "a key that must be there is not",
  "value-wrong": "a value of the wrong kind",
  "date-impossible": "a date that is not in the calendar",
  "slug-duplicate": "two documents, or a document and a page of ours, want the same name",
  "contents-missing": "the contents list a statement that is absent",
  "contents-stranger": "a statement is present but in no list",
  "file-stray": "a file that lies where nothing reads it",
  "statement-empty": "a statement without words",
  "title-long": "a title too long to set",
  "html-raw": "HTML in Markdown, which is not let through",
  "attribute-wrong": "a class, a language or something else in {: … } that comes to nothing",
  "nested-deep": "lists and quotations inside each other, more than a page has room for",
  "link-broken": "a link that leads nowhere or where it must not, or that nobody sees",
  "image-missing": "an image that is not there",
  "image-corrupt": "an image that cannot be read",
  "image-alt": "an image without a description",
  "footnote-broken": "a note without its mark, or a mark without its note",
  "source-passage": "the first or last words of a passage do not stand in the source",
  "not-verbatim": "a word differs from the source",
  "correction-unused": "a declared correction that matches nothing",
  "font-unusable": "a font that cannot be read, or that must not be embedded",
  "leaflet-too-long": "a text that no leaflet holds",
  "file-changed": "a file of a build is gone, or is not what was made",
  "words-lost": "words of the source do not stand in a file that was made",
  "page-number-wrong": "the printed contents give a wrong page",
  "page-box-wrong": "a page has not the size it must have",
  "ink-wrong": "a file for the press uses inks that it must not",
  "image-resolution": "an image has too few pixels for the size at which it is printed",
  "font-not-embedded": "a font is not inside the PDF",
  "glyph-missing": "a character that no font of ours has",
  "pdf-structure": "a PDF lacks its title, language, bookmarks, tags or page labels",
  "epub-invalid": "the EPUB does not hold to its standard",
  "web-link-broken": "a link inside the web edition leads nowhere",
  "web-request": "a page of the web edition asks something of another host",
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Thrown when the publication has problems: the writer's to mend, not a fault of the program. */
export class PublicationProblems extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.problems = problems;
  }
}

/** One line a problem, `file:line:column code sentence`, with its hint indented below. */
export function problemText({ place, code, message, hint }: Problem): string {
  const line = `${place.file}:${place.line}:${place.column} ${code} ${message}`;
  return hint ? `${line}\n    ${hint}` : line;
}

/** Reading order: by file, line, column, then code. */
export function inOrder(problems: Problem[]): Problem[] {
  const key = ({ place, code }: Problem) =>
    [place.file, String(place.line).padStart(8, "0"), String(place.column).padStart(8, "0"), code].join("\0");
  return [...problems].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
