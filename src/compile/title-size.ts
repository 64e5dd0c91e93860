// Step, longest title, longest word that fits the cover's 114 mm at its size; both in letters of middling width.
const titleSteps = [
  ["size-1", 28, 8],
  ["size-2", 50, 12],
  ["size-3", 100, 17],
] as const;

// Scripts whose letters are as wide as they are high, and those whose letters are wider than ours.
const wide = /[\p{scx=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff00-\uff60]/u;
const wider = /[\p{sc=Armn}\p{sc=Geor}\p{sc=Ethi}\p{sc=Khmr}\p{sc=Taml}]/u;

// Marks that stand above and below letters.
const none = /[\p{Mn}\p{Me}]|\p{Default_Ignorable_Code_Point}/u;

/** The class of a title's size: one of four steps of a sheet in styles/. */
export function sizeStep(title: string): string {
  const segments = [...new Intl.Segmenter("en", { granularity: "word" }).segment(title)].map(({ segment }) => segment);
  // Where words have no spaces between them, a line ends between any two; elsewhere what has no space, or Ethiopic word
  // mark, in it stays together.
  const pieces = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(title)
    ? segments
    : title.split(/[\s፡]/);
  const longest = Math.max(...pieces.map(widthOf));
  return titleSteps.find(([, length, word]) => widthOf(title) <= length && longest <= word)?.[0] ?? "size-4";
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (none.test(letter) ? 0 : wide.test(letter) ? 1.9 : wider.test(letter) ? 1.3 : 1),
    0,
  );
}
