// Decides how a poster is set. Pure arithmetic: the browser measures what comes of it.

/** What the browser may choose, in px. */
export interface PosterFit {
  title: Sizes;
  text: Sizes;
  /** The most of the height of the page that the title may take. */
  titleShare: number;
  columns: number;
}

// All sizes are parts of the width of the page, and chosen by eye. The title is read from across the street: letters are
// read from some 250 times their height, so that those of 25 mm carry to the other side.

/** Bounds of a size. */
export interface Sizes {
  largest: number;
  smallest: number;
}

const eventTitle: Sizes = { largest: 0.24, smallest: 0.05 };
const eventText: Sizes = { largest: 0.085, smallest: 0.03 };
const textTitle: Sizes = { largest: 0.17, smallest: 0.035 };

/** A wall newspaper is read from one step away: its smallest type has 10 pt on A4, and 14 pt on A3. */
const textText: Sizes = { largest: 0.06, smallest: 0.019 };

/** What the title gives up, part by part, if there is no room for the rest in type as large as this. */
const eventShares = [0.5, 0.4, 0.3];
const textShares = [0.3, 0.2, 0.13];
const wantedText = { event: 0.045, text: 0.023 };

/** The most columns of a wall newspaper. */
const mostColumns = 3;

/** The widest line that is easily followed, in sizes of its type. */
const widestLine = 26;

/** Returns the ways to set a poster of a width (px), the best first: the last of them only must have room. */
export function listPosterFits(width: number, kind: "event" | "text"): PosterFit[] {
  const [title, text, shares] =
    kind === "event" ? [eventTitle, eventText, eventShares] : [textTitle, textText, textShares];
  const scale = ({ largest, smallest }: Sizes): Sizes => ({ largest: largest * width, smallest: smallest * width });
  return shares.flatMap((titleShare, index) =>
    Array.from({ length: kind === "event" ? 1 : mostColumns }, (_, column): PosterFit => {
      const columns = column + 1;
      const isLast = index === shares.length - 1;
      const wanted = isLast ? text.smallest : wantedText[kind];
      // Where lines would be too long for small type, it may not be small.
      const legible = columns === mostColumns || kind === "event" ? 0 : 1 / columns / widestLine;
      const smallest = Math.min(text.largest, Math.max(wanted, legible));
      return { title: scale(title), text: scale({ ...text, smallest }), titleShare, columns };
    }),
  );
}
