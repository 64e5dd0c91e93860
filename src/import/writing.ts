import type { Dom } from "../html/dom.ts";

/** A block of a text as Markdown: a paragraph, a heading, a list, … */
export interface Block {
  text: string;
  /** Its words without markup, if it is a heading or a paragraph. */
  words?: string;
  /** Whether all words of a paragraph are bold, as those of a title that is not marked as a heading. */
  isStrong?: true;
  /** The level of a heading, 1 to 6, as the document has it. */
  heading?: number;
}

/** What the writer of a text is told: how to mark a place for the editor, and what notes and images are called. */
export interface Names {
  /** Returns characters that stand at a place until the text is complete; see to-markdown.ts. */
  mark: (sentence: string) => string;
  /** Returns the label of a note by its key. */
  label: (key: string) => string;
  /** Returns the path of an image by its address in the document; undefined if it cannot be used. */
  imagePath: (src: string) => string | undefined;
}

/** What blocks are written with. */
export interface Writing extends Names {
  $: Dom;
  /** The language of the text. */
  lang?: string;
  /** The language of what is around, if it is another. */
  passage?: string;
  /** How many `#` a heading of a level has. */
  headingSigns: (level: number) => number;
}
