// Shares blocks out among the panels of a sheet, so that none stays empty. Pure.

/**
 * Returns for each block the panel on which it stands, from 0, so that the fullest panel is as empty as can be. Blocks
 * keep their order; `heights` are theirs. Where there are fewer blocks than panels, the last panels have none.
 */
export function spreadBlocks(heights: number[], panels: number): number[] {
  // costs[p][n]: the height of the fullest of p + 1 panels that have the first n blocks; cuts[p][n]: the first on the last.
  const sums = [0];
  for (const height of heights) sums.push(sums.at(-1)! + height);
  const costs: number[][] = [sums];
  const cuts: number[][] = [sums.map(() => 0)];
  const used = Math.min(panels, heights.length);
  for (let panel = 1; panel < used; panel++) {
    costs.push([]);
    cuts.push([]);
    for (const [count, sum] of sums.entries()) {
      // Each panel before this one has a block at least.
      let [best, cut] = [Infinity, panel];
      for (let first = panel; first < count; first++) {
        const cost = Math.max(costs[panel - 1]![first]!, sum - sums[first]!);
        if (cost < best) [best, cut] = [cost, first];
      }
      costs[panel]!.push(best);
      cuts[panel]!.push(cut);
    }
  }
  const panelOf = heights.map(() => 0);
  let end = heights.length;
  for (let panel = used - 1; panel > 0; panel--) {
    const first = cuts[panel]![end]!;
    panelOf.fill(panel, first, end);
    end = first;
  }
  return panelOf;
}
