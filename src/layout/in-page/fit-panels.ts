import { spreadBlocks } from "../setting/spread.ts";
import { inColumn, rounding } from "./dom.ts";
import { readyToMeasure } from "./number-room.ts";

// Runs before paged.js, while the document is one column. What has a panel or a poster of its own is marked data-panel;
// the custom property --fit is the size of its type, where the size that the style sheet gives is 1.

/** The sizes that are tried, the largest first: with whole words, then with words that may be divided. Chosen by eye. */
const sizesTried = [
  { largest: 1.8, smallest: 0.75, isDivided: false },
  { largest: 1.1, smallest: 0.45, isDivided: true },
];
const step = 0.05;

/** Sets each panel that stands by itself so large that it has room on a page (px). Returns those that have none. */
export async function fitPanels({ width, height }: { width: number; height: number }): Promise<string[]> {
  await readyToMeasure();
  const panels = [...document.querySelectorAll<HTMLElement>("[data-panel]")];
  return inColumn(width, () =>
    panels.filter((panel) => !fitPanel(panel, height)).map(({ dataset }) => dataset["panel"]!),
  );
}

function fitPanel(panel: HTMLElement, height: number): boolean {
  for (const { largest, smallest, isDivided } of sizesTried) {
    panel.classList.toggle("divided", isDivided);
    for (let size = largest; size >= smallest; size -= step) {
      panel.style.setProperty("--fit", size.toFixed(2));
      if (hasRoom(panel, height)) return true;
    }
  }
  return false;
}

/** By how much a line may be wider than its box, in px: the browser's unit is 1/64 px. */
const widthTolerance = 0.1;

/**
 * Returns whether an element is no higher than so many px, and no word is wider than its line. paged.js makes pages of
 * whole px.
 */
export function hasRoom(element: HTMLElement, height: number): boolean {
  const box = element.getBoundingClientRect();
  if (box.height > height - 2 * rounding) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].every(
    ({ left, right }) => left >= box.left - widthTolerance && right <= box.right + widthTolerance,
  );
}

/**
 * Shares the blocks marked data-spread out among panels, each of which begins with a page, and returns how many of these
 * have any. A heading stays with what follows it, and a signature with what comes before it.
 */
export function spreadText(width: number, panels: number): number {
  const blocks = [...document.querySelectorAll<HTMLElement>("[data-spread] > *")];
  return inColumn(width, () => {
    const groups: HTMLElement[][] = [];
    let stays = false;
    for (const block of blocks) {
      const { breakAfter, breakBefore } = getComputedStyle(block);
      if (groups.length > 0 && (stays || breakBefore === "avoid")) groups.at(-1)!.push(block);
      else groups.push([block]);
      stays = breakAfter === "avoid";
    }
    const heights = groups.map(
      (group) => group.at(-1)!.getBoundingClientRect().bottom - group[0]!.getBoundingClientRect().top,
    );
    const panelOf = spreadBlocks(heights, panels);
    groups.forEach(([first], index) => {
      if (index > 0 && panelOf[index] !== panelOf[index - 1]) first!.classList.add("panel-start");
    });
    return new Set(panelOf).size;
  });
}
