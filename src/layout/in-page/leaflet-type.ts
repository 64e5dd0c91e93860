import type { Measure, TypeSetting } from "../leaflet-fit.ts";
import { inColumn } from "./dom.ts";
import { readyToMeasure } from "./number-room.ts";

// Runs before paged.js, while the document is one column.

/**
 * Returns the settings, each with the height (px) of what is set in it, in a column of the given width (px): what is
 * marked `data-measured`, or else the body.
 */
export async function measureHeights(width: number, settings: TypeSetting[]): Promise<Measure[]> {
  const measured = document.querySelector("[data-measured]") ?? document.body;
  await readyToMeasure();
  return inColumn(width, () =>
    settings.map((setting) => {
      setType(setting);
      return { ...setting, height: measured.getBoundingClientRect().height };
    }),
  );
}

/** Sets the type for a column of the given width (px). */
export function applyType(width: number, setting: TypeSetting): void {
  inColumn(width, () => setType(setting));
}

// Sets the size of the type (pt) and its line (px), which are custom properties of leaflet.css. Words of a title are
// divided only if one is wider than the column.
function setType({ size, line }: TypeSetting): void {
  document.documentElement.style.setProperty("--size", `${size}pt`);
  document.documentElement.style.setProperty("--line", `${line}px`);
  for (const title of document.querySelectorAll<HTMLElement>(".leaflet .statement-title")) {
    title.classList.remove("divided");
    title.classList.toggle("divided", title.scrollWidth > title.clientWidth);
  }
}
