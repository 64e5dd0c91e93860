import path from "node:path";
import { expect, it } from "vitest";
import { build, verifyBuild } from "../../src/build.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writeDeclaration } from "../support/udhr.ts";

it("a text in German is set evenly: what its lines and pages measure", async () => {
  const folder = path.join(temporaryFolder(), "german");
  const out = `${folder}-out`;
  writeDeclaration(folder, "deu_1996");
  await build({ folder, out, only: ["pamphlet"] });
  const { problems, measures = [] } = await verifyBuild(folder, out, { measures: true });
  expect(problems).toEqual([]);
  expect(measures.map(({ text }) => text)).toEqual(["part-1", "part-2", "part-3", "part-4"]);
  for (const measure of measures) {
    expect(measure).toMatchObject({ uneven: 0, widows: 0, orphans: 0 });
    // The browser's own lines have 71 to 90 % in the mean, and up to 509 %; TeX's have 30 to 48, and up to 128.
    expect(measure.stretch!.mean).toBeLessThan(55);
    expect(measure.stretch!.widest).toBeLessThan(150);
    expect(measure.stretch!.tightest).toBeGreaterThanOrEqual(-34);
  }
  // They can be asked for, and are not there otherwise.
  expect(await verifyBuild(folder, out)).not.toHaveProperty("measures");
});
