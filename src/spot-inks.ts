import { contrastRatio } from "./contrast.ts";
import { hexOf, lightOf, tintOnPaper } from "./light.ts";

/** A spot ink: a colour that a press or a risograph prints by itself. */
export interface SpotInk {
  /** As the print shop calls it; it names the separation. */
  name: string;
  /** About how it looks on white paper, for proofs on a screen. */
  shows: string;
}

/** The contrast that WCAG 2.2 (1.4.3) requires of large type. */
export const leastContrastOfType = 3;

/** How many inks a publication can be printed in: that of the text, and that of its colour. */
export const mostSpotInks = 2;

/** How the usual inks of risographs look on white paper, about. Chosen by eye. */
export const usualInks = {
  black: "#000000",
  grey: "#8a8b8d",
  blue: "#0a78bc",
  "medium blue": "#3355a3",
  "federal blue": "#3d5587",
  teal: "#06838a",
  green: "#0aa65c",
  "hunter green": "#41705f",
  yellow: "#fde500",
  orange: "#fc6d30",
  "fluorescent orange": "#fd7577",
  red: "#f4544c",
  "bright red": "#ef5160",
  crimson: "#e35d50",
  burgundy: "#90506f",
  "fluorescent pink": "#fd49af",
  purple: "#765ba6",
  brown: "#915f52",
} as const;

/** Returns the ink of a usual name. */
export function usualInk(name: keyof typeof usualInks): SpotInk {
  return { name, shows: usualInks[name] };
}

/** Returns the spot inks of a publication; none if it is not printed in spot inks. */
export function spotInksOf(inks: object): SpotInk[] {
  return "spot" in inks ? (inks.spot as SpotInk[]) : [];
}

/**
 * Returns the colour beside black in print: that of the second spot ink, on which text must be legible; with one spot ink
 * none; otherwise the colour of the publication.
 */
export function printedColourOf({ print, colour }: { print: { inks: object }; colour?: string | undefined }) {
  const spot = spotInksOf(print.inks);
  return spot.length > 0 ? spot[1]?.shows : colour;
}

/** The grey of every second name on a cover of names, as cover.css has it. */
const greyOfNames = 0x6b / 255;

/** Returns whether names can be read that are set in grey: in a tint of the first ink, if there are spot inks. */
export function hasGreyNames({ print }: { print: { inks: object } }): boolean {
  const [first] = spotInksOf(print.inks);
  if (!first) return true;
  const shown = hexOf(tintOnPaper(lightOf(first.shows), 1 - greyOfNames));
  return contrastRatio(shown, "#ffffff") >= leastContrastOfType;
}

/** Returns the name of an ink in files for the press, where the black of a process is written with a capital. */
export function separationNameOf({ name }: SpotInk): string {
  return name === "black" ? "Black" : name;
}

/** Returns the ending of the file that an ink has by itself: `ink-fluorescent-pink`. */
export function fileEndingOf({ name }: Pick<SpotInk, "name">): string {
  return `ink-${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")}`;
}
