import { across, padTo, printBack, upright, type Fold, type Job, type PageNumber, type Panel } from "./fold.ts";
import type { SheetSize } from "../geometry.ts";

// A sheet that is folded several times is a signature. The numbers are its pages where they are printed, row by row; a
// page with a minus is head down. Of the back they stand as it lies when the sheet is turned as a page is.

interface Signature {
  front: number[][];
  back: number[][];
}

/** Folded twice: quarto. */
const eight: Signature = {
  front: [
    [-5, -4],
    [8, 1],
  ],
  back: [
    [-3, -6],
    [2, 7],
  ],
};

/** Folded three times: octavo. */
const sixteen: Signature = {
  front: [
    [-5, -12, -9, -8],
    [4, 13, 16, 1],
  ],
  back: [
    [-7, -10, -11, -6],
    [2, 15, 14, 3],
  ],
};

/** Eight pages on a sheet that is folded twice and cut open at the head. Of more pages, signature lies on signature. */
export const eightPages: Fold = {
  work(job) {
    const sheet = upright(job.paper);
    const edge = spineOf(job);
    return {
      sheet,
      flip: job.flip,
      sections: signaturesOf(job, eight),
      steps: [
        { do: "turn" },
        { do: "fold", along: { y: [sheet.height / 2] }, part: "upper", to: "over" },
        { do: "fold", along: { x: [sheet.width / 2] }, part: edge, to: "over" },
        { do: "open" },
        { do: "bind", edge },
      ],
      read: "leaves",
    };
  },
  sheets: (job) => planSignatures(eight, job, upright(job.paper)),
};

/** Sixteen pages on a sheet that is folded three times and cut open at the head and the fore edge. */
export const sixteenPages: Fold = {
  work(job) {
    const sheet = across(job.paper);
    const edge = spineOf(job);
    const [last, other] = edge === "left" ? [0.25, "right" as const] : [0.75, "left" as const];
    return {
      sheet,
      flip: job.flip,
      sections: signaturesOf(job, sixteen),
      steps: [
        { do: "turn" },
        { do: "fold", along: { x: [sheet.width / 2] }, part: other, to: "over" },
        { do: "fold", along: { y: [sheet.height / 2] }, part: "upper", to: "over" },
        { do: "fold", along: { x: [last * sheet.width] }, part: edge, to: "over" },
        { do: "open" },
        { do: "bind", edge },
      ],
      read: "leaves",
    };
  },
  sheets: (job) => planSignatures(sixteen, job, across(job.paper)),
};

function spineOf({ direction }: Job): "left" | "right" {
  return direction === "ltr" ? "left" : "right";
}

function sizeOf({ front }: Signature): number {
  return 2 * front.flat().length;
}

function signaturesOf({ pages }: Job, signature: Signature): number[] {
  return Array.from({ length: Math.ceil(pages.length / sizeOf(signature)) }, () => 1);
}

function planSignatures(signature: Signature, job: Job, sheet: SheetSize) {
  const size = sizeOf(signature);
  const pages = padTo(size, job.pages);
  return signaturesOf(job, signature).map((_, index) => {
    const own = pages.slice(index * size, (index + 1) * size);
    return {
      front: planRows(signature.front, own, job, sheet),
      back: printBack(planRows(signature.back, own, job, sheet), sheet, job.flip),
    };
  });
}

/**
 * Returns the panels of a side that is divided into equal rows and columns. `rows` has the numbers of the pages, as those
 * above; of a text that is read from right to left, each row is printed the other way round. Each page stands at its
 * spine.
 */
export function planRows(rows: number[][], pages: PageNumber[], { direction }: Job, sheet: SheetSize): Panel[] {
  return rows.flatMap((row, y) => {
    const [width, height] = [sheet.width / row.length, sheet.height / rows.length];
    const numbers = direction === "ltr" ? row : row.toReversed();
    return numbers.map((number, x): Panel => {
      const isRecto = Math.abs(number) % 2 === 1;
      const turned = number < 0;
      const atLeft = (isRecto === (direction === "ltr")) !== turned;
      return {
        page: pages[Math.abs(number) - 1],
        frame: { x: x * width, y: y * height, width, height },
        hold: atLeft ? "left" : "right",
        turned,
        creep: 0,
      };
    });
  });
}
