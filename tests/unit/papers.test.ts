import { describe, expect, it } from "vitest";
import { bookletOn, countTestPages, findMisfit, imposedAs, planSheets, planWork } from "../../src/folds/jobs.ts";
import { pageFormats, type PageFormat } from "../../src/geometry.ts";
import {
  imposeNames,
  listPapers,
  paperNames,
  paperOfWay,
  printerTestOf,
  testedPaperOf,
  type ImposeName,
  type PaperName,
} from "../../src/papers.ts";
import { foldSheets } from "../../src/verify/folding.ts";

const factsOf = (page: PageFormat, dir: "ltr" | "rtl" = "ltr") => ({ dir, print: { page, paper: 0.1 } });

describe("booklets without any setting", () => {
  it("are made for the page's own paper first, and for paper of A4 or US Letter, or twice as large", () => {
    expect(Object.fromEntries(pageFormats.map((page) => [page, listPapers({ page }).join(" ")]))).toEqual({
      A5: "A4 Letter",
      A6: "A5 A4 Letter",
      DL: "A4 Letter",
      "half-letter": "Letter A4",
      A4: "A3 Tabloid",
      Letter: "Tabloid A3",
      square: "A4 Letter",
    });
  });

  it.each(pageFormats)("have no text near the edge of the paper: %s", (page) => {
    const misfits = listPapers({ page }).filter((paper) => findMisfit(bookletOn(paper, factsOf(page), "short-edge")));
    expect(misfits).toEqual([]);
  });
});

describe("the printer test", () => {
  const testOf = (page: PageFormat, papers?: PaperName[]) => {
    const { width, height } = printerTestOf({ page, papers });
    return `${testedPaperOf({ page, papers })}, ${width} × ${height}`;
  };

  it("is a sheet of office paper, and names booklets that are made", () => {
    expect(Object.fromEntries(pageFormats.map((page) => [page, testOf(page)]))).toEqual({
      A5: "A4, 297 × 210",
      A6: "A4, 297 × 210",
      DL: "A4, 297 × 210",
      "half-letter": "Letter, 279.4 × 215.9",
      A4: "A3, 297 × 210",
      Letter: "Tabloid, 279.4 × 215.9",
      square: "A4, 297 × 210",
    });
    expect(testOf("A5", ["Letter"])).toBe("Letter, 279.4 × 215.9");
    expect(testOf("A5", ["SRA3", "Letter"])).toBe("Letter, 279.4 × 215.9");
    expect(testOf("half-letter", ["A3"])).toBe("A3, 279.4 × 215.9");
  });
});

describe("a way of imposing without a paper", () => {
  it("has one on which its pages have room, if there is one so large", () => {
    const papersOf = (fold: ImposeName) =>
      pageFormats.map((page) => {
        const isRight = !findMisfit(imposedAs({ fold }, factsOf(page)));
        return isRight ? paperOfWay({ fold }, { page }) : "none";
      });
    expect([papersOf("sections"), papersOf("eight-pages"), papersOf("sixteen-pages")].map(String)).toEqual([
      "A4,A5,A4,Letter,A3,Tabloid,A4",
      "A3,A4,A3,Tabloid,none,none,A3",
      "none,A3,none,none,none,none,none",
    ]);
    expect(papersOf("two-a-sheet")).toEqual(papersOf("eight-pages"));
  });
});

