import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { pageFormats, pamphletPageOf, pointsPerMm, type PageSize } from "../../src/geometry.ts";
import { listPapers, ownPaperOf, paperOf } from "../../src/papers.ts";
import { readingOf } from "../../src/verify/readings.ts";
import { longText } from "../support/long.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const inMm = ({ width, height }: PageSize) =>
  [width, height].map((points) => Math.round((points / pointsPerMm) * 10) / 10);

describe.each(pageFormats)("a pamphlet of %s, without bleed", (format) => {
  it("has pages, booklet sheets and press pages of the right size", async () => {
    const folder = writePublication(path.join(temporary, format), [{ body: longText(6, 2) }], {
      print: { page: format, bleed: 0 },
    });
    const artifacts = await build({ folder, out: `${folder}-out`, only: ["booklet", "press"] });
    const file = (ending: string) => artifacts.find(({ path }) => path.endsWith(ending))!;
    const trims = async (ending: string) =>
      (await readingOf(file(ending).bytes)).boxesAndFonts.pages.map(({ trim }) => inMm(trim));
    const { width, height } = pamphletPageOf(format);
    const sheet = paperOf(ownPaperOf({ page: format }));
    expect(new Set((await trims(`-${format.toLowerCase()}.pdf`)).join(" ").split(" "))).toEqual(
      new Set([`${width},${height}`]),
    );
    expect((await trims("-booklet-short-edge.pdf"))[0]).toEqual([sheet.width, sheet.height]);
    for (const paper of listPapers({ page: format }).slice(1)) {
      const [side] = await trims(`-booklet-${paper.toLowerCase()}-short-edge.pdf`);
      // Two booklets on a sheet stand one above the other.
      expect(side!.toSorted()).toEqual([paperOf(paper).width, paperOf(paper).height].toSorted());
    }
    expect((await trims("-press.pdf"))[0]).toEqual([width, height]);
  });
});
