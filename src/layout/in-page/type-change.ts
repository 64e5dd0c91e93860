import { mmPerPixel } from "../../geometry.ts";
import type { TypeChange } from "../setting/fit-sheets.ts";
import { gridLine, px } from "./dom.ts";

/** Lines are whole quarters of a px, which the browser can set without rounding (its unit is 1/64 px). */
const lineStep = 0.25;

/**
 * Changes the type of the document: `size` is what it is without a change, in pt, and the type area `height` px high. The
 * lines become wider on both sides. A second change replaces the first.
 */
export function applyChange(change: TypeChange, size: number, height: number): void {
  const { style } = document.documentElement;
  const properties = ["--size", "--line", "--wider"];
  for (const property of properties) style.removeProperty(property);
  document.querySelector("style[data-wider]")?.remove();
  if (change.size !== 1) style.setProperty("--size", `${hundredths(change.size * size)}pt`);
  if (change.lines > 0) {
    const lines = Math.floor(height / gridLine()) + change.lines;
    style.setProperty("--line", `${Math.floor(height / lines / lineStep) * lineStep}px`);
  }
  if (change.measure > 0) {
    style.setProperty("--wider", `${change.measure / mmPerPixel}px`);
    document.head.append(widenPages(change.measure));
  }
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
  element.dataset["wider"] = "";
  element.textContent = [
    `@page :left { margin-left: ${lessOf("outer")}; margin-right: ${lessOf("inner")}; }`,
    `@page :right { margin-left: ${lessOf("inner")}; margin-right: ${lessOf("outer")}; }`,
  ].join("\n");
  return element;
}
