import type { Measure, TypeSetting } from "../leaflet-fit.ts";

// Runs before paged.js, while the document is one column.

/** Returns the settings, each with the height (px) of the body in a column of the given width (px). */
export async function measureHeights(width: number, settings: TypeSetting[]): Promise<Measure[]> {
  const { body } = document;
  // With flow-root, margins count and do not collapse with those of the page, and the body contains all it holds.
  body.style.cssText = `width: ${width}px; display: flow-root`;
  await document.fonts.ready;
  const measures = settings.map((setting) => {
    applyType(setting);
    return { ...setting, height: body.getBoundingClientRect().height };
  });
  body.removeAttribute("style");
  return measures;
}

/** Sets the size of the type (pt) and its line (px), which are custom properties of leaflet.css. */
export function applyType({ size, line }: TypeSetting): void {
  document.documentElement.style.setProperty("--size", `${size}pt`);
  document.documentElement.style.setProperty("--line", `${line}px`);
}
