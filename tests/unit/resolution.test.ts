import { describe, expect, it } from "vitest";
import { remarkOnResolution } from "../../src/check/resolution.ts";
import { forPrint, forPrintedImprint } from "../../src/compile/for-print.ts";
import { pixel, publicationOf } from "../support/publication.ts";

const imageOf = (width: number) => ({ ...pixel, name: "images/a.png", width, height: width / 2 });
const shown = "![Three bars](images/a.png)\n";
const table = "| one | two |\n| --- | --- |\n| some | ![Three bars](images/a.png) |\n";

function remarksOn(width: number, body: string, options: Parameters<typeof publicationOf>[1] = {}): string[] {
  return remarkOnResolution(publicationOf([{ body }], { images: [imageOf(width)], editions: ["press"], ...options }));
}

describe("the remark on the pixels of an image", () => {
  it("is made where print wants more of them across the page", () => {
    expect(remarksOn(1347, shown)).toEqual([]);
    expect(remarksOn(1200, shown)).toEqual([
      "text-1.md: The image images/a.png is 1200 pixels wide. Printed across a page of A5 it has 267 pixels to the inch, " +
        "and print wants 300: it needs 1347.",
    ]);
    expect(remarksOn(400, shown)).toEqual([
      "text-1.md: The image images/a.png is 400 pixels wide, and is printed only 67 mm wide, so that it is not blurred. " +
        "Across a page of A5 it needs 1347.",
    ]);
  });

  it("goes by the page and by the columns of a table", () => {
    expect(remarksOn(700, table)).toEqual([]);
    expect(remarksOn(600, table)[0]).toContain("in one of 2 columns on a page of A5 it has 267 pixels");
    expect(remarksOn(600, `${table}\n${shown}`)[0]).toContain("Across a page of A5 it needs");
    expect(remarksOn(1200, shown, { print: { page: "A6" } })).toEqual([]);
  });

  it("is made of every text that is printed, and only if something is printed", () => {
    expect(remarksOn(100, "Some words.\n", { imprint: shown })[0]).toMatch(/^publication\.yaml: /);
    expect(remarksOn(100, shown, { editions: ["web", "epub"] })).toEqual([]);
  });
});

describe("in print, an image", () => {
  it("is at most so wide that it has 150 pixels to the inch", () => {
    const html = '<p><img src="images/a.png" alt="Three bars" /></p>';
    // 450 px are 3 inches, which are 288 px of CSS.
    expect(forPrint(html, { lang: "en" }, { images: [imageOf(450)] })).toContain('width="288"');
    expect(forPrintedImprint(html, publicationOf([], { images: [imageOf(450)] }))).toContain('width="288"');
    expect(forPrint(html, { lang: "en" })).not.toContain("width");
  });
});
