/** The editions that can be made; editions/index.ts makes them. */
export const editionNames = [
  "pamphlet",
  "booklet",
  "press",
  "inks",
  "large-print",
  "leaflets",
  "epub",
  "text",
  "guide",
  "web",
] as const;
export type EditionName = (typeof editionNames)[number];

/** The editions that are laid out in pages, by the browser. */
export const printedEditions: ReadonlySet<EditionName> = new Set<EditionName>([
  "pamphlet",
  "booklet",
  "press",
  "inks",
  "large-print",
  "leaflets",
]);
