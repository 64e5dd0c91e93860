import type { Measure, TypeSetting } from "../leaflet-fit.ts";
import { inColumn } from "./dom.ts";

// Runs before paged.js, while the document is one column.

/**
 * Returns the settings, each with the height (px) of what is set in it, in a column of the given width (px): what is
 * marked `data-measured`, or else the body.
 */
export async function measureHeights(width: number, settings: TypeSetting[]): Promise<Measure[]> {
  const measured = document.querySelector("[data-measured]") ?? document.body;
  await document.fonts.ready;
  return inColumn(width, () =>
    settings.map((setting) => {
      applyType(setting);
      return { ...setting, height: measured.getBoundingClientRect().height };
    }),
  );
}

/** Sets the size of the type (pt) and its line (px), which are custom properties of leaflet.css. */
export function applyType({ size, line }: TypeSetting): void {
  document.documentElement.style.setProperty("--size", `${size}pt`);
  document.documentElement.style.setProperty("--line", `${line}px`);
}
