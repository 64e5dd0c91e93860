import type { ProblemCode } from "../../src/problem.ts";
import type { Publication } from "../../src/publication.ts";
import type { Artifact } from "../../src/artifact.ts";
import type { EditionName } from "../../src/schemas.ts";

/** A made file, one small change, and what must be said of it. */
export interface Spoiled {
  /** What was done. */
  name: string;
  /** The editions whose files are held against the publication; those of the first are spoiled. */
  editions: EditionName[];
  spoil: (files: Artifact[]) => Artifact[] | Promise<Artifact[]>;
  code: ProblemCode;
  message: RegExp;
  /** Another publication than that of which the files were made. */
  publication?: (publication: Publication) => Publication;
}

/** Changes the bytes of the file whose path ends so; there must be one. */
export function inFile(
  ending: string,
  change: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Spoiled["spoil"] {
  return async (files) => {
    const file = files.find(({ path }) => path.endsWith(ending));
    if (!file) throw new Error(`No file ends in ${ending}.`);
    const bytes = await change(file.bytes);
    return files.map((other) => (other === file ? { ...file, bytes } : other));
  };
}

/** Replaces something that stands in a file of text. */
export function inText(ending: string, from: string | RegExp, to: string): Spoiled["spoil"] {
  return inFile(ending, (bytes) => Buffer.from(replaced(Buffer.from(bytes).toString(), from, to)));
}

/** @see inText; the text must have what is replaced. */
export function replaced(text: string, from: string | RegExp, to: string): string {
  const other = text.replace(from, to);
  if (other === text) throw new Error(`Nothing is ${from} in “${text.slice(0, 200)}…”.`);
  return other;
}
