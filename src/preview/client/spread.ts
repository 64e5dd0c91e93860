import type { Pages } from "../messages.ts";
import type { Frame, Spread } from "./arrange.ts";
import { make } from "./elements.ts";

/** A spread on the desk. */
export interface ShownSpread {
  spread: Spread;
  element: HTMLElement;
  frames: ShownFrame[];
}

/** A frame of it, and what is drawn in it. */
export interface ShownFrame {
  frame: Frame;
  element: HTMLElement;
  /** Gets the drawing. */
  page: HTMLElement;
  drawn?: string;
}

/** Makes the element of a spread. Its lengths are in mm; the style sheet makes px of them. */
export function spreadElement(spread: Spread, pages: Pages): ShownSpread {
  const frames = spread.frames.map((frame) => frameElement(frame, pages));
  const paper = make("div", "paper", ...frames.map(({ element }) => element));
  place(paper, { width: spread.width, height: spread.height });
  const element = make("figure", "spread", make("figcaption", "", spread.label), paper);
  return { spread, element, frames };
}

function frameElement(frame: Frame, { page, dir }: Pages): ShownFrame {
  const { left, top, width, height, from } = frame;
  const drawing = make("div", "drawing");
  place(drawing, { left: -from.x, top: -from.y });
  // On a right-hand page of a text that is read from left to right, the inner margin is on the left.
  const innerIsLeft = (frame.page % 2 === 1) === (dir === "ltr");
  const { inner, outer, top: above, bottom: below } = page.margins;
  const trim = make("div", "box trim");
  place(trim, { left: page.bleed - from.x, top: page.bleed - from.y, width: page.width, height: page.height });
  const type = make("div", "box type");
  place(type, { left: innerIsLeft ? inner : outer, top: above });
  place(type, { width: page.width - inner - outer, height: page.height - above - below });
  const grid = make("div", "grid");
  trim.append(type, grid);
  const element = make("div", "frame", drawing, trim);
  element.ariaLabel = `Page ${frame.page}`;
  element.role = "group";
  place(element, { left, top, width, height });
  return { frame, element, page: drawing };
}

function place({ style }: HTMLElement, lengths: Partial<Record<"left" | "top" | "width" | "height", number>>): void {
  for (const [name, length] of Object.entries(lengths)) style.setProperty(name, `calc(var(--mm) * ${length}px)`);
}
