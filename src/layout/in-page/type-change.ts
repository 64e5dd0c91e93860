import { mmPerPixel } from "../../geometry.ts";
import type { TypeChange } from "../setting/fit-sheets.ts";
import { gridLine, px } from "./dom.ts";

/** Lines are whole quarters of a px, which the browser can set without rounding (its unit is 1/64 px). */
const lineStep = 0.25;

/**
 * Returns a function that changes the type of the document, which is `size` pt and fills pages `height` px high. The next
 * change replaces it.
 */
export function prepareChanges(size: number, height: number): (change: TypeChange) => void {
  const { style } = document.documentElement;
  const before = ["--size", "--line", "--wider"].map((name) => [name, style.getPropertyValue(name)] as const);
  const lines = Math.floor(height / gridLine());
  let pages: HTMLElement | undefined;
  return (change) => {
    for (const [name, value] of before) style.setProperty(name, value);
    pages?.remove();
    if (change.size !== 1) style.setProperty("--size", `${hundredths(change.size * size)}pt`);
    if (change.lines > 0) {
      const line = Math.floor(height / (lines + change.lines) / lineStep) * lineStep;
      style.setProperty("--line", `${line}px`);
    }
    if (change.measure === 0) return;
    style.setProperty("--wider", `${change.measure / mmPerPixel}px`);
    document.head.append((pages = widenPages(change.measure)));
  };
}

/** Rounds a length to hundredths, as it is written. */
export function hundredths(length: number): number {
  return Math.round(length * 100) / 100;
}

// paged.js reads margins only as plain lengths in rules for pages.
function widenPages(measure: number): HTMLStyleElement {
  const root = getComputedStyle(document.documentElement);
  const lessOf = (side: string) => `${hundredths(px(root.getPropertyValue(`--margin-${side}`)) - measure / 2)}mm`;
  const element = document.createElement("style");
  element.textContent = [
    `@page :left { margin-left: ${lessOf("outer")}; margin-right: ${lessOf("inner")}; }`,
    `@page :right { margin-left: ${lessOf("inner")}; margin-right: ${lessOf("outer")}; }`,
  ].join("\n");
  return element;
}
