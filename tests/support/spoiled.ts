import type { ProblemCode } from "../../src/problem.ts";
import type { Publication } from "../../src/publication.ts";
import type { Artifact } from "../../src/artifact.ts";
import type { EditionName } from "../../src/edition-names.ts";

/** A change to a file of a build, and the problem that verify must report. */
export interface Spoiled {
  /** The change, in words. */
  name: string;
  /** The publication that was built, a folder of tests/fixtures/; without it, `small`. */
  fixture?: string;
  /** The editions whose files are verified; a file of the first is changed. */
  editions: EditionName[];
  spoil: (files: Artifact[]) => Artifact[] | Promise<Artifact[]>;
  code: ProblemCode;
  message: RegExp;
  /** Changes the publication that the files are verified against. */
  publication?: (publication: Publication) => Publication;
}

/** Returns a change to the bytes of the file with this ending of its path. Throws if there is none. */
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

/** Returns a change to the text of a file. Throws if the file does not have what is to be replaced. */
export function inText(ending: string, from: string | RegExp, to: string): Spoiled["spoil"] {
  return inFile(ending, (bytes) => Buffer.from(replaceInText(Buffer.from(bytes).toString(), from, to)));
}

/** Replaces a part of a text. Throws if the text does not have it. */
export function replaceInText(text: string, from: string | RegExp, to: string): string {
  const other = text.replace(from, to);
  if (other === text) throw new Error(`Nothing is ${from} in “${text.slice(0, 200)}…”.`);
  return other;
}
