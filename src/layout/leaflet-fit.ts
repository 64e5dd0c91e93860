// How small and on how much paper a text becomes a leaflet. Pure arithmetic: the browser measured the text beforehand.

/**
 * What the text of a leaflet takes in one endless column, head and foot with it; size of the type in pt, the rest in
 * px.
 */
export interface Measure {
  size: number;
  line: number;
  height: number;
}

/** A way to set a leaflet. */
export interface Fit extends Pick<Measure, "size" | "line"> {
  /** Sides of A5: one, two, or a multiple of four to fold. */
  sides: number;
  /** Whether the type is as small as a leaflet on so many sides may have it. */
  smallest: boolean;
}

interface Form {
  sides: number;
  /** Type sizes, in pt. */
  largest: number;
  smallest: number;
}

/** A folded leaflet of more pages than these is a book: twelve sheets are what a stapler takes and a fold bears. */
export const mostSides = 48;

// The first form that holds the text is taken, and in it the largest type.
const forms: Form[] = [
  // One side, two copies to a sheet. Over 13 pt a line holds too few words; under 9 pt the other side, which costs no
  // paper, reads better.
  { sides: 1, largest: 13, smallest: 9 },
  // Two sides. Up to 12.5 pt, so that what one side did not hold fills both; down to 8.5 pt, as small as is read
  // standing in the street, since the next form takes twice the paper and has to be folded.
  { sides: 2, largest: 12.5, smallest: 8.5 },
  // Folded. From 12 pt, that of a large paperback, to 9 pt: so far apart that a text fills one of these page counts.
  // Past some twenty pages a step of type is more than a page, and one or two may stay blank at the end.
  ...Array.from({ length: mostSides / 4 }, (_, index): Form => ({ sides: 4 * (index + 1), largest: 12, smallest: 9 })),
];

const step = 0.25;

/** Baseline to baseline, of the type size: the pamphlet's 10 pt on 13.5. */
const leading = 1.35;

/**
 * The sizes (pt) and lines (px) at which a text is measured, the largest first; lines in whole quarters, as the browser
 * sets them.
 */
export const settings: Omit<Measure, "height">[] = settingsBetween(
  Math.max(...forms.map(({ largest }) => largest)),
  Math.min(...forms.map(({ smallest }) => smallest)),
);

/**
 * The ways to set a text of which the measures say that it fits pages of so many px, the best first. None where it is
 * too long for any.
 */
export function fits(measures: Measure[], pageHeight: number): Fit[] {
  return forms.flatMap(({ sides, largest, smallest }) =>
    measures
      .filter((measure) => measure.size <= largest && measure.size >= smallest && holds(sides, measure, pageHeight))
      .map(({ size, line }) => ({ sides, size, line, smallest: size === smallest })),
  );
}

// A page that goes on overleaf ends on a whole line, and mostly on one less, since two lines of a paragraph keep
// together.
function holds(sides: number, { line, height }: Measure, pageHeight: number): boolean {
  const goesOn = (Math.floor(pageHeight / line) - 1) * line;
  return height <= (sides - 1) * goesOn + pageHeight;
}

function settingsBetween(largest: number, smallest: number): Omit<Measure, "height">[] {
  const count = Math.round((largest - smallest) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const size = largest - index * step;
    return { size, line: Math.round(((size * 96) / 72) * leading * 4) / 4 };
  });
}
