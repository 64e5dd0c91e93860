/**
 * Texts of files, by their names. Of publication.yaml it has only the keys that matter, and of a font or an image a
 * text that stands for its bytes.
 */
export type ExampleFiles = Record<string, string>;

/** What a problem code means, for an editor who meets it for the first time. */
export interface Explanation {
  /** Why it is a problem, in sentences. */
  why: string;
  /** What to do about it, in sentences. */
  mend: string;
  /** ExampleFiles that raise the problem, and the same files without it. None where the problem is with a file that was made. */
  example?: { wrong: ExampleFiles; right: ExampleFiles };
}
