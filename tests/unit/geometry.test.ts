import { describe, expect, it } from "vitest";
import { pageFormats, pamphletPageOf } from "../../src/geometry.ts";
import { ownPaperOf, paperOf } from "../../src/papers.ts";

describe.each(pageFormats)("a page of %s", (format) => {
  const { width, height, margins, type } = pamphletPageOf(format);

  it("has a whole number of lines and little more", () => {
    const line = (type!.line * 25.4) / 96;
    const lines = (height - margins.top - margins.bottom) / line;
    expect(lines % 1).toBeLessThan(0.25);
    expect(lines).toBeGreaterThan(25);
  });

  it("has a measure that one can read, and more margin outside than at the spine", () => {
    // A letter of running text is some 0.45 of its size wide.
    const letters = (width - margins.inner - margins.outer) / (type!.size * 0.45 * (25.4 / 72));
    expect(letters).toBeGreaterThan(45);
    expect(letters).toBeLessThan(75);
    expect(margins.outer).toBeGreaterThan(margins.inner);
  });

  it("fits twice on its sheet", () => {
    const sheet = paperOf(ownPaperOf({ page: format }));
    expect(sheet.width).toBeGreaterThanOrEqual(2 * width);
    expect(sheet.height).toBeGreaterThanOrEqual(height);
  });
});

it("A5 has the margins that were chosen for it", () => {
  expect(pamphletPageOf("A5").margins).toEqual({ top: 18, bottom: 24.4, inner: 16, outer: 18 });
});
