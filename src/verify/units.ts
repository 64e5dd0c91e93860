import type { Strands } from "../markdown/strands.ts";
import type { Word } from "../words.ts";

/**
 * What the proof compares one by one: whole words; or, in a PDF, single characters. There a line may end with a space
 * or without one, so words cannot be told apart.
 */
export type UnitKind = "word" | "character";

/** A word read from a made file. */
export interface FoundWord {
  text: string;
  /** Its normal form, see Word. */
  key: string;
  /** The page that it is on, from 1, if the file has pages. */
  page?: number;
}

/** A word, or one character of a word. */
export interface Unit<W> {
  /** What is compared: the normal form of the word, or a character of it. */
  key: string;
  /** The word that it is, or belongs to. */
  word: W;
  /** True for a found unit that need not be in the source: the bullet of a list, a hyphen at the end of a line. */
  optional?: true;
}

/** A strand of a text: its running text, its notes, or the addresses of links that print has in notes. */
export type Strand = "body" | "notes" | "addresses";

/** The strands of a text, split into units. */
export type Expected<W extends Word = Word> = Record<Strand, Unit<W>[]>;

/** Splits the strands of a text into units; all its notes become one strand. */
export function splitStrands({ body, notes }: Strands, by: UnitKind): Expected {
  return { body: splitIntoUnits(body, by), notes: splitIntoUnits(notes.flat(), by), addresses: [] };
}

/**
 * Splits words into units. When it splits into characters, it leaves out those that no font draws, and the brackets
 * around the number of a note, since not every edition prints them.
 */
export function splitIntoUnits<W extends { key: string; mark?: string[] }>(words: W[], by: UnitKind): Unit<W>[] {
  if (by === "word") return words.map((word) => ({ key: word.key, word }));
  return words.flatMap((word) => {
    const characters = [...(word.mark ? word.key.replace(/^\[(\p{Nd}+)\]$/u, "$1") : word.key)];
    return characters.filter((key) => !notDrawn.test(key)).map((key): Unit<W> => ({ key, word }));
  });
}

// The zero width non-joiner (U+200C) is not drawn either, but it changes the shape of the letters on both its sides, so
// it counts.
const notDrawn = /(?!\u200c)\p{Default_Ignorable_Code_Point}/u;
