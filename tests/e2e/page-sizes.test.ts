import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { pageFormats, pamphletPage, pamphletSheet, pointsPerMm, type PageSize } from "../../src/geometry.ts";
import { inspect } from "../../src/inspect/print-facts.ts";
import { longText, writePublication } from "../support/long.ts";

const room = mkdtempSync(path.join(tmpdir(), "pamphlet-sizes-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const inMm = ({ width, height }: PageSize) =>
  [width, height].map((points) => Math.round((points / pointsPerMm) * 10) / 10);

describe.each(pageFormats)("a pamphlet of %s, without bleed", (format) => {
  it("comes out as a booklet on its sheet, and for the print shop", async () => {
    const folder = path.join(room, format);
    writePublication(folder, longText(20, 6), `print:\n  page: ${format}\n  bleed: 0\n`);
    const artifacts = await build({ folder, out: `${folder}-out`, only: ["booklet", "press"] });
    const file = (ending: string) => artifacts.find(({ path }) => path.endsWith(ending))!;
    const trims = async (ending: string) => (await inspect(file(ending).bytes)).pages.map(({ trim }) => inMm(trim));
    const { width, height } = pamphletPage(format);
    const sheet = pamphletSheet(format);
    expect(new Set((await trims(`-${format.toLowerCase()}.pdf`)).join(" ").split(" "))).toEqual(
      new Set([`${width},${height}`]),
    );
    expect((await trims("-booklet-short-edge.pdf"))[0]).toEqual([sheet.width, sheet.height]);
    expect((await trims("-press.pdf"))[0]).toEqual([width, height]);
  });
});
