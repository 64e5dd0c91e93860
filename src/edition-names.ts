import { spotInksOf } from "./spot-inks.ts";

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

/** Returns the editions that are made if an editor names none: all, but that in spot inks only if there are some. */
export function usualEditions(inks: object): EditionName[] {
  return editionNames.filter((name) => name !== "inks" || spotInksOf(inks).length > 0);
}

/** The editions that are laid out in pages, by the browser. */
export const printedEditions: ReadonlySet<EditionName> = new Set<EditionName>([
  "pamphlet",
  "booklet",
  "press",
  "inks",
  "large-print",
  "leaflets",
]);
