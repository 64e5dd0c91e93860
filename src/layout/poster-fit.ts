// Decides how a poster is set. Pure arithmetic: the browser measures what comes of it.

/** What the browser may choose, in px. */
export interface PosterFit {
  title: { largest: number; smallest: number };
  text: { largest: number; smallest: number };
  /** The most of the height of the page that the title may take. */
  titleShare: number;
  columns: number;
}

// All sizes are parts of the width of the page, and chosen by eye. The title is read from across the street: letters are
// read from some 250 times their height, so that one of 25 mm on A3 carries 30 m for a word.

/** The title of an event is most of its poster. */
const eventTitle = { largest: 0.24, smallest: 0.05, share: 0.5 };
const eventText = { largest: 0.085, smallest: 0.028 };

/** A wall newspaper is read from one step away: of A3 its smallest type has 14 pt, of A4 10 pt. */
const textTitle = { largest: 0.17, smallest: 0.04, share: 0.3 };
const textText = { largest: 0.06, smallest: 0.0168 };

/** The most columns of a wall newspaper. */
const mostColumns = 3;

/** The most letters of a line that is easily followed: as wide as so many times the size of the type. Chosen by eye. */
const widestLine = 26;

/** Returns what may be chosen for a poster of a width (px), which announces an event. */
export function fitOfEvent(width: number): PosterFit {
  return makeFit(width, eventTitle, eventText, 1);
}

/** Returns what may be chosen for a wall newspaper of a width (px), in each number of columns. */
export function fitsOfText(width: number): PosterFit[] {
  return Array.from({ length: mostColumns }, (_, index) => makeFit(width, textTitle, textText, index + 1));
}

/** Returns whether lines of so many columns in a width are short enough for type of a size (px). */
export function isLegible(width: number, columns: number, size: number): boolean {
  return width / columns <= widestLine * size;
}

function makeFit(
  width: number,
  { share, ...title }: typeof eventTitle,
  text: PosterFit["text"],
  columns: number,
): PosterFit {
  const scale = ({ largest, smallest }: PosterFit["text"]) => ({
    largest: largest * width,
    smallest: smallest * width,
  });
  return { title: scale(title), text: scale(text), titleShare: share, columns };
}
