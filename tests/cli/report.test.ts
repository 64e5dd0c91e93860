import { expect, it } from "vitest";
import { formatFiles, formatMeasures, formatPreflight, formatRemarks } from "../../src/cli/report.ts";
import type { Artifact } from "../../src/artifact.ts";

const artifacts: Artifact[] = [
  {
    path: "print/a-a5.pdf",
    kind: "pamphlet",
    bytes: new Uint8Array(1_234_567),
    pages: 48,
    remarks: ["One.", "Two."],
  },
  { path: "print/a-booklet.pdf", kind: "booklet-short-edge", bytes: new Uint8Array(999_999), pages: 24, sheets: 12 },
  { path: "web/index.html", kind: "web-index", bytes: new Uint8Array(1001) },
  { path: "web/styles.css", kind: "web-file", bytes: new Uint8Array(1), remarks: ["Three."] },
];

it("the files of a build are a table, names to the left and numbers to the right, the web edition one row", () => {
  expect(formatFiles(artifacts)).toBe(
    [
      "file                 pages  sheets     size",
      "print/a-a5.pdf          48           1.2 MB",
      "print/a-booklet.pdf     24      12  1000 kB",
      "web/index.html                         2 kB",
    ].join("\n"),
  );
});

it("a build without files is the head of a table", () => {
  expect(formatFiles([])).toBe("file  pages  sheets  size");
});

it("remarks are a line each, after the name of their file", () => {
  expect(formatRemarks(artifacts)).toBe("print/a-a5.pdf: One.\nprint/a-a5.pdf: Two.\nweb/styles.css: Three.");
  expect(formatRemarks([])).toBe("");
});

it("what was found in files is a table, and no line ends in space", () => {
  expect(
    formatPreflight([
      {
        path: "print/a-press.pdf",
        edition: "press",
        pages: 48,
        trim: { width: 148, height: 210 },
        bleed: 3,
        inks: ["DeviceGray", "DeviceCMYK"],
        fonts: 7,
        ppi: 300,
        proved: ["words", "inks"],
        problems: 0,
      },
      {
        path: "print/a.pdf",
        edition: "pamphlet",
        pages: 8,
        sheets: 2,
        trim: { width: 297, height: 210 },
        bleed: 0,
        inks: ["DeviceGray"],
        fonts: 10,
        proved: ["words"],
        problems: 1,
      },
      { path: "b.txt", edition: "text", proved: ["words"], problems: 2 },
      { path: "c.svg", edition: "web", proved: [], problems: 0 },
    ]),
  ).toBe(
    [
      "file               pages  sheets  trim + bleed, mm  inks       fonts  ppi  checked for",
      "print/a-press.pdf     48          148 × 210 +3      Gray CMYK      7  300  right: words, inks",
      "print/a.pdf            8       2  297 × 210         Gray          10       1 problem",
      "b.txt                                                                      2 problems",
      "c.svg",
    ].join("\n"),
  );
});

it("how texts are set is a table, and what a text does not have is empty", () => {
  const measures = { lines: 9, uneven: 0, hyphens: 1, hyphensInARow: 1, rivers: 0, shortLastLines: 0, pages: 1 };
  const ofPages = { widows: 0, orphans: 0, hyphensOverPages: 0 };
  expect(
    formatMeasures([
      {
        text: "a",
        ...measures,
        ...ofPages,
        stretch: { mean: 24, widest: 107, tightest: -33 },
        shortLastPage: 2,
        unequalFeet: 1,
      },
      { text: "song", ...measures, ...ofPages },
    ]).replaceAll("\u00a0", " "),
  ).toBe(
    [
      "text  pages  lines  spaces  widest  tightest  uneven  hyphens  in a row  rivers  short ends  widows  orphans  over page  last page  feet",
      "a         1      9   ±24 %  +107 %     -33 %       0        1         1       0           0       0        0          0          2     1",
      "song      1      9                                 0        1         1       0           0       0        0          0",
    ].join("\n"),
  );
});
