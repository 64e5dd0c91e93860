import { expect, it } from "vitest";
import { findRemarks } from "../../src/check/remarks.ts";
import { publicationOf } from "../support/publication.ts";

it("a text that is too long for a leaflet is remarked on, unless a shorter version is, or no leaflet is made", () => {
  const body = `${"word ".repeat(30_000)}\n`;
  const [short] = publicationOf([{ slug: "short", source: { document: "Some words." } }]).statements;
  const editions = ["leaflets" as const];
  expect(findRemarks(publicationOf([{ body }], { editions }))).toEqual([
    "text-1.md: This text has 30,000 words, and a leaflet has room for about 28,000. A shorter version can be named in " +
      "text-1.md, as “leaflet:”.",
  ]);
  expect(findRemarks(publicationOf([{ body, leaflet: short }], { editions }))).toEqual([]);
  expect(findRemarks(publicationOf([{ body }], { editions: ["text"] }))).toEqual([]);
});

it("a short address is remarked on if no link has the long one", () => {
  const print = {
    short: { "https://www.example.org/long": "example.org/s", "https://example.org/lnog": "example.org/t" },
  };
  const body = "[Words](https://example.org/long/)\n";
  expect(findRemarks(publicationOf([{ body }], { print, editions: ["text"] }))).toEqual([
    "publication.yaml: No link leads to https://example.org/lnog, for which “print.short” has a short address.",
  ]);
});
