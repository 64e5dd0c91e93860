import type { Random } from "./random.ts";

/** A piece of a file by its offsets, and the text that replaces it. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** A word of a file: its offsets, and the number of the text node or line that it is part of. */
export interface Spot {
  start: number;
  end: number;
  text: string;
  stretch: number;
}

/**
 * Ways to change a word or one of its characters, by name. Each returns its changes, or none if this word has nothing
 * to change in that way.
 */
export const textMutations: Record<string, (spots: Spot[], index: number, random: Random) => Change[]> = {
  "delete a word": (spots, index) => [replace(spots[index]!, "")],
  "double a word": (spots, index) => [replace(spots[index]!, `${spots[index]!.text} ${spots[index]!.text}`)],
  "swap two words": (spots, index) => {
    const [one, other] = [spots[index]!, spots[index + 1]];
    return other?.stretch === one.stretch ? [replace(one, other.text), replace(other, one.text)] : [];
  },
  "change a word": (spots, index, random) => [replace(spots[index]!, random.pick(spots).text)],
  "add a word": (spots, index, random) => [replace(spots[index]!, `${spots[index]!.text} ${random.pick(spots).text}`)],
  "delete a character": (spots, index, random) => changeCharacter(spots[index]!, random, () => ""),
  "double a character": (spots, index, random) =>
    changeCharacter(spots[index]!, random, (character) => character + character),
  "change a letter or figure": (spots, index, random) =>
    changeCharacter(spots[index]!, random, (character) => pickOther(character, spots, random)),
  "change into one that looks alike": (spots, index, random) =>
    changeCharacter(spots[index]!, random, (character) => alike.get(character) ?? character),
  "swap two characters": (spots, index, random) => {
    const spot = spots[index]!;
    const characters = [...spot.text];
    const at = random.below(characters.length - 1);
    return characters.length < 2
      ? []
      : [
          replace(
            spot,
            [...characters.slice(0, at), characters[at + 1], characters[at], ...characters.slice(at + 2)].join(""),
          ),
        ];
  },
};

/** Returns the text with the changes applied. They must not overlap. */
export function applyChanges(text: string, changes: Change[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), text);
}

/**
 * Returns the text with everything levelled that a reader does not notice or that typography may change: the kind of
 * space, the shapes of quotes and dashes. Two texts that are equal afterwards are not a mutation of each other.
 */
export function asRead(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[‘’‚‛′´`ʻʼ]/g, "'")
    .replace(/[“”„‟″«»‹›]/g, '"')
    .replace(/[‐‑‒–—―−-]+/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

// Pairs of characters that look alike but differ for a reader: to exchange them falsifies the text.
const alike = new Map(
  [
    "0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹",
    "aª oº eε nη vν pρ iı uυ xˣ hʰ rʳ sſ t† lł dđ cç AÅ KḰ MⅯ IⅠ N№ TŦ",
    ".· ,، :꞉ ;؛ ?؟ !¡ ([ )]",
    "یي کك هة اأ وؤ دذ رز ۱١ ۲٢ ۴٤ ،,",
    "ाी िी कख रऱ नऩ मभ १1 ।॥",
  ].flatMap((pairs) => pairs.split(" ").map((pair) => [...pair] as [string, string])),
);

function replace({ start, end }: Spot, text: string): Change {
  return { start, end, text };
}

function changeCharacter(spot: Spot, random: Random, change: (character: string) => string): Change[] {
  const characters = [...spot.text];
  const at = random.below(characters.length);
  return [replace(spot, [...characters.slice(0, at), change(characters[at]!), ...characters.slice(at + 1)].join(""))];
}

// Another figure for a figure; for a letter, another letter of the same text, so that the script stays the same.
function pickOther(character: string, spots: Spot[], random: Random): string {
  if (/[0-9]/.test(character)) return String((Number(character) + 1 + random.below(8)) % 10);
  return random.pick([...random.pick(spots).text]);
}
