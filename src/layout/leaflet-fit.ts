// Decides how small, and on how many pages, a text becomes a leaflet. Pure arithmetic: the browser has measured the
// text before.

/** A size of type (pt) and the line that belongs to it (px). */
export interface TypeSetting {
  size: number;
  line: number;
}

/** The height (px) of a leaflet's text in one endless column at a setting, with its head and its foot. */
export interface Measure extends TypeSetting {
  height: number;
}

/** A way to set a leaflet. */
export interface Fit extends TypeSetting {
  /** Its pages: of a leaflet one, two, or a multiple of four to fold; of a folded form the panels for the text. */
  sides: number;
  /** Whether the type is the smallest that the form may have. */
  smallest: boolean;
}

/** A way to print a text, with the bounds of its type size, in pt. */
export interface FitForm {
  sides: number;
  largest: number;
  smallest: number;
}

/** The most pages of a folded leaflet: twelve sheets are what a stapler takes and a fold bears. */
export const mostSides = 48;

// The first form that holds the text is taken, and in it the largest type. All sizes are chosen by eye;
// tests/unit/leaflet-fit.test.ts shows what follows from them.
const a5Forms: FitForm[] = [
  // One side, two copies to a sheet. Above 13 pt a line holds too few words. Below 9 pt two sides read better, and they
  // take no more paper.
  { sides: 1, largest: 13, smallest: 9 },
  // Two sides. Up to 12.5 pt, so that a text that was too long for one side fills both. Down to 8.5 pt, which can just
  // be read standing in the street, since the next form takes twice the paper and has to be folded.
  { sides: 2, largest: 12.5, smallest: 8.5 },
  // Folded. From 12 pt, the size of a large paperback, to 9 pt: this is range enough for a text to fill one of these
  // page counts. Above some twenty pages a step of the type size changes the length by more than a page, so that one or
  // two pages may stay blank at the end.
  ...Array.from({ length: mostSides / 4 }, (_, index) => ({ sides: 4 * (index + 1), largest: 12, smallest: 9 })),
];

/** The smallest type of a leaflet of any size, in pt. Chosen by eye, as those of A5. */
const leastType = 7.5;

/** Returns the forms of leaflets of pages on which type is so many times as large as on A5. */
export function leafletForms(scale: number): FitForm[] {
  return a5Forms.map(({ sides, largest, smallest }) => ({
    sides,
    largest: roundToStep(largest * scale),
    smallest: Math.max(leastType, roundToStep(smallest * scale)),
  }));
}

/** The step between two sizes of type, in pt. Chosen by eye. */
const sizeStep = 0.25;

/** Baseline to baseline, as a multiple of the type size: the pamphlet has 10 pt on 13.5 pt (18 px). */
const leading = 1.35;

/** CSS px in a pt: 96 and 72 to the inch (CSS Values and Units 4, 6.2). */
const pxPerPt = 96 / 72;

/** Returns the settings at which a text is measured for forms, the largest type first. */
export function typeSettings(forms: FitForm[]): TypeSetting[] {
  return settingsBetween(
    Math.max(...forms.map(({ largest }) => largest)),
    Math.min(...forms.map(({ smallest }) => smallest)),
  );
}

/**
 * Returns the ways to set a text in forms of pages of the given height (px), by its measures, the best first. The list is
 * empty if the text is too long for all.
 */
export function findFits(forms: FitForm[], measures: Measure[], pageHeight: number): Fit[] {
  return forms.flatMap(({ sides, largest, smallest }) =>
    measures
      .filter((measure) => measure.size <= largest && measure.size >= smallest && holds(sides, measure, pageHeight))
      .map(({ size, line }) => ({ sides, size, line, smallest: size === smallest })),
  );
}

// A page that continues overleaf ends with a whole line, and mostly one line early, since two lines of a paragraph stay
// together.
function holds(sides: number, { line, height }: Measure, pageHeight: number): boolean {
  const continuedPage = (Math.floor(pageHeight / line) - 1) * line;
  return height <= (sides - 1) * continuedPage + pageHeight;
}

function settingsBetween(largest: number, smallest: number): TypeSetting[] {
  const count = Math.round((largest - smallest) / sizeStep) + 1;
  return Array.from({ length: count }, (_, index) => {
    const size = largest - index * sizeStep;
    return { size, line: quarter(size * pxPerPt * leading) };
  });
}

function roundToStep(size: number): number {
  return Math.round(size / sizeStep) * sizeStep;
}

// Lines are whole quarters of a px, which the browser can set without rounding (its unit is 1/64 px).
function quarter(px: number): number {
  return Math.round(px * 4) / 4;
}
