import type { Panel, Sheet } from "./fold.ts";

/** Returns the sides in the order in which a printer that turns the sheet prints them. */
export function sidesInPrintOrder(sheets: Sheet[]): Panel[][] {
  return sheets.flatMap(({ front, back }) => (back ? [front, back] : [front]));
}

/** Returns the fronts in printing order, for a printer that prints one side only. */
export function frontsInPrintOrder(sheets: Sheet[]): Panel[][] {
  return sheets.map(({ front }) => front);
}

/**
 * Returns the backs in printing order, to be printed onto the fronts of the same sheets. The order assumes a printer
 * that lays sheets out face down, the last on top, and prints the upper side of what is fed by hand, short edge first.
 * The stack of fronts goes back in as it came out, neither turned over nor turned round. So the last sheet is fed
 * first, and the edge that came out last leads, which is the same as turning on the short edge. The printer test shows
 * whether a printer works like this.
 */
export function backsInPrintOrder(sheets: Sheet[]): Panel[][] {
  return sheets.map(({ back }) => back ?? []).toReversed();
}
