// The three larger sizes, each with the length of the longest title and of the longest word that it is used for.
// Lengths are in widths of an average Latin letter, and were chosen by eye on the cover of the A5 pamphlet, whose lines
// are 114 mm wide.
const sizes = [
  { name: "size-1", title: 28, word: 8 },
  { name: "size-2", title: 50, word: 12 },
  { name: "size-3", title: 100, word: 17 },
];
const smallestSize = "size-4";

// How many average Latin letters wide a character is, chosen by eye: first marks above and below letters, then letters
// that fill a square, then letters of broad scripts. All others count as 1.
const widths = [
  { characters: /[\p{Mn}\p{Me}]|\p{Default_Ignorable_Code_Point}/u, width: 0 },
  { characters: /[\p{scx=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff00-\uff60]/u, width: 1.9 },
  { characters: /[\p{sc=Armn}\p{sc=Geor}\p{sc=Ethi}\p{sc=Khmr}\p{sc=Taml}]/u, width: 1.3 },
];

/** Returns the class of a title's size, `size-1` (largest) to `size-4`, which the sheets in styles/ define. */
export function titleSize(title: string): string {
  const segments = [...new Intl.Segmenter("en", { granularity: "word" }).segment(title)].map(({ segment }) => segment);
  // A line can end between any two words of a script without spaces. In other scripts it ends at a space, or at the
  // Ethiopic word mark.
  const unbroken = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(title)
    ? segments
    : title.split(/[\s፡]/);
  const longest = Math.max(...unbroken.map(widthOf));
  return sizes.find((size) => widthOf(title) <= size.title && longest <= size.word)?.name ?? smallestSize;
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (widths.find(({ characters }) => characters.test(character))?.width ?? 1),
    0,
  );
}