describe("a booklet on a paper", () => {
  const foldOf = (page: PageFormat, paper: PaperName) => bookletOn(paper, factsOf(page), "short-edge").fold;

  it("is one of two on a sheet that has room for two", () => {
    expect(foldOf("A5", "A4")).toBe("saddle-stitch");
    expect(foldOf("A5", "Letter")).toBe("saddle-stitch");
    for (const paper of ["A3", "Tabloid", "SRA3"] as const) {
      expect(foldOf("A5", paper)).toBe("two-a-sheet");
      expect(foldOf("half-letter", paper)).toBe("two-a-sheet");
    }
    expect(foldOf("A6", "Letter")).toBe("two-a-sheet");
  });

  it("has the spine of A5 in the middle of US Letter, which cuts 8.3 mm of the outer margin", () => {
    const { front } = planSheets(bookletOn("Letter", factsOf("A5"), "short-edge"))[0]!;
    expect(front.map(({ frame }) => frame)).toEqual([
      { x: 0, y: 0, width: 139.7, height: 215.9 },
      { x: 139.7, y: 0, width: 139.7, height: 215.9 },
    ]);
  });

  it("is moved up or down where head or foot would come near the edge, the same on fronts and backs", () => {
    for (const flip of ["short-edge", "long-edge"] as const) {
      const panels = planSheets(bookletOn("Letter", factsOf("A6"), flip)).flatMap(({ front, back }) => [
        ...front,
        ...back!,
      ]);
      const moved = new Set(panels.map(({ corner }) => corner!.y.toFixed(2)));
      expect(moved.size).toBe(1);
      // Half of US Letter is 8.3 mm lower than A6; of these, more is cut at the foot, where there is more room.
      expect(Number([...moved][0])).toBeGreaterThan(-4.15);
    }
  });

  it("is refused if text would be cut off", () => {
    expect(findMisfit(bookletOn("A4", factsOf("A4"), "short-edge"))).toContain("less than 4 mm from the edge");
    expect(findMisfit(bookletOn("A5", factsOf("A5"), "short-edge"))).toContain("cut off");
  });
});

describe("a further way to impose", () => {
  const misfit = (fold: ImposeName, page: PageFormat, paper: PaperName) =>
    findMisfit(imposedAs({ fold, paper }, factsOf(page)));

  it("needs room for its pages", () => {
    expect(misfit("sixteen-pages", "A6", "A3")).toBeUndefined();
    expect(misfit("sixteen-pages", "A5", "A3")).toContain("cut off");
    expect(misfit("n-up", "A4", "A4")).toBe("it has room for one page alone");
    expect(misfit("n-up", "A4", "Letter")).toBe("it is too small for a page");
    expect(misfit("work-and-turn", "DL", "A4")).toBe("the pages of a leaf do not stand beside each other");
  });

  it("turns paper like a page, unless the editor names the edge", () => {
    const flipOf = (fold: ImposeName, turn?: "short-edge") =>
      imposedAs({ fold, paper: "A3", turn }, factsOf("A6")).job.flip;
    expect([flipOf("sixteen-pages"), flipOf("eight-pages"), flipOf("eight-pages", "short-edge")]).toEqual([
      "short-edge",
      "long-edge",
      "short-edge",
    ]);
  });

  it("has a gutter for the bleed of both pages where it costs no page", () => {
    const gutterOf = (paper: PaperName) => imposedAs({ fold: "n-up", paper }, factsOf("A5")).job.gutter;
    expect([gutterOf("A4"), gutterOf("SRA3")]).toEqual([0, 6]);
  });

  it("is tested on two sheets, with all the pages that these have", () => {
    const facts = factsOf("A6");
    const count = (fold: ImposeName, paper: PaperName) => countTestPages({ fold, paper }, facts);
    expect([count("sections", "A5"), count("sixteen-pages", "A3"), count("n-up", "A4"), count("repeat", "A4")]).toEqual(
      [8, 32, 16, 4],
    );
  });

  it.each(imposeNames)("has every page in each copy, on every paper that suits, in both directions: %s", (fold) => {
    for (const page of pageFormats)
      for (const paper of paperNames)
        for (const dir of ["ltr", "rtl"] as const) {
          const folded = imposedAs({ fold, paper, ...(fold === "sections" && { sheets: 2 }) }, factsOf(page, dir), 21);
          if (findMisfit(folded)) continue;
          const sheets = planSheets(folded);
          for (const faces of foldSheets(planWork(folded))) {
            const read = faces.map(({ sheet, side, area }) => {
              const panels = sheets[sheet]![side] ?? [];
              const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
              return panels.find(
                ({ frame: { x, y, width, height } }) =>
                  middle.x > x && middle.x < x + width && middle.y > y && middle.y < y + height,
              )?.page;
            });
            expect(
              read.filter((number) => number !== undefined),
              `${page} on ${paper}, ${dir}`,
            ).toEqual(folded.job.pages);
          }
        }
  });
});
