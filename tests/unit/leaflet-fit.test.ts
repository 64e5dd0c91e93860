import { describe, expect, it } from "vitest";
import { findFits, leafletForms, mostSides, typeSettings, type Measure } from "../../src/layout/leaflet-fit.ts";

const pageHeight = 700;
const forms = leafletForms(1);

// The measures of a text that takes so many pages at 10 pt: at other sizes its height grows with the area of letters.
const textOf = (pages: number): Measure[] =>
  typeSettings(forms).map(({ size, line }) => ({ size, line, height: pages * pageHeight * (size / 10) ** 2 }));
const best = (pages: number) => findFits(forms, textOf(pages), pageHeight)[0];

describe("the fit of a leaflet", () => {
  it("takes one side if the text fits, in the largest type that fits", () => {
    expect(best(0.9)).toMatchObject({ sides: 1, size: 10.5, smallest: false });
  });

  it("never takes larger type than its form allows, however short the text is", () => {
    expect(best(0.1)).toMatchObject({ sides: 1, size: 13 });
    expect(best(1.24)).toMatchObject({ sides: 2, size: 12.5 });
  });

  it("takes two sides rather than less than 9 pt on one", () => {
    expect(best(1.23)).toMatchObject({ sides: 1, size: 9, smallest: true });
    expect(best(1.25)?.sides).toBe(2);
  });

  it("folds rather than taking less than 8.5 pt on two sides", () => {
    expect(best(2.6)).toMatchObject({ sides: 2, size: 8.5, smallest: true });
    expect(best(2.8)).toMatchObject({ sides: 4, size: 11.5 });
  });

  it("fills a folded leaflet to its last page", () => {
    for (let pages = 2.8; pages < 50; pages += 0.1) {
      const { sides, size } = best(pages)!;
      expect(sides % 4, `${pages} pages at 10 pt`).toBe(0);
      // A page that continues overleaf may lose a tenth of its height, since two lines of a paragraph stay together.
      expect(pages * (size / 10) ** 2, `${pages} pages at 10 pt`).toBeGreaterThan(0.9 * (sides - 1));
    }
  });

  it("finds no form for a text that is too long", () => {
    expect(best(mostSides)).toBeDefined();
    expect(findFits(forms, textOf(mostSides * 1.3), pageHeight)).toEqual([]);
  });

  it("offers the next smaller type next, and then the next form", () => {
    const all = findFits(forms, textOf(1.2), pageHeight).map(({ sides, size }) => `${sides}: ${size}`);
    expect(all.slice(0, 4)).toEqual(["1: 9", "2: 12.5", "2: 12.25", "2: 12"]);
  });
});
