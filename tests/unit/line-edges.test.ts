import { describe, expect, it } from "vitest";
import { largePrint, pamphletPageOf, pointsPerMm } from "../../src/geometry.ts";
import type { PageText } from "../../src/inspect/pdf-text.ts";
import { verifyLineEdges } from "../../src/verify/line-edges.ts";
import { publicationOf } from "../support/publication.ts";

const a5 = pamphletPageOf("A5");

/** A page of A5 with text from `left` to `right`, in mm from the edges of the trim. */
const page = (left: number, right: number): PageText => ({
  width: 148 * pointsPerMm,
  height: 210 * pointsPerMm,
  runs: [],
  hidden: "",
  links: [],
  addresses: [],
  extent: {
    left: { edge: left * pointsPerMm, text: "first" },
    right: { edge: (148 - right) * pointsPerMm, text: "last" },
  },
});

const messages = (pages: PageText[], options = {}, geometry = a5) =>
  verifyLineEdges(publicationOf([], options), pages, geometry, "a.pdf").map(({ message }) => message);

describe("the edges of lines", () => {
  it("are those of the type area, whose inner margin is narrower", () => {
    expect(messages([page(16, 18), page(18, 16), page(20, 20)])).toEqual([]);
    expect(messages([page(18, 16), page(18, 16)])).toEqual([
      "The line with “last” on page 1 of a.pdf reaches 5.67 pt beyond the type area on the right.",
    ]);
    expect(messages([page(16, 18), page(17.9, 16)])).toEqual([
      "The line with “first” on page 2 of a.pdf reaches 0.28 pt beyond the type area on the left.",
    ]);
  });

  it("are on the other sides in a publication from right to left", () => {
    expect(messages([page(18, 16), page(16, 18)], { language: "fa" })).toEqual([]);
    expect(messages([page(16, 18)], { language: "fa" })).toHaveLength(1);
  });

  it("may be missed by a fifth of a px, and no page needs text", () => {
    expect(messages([page(15.95, 17.95), { ...page(0, 0), extent: undefined }])).toEqual([]);
    expect(messages([page(15.94, 18)])).toHaveLength(1);
  });

  it("are all half a millimetre further out in a pamphlet that is fitted to its sheets, or none is", () => {
    const wider = [page(15.5, 17.5), page(17.5, 15.5), page(15.5, 30)];
    expect(messages(wider)).toEqual([]);
    expect(messages([...wider, page(17.2, 16)])).toHaveLength(1);
    expect(messages([page(15.5, 18), page(18, 16), page(16, 18)])).toHaveLength(1);
    expect(messages([page(15, 17), page(17, 15), page(15, 17)])).toHaveLength(6);
    const rigid = publicationOf([]);
    const fitted = { ...rigid, print: { ...rigid.print, fit: "none" as const } };
    expect(verifyLineEdges(fitted, wider, a5, "a.pdf")).toHaveLength(5);
    expect(messages([page(21.5, 21.5)], {}, { ...largePrint, width: 148 })).toHaveLength(2);
  });
});
