import { saddleStitch, sections, twoASheet } from "./booklets.ts";
import type { Fold } from "./fold.ts";
import { miniZine, triFold, zFold } from "./leaflets.ts";
import { cutAndStack, nUp, repeat, workAndTurn } from "./leaves.ts";
import { eightPages, sixteenPages } from "./signatures.ts";

/** Every fold, by its name. */
export const folds = {
  "saddle-stitch": saddleStitch,
  sections,
  "two-a-sheet": twoASheet,
  "eight-pages": eightPages,
  "sixteen-pages": sixteenPages,
  "mini-zine": miniZine,
  "tri-fold": triFold,
  "z-fold": zFold,
  repeat,
  "n-up": nUp,
  "cut-and-stack": cutAndStack,
  "work-and-turn": workAndTurn,
} as const satisfies Record<string, Fold>;

export type FoldName = keyof typeof folds;
