import path from "node:path";
import { expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import { readingOf } from "../../src/verify/readings.ts";
import { findArtifact } from "../../src/artifact.ts";
import { verifyFonts } from "../../src/verify/fonts.ts";
import { buildOnce } from "../support/builds.ts";

it("Persian, Arabic and Hebrew texts are set in the fonts of their scripts, in print and on the web", async () => {
  const { artifacts } = await buildOnce("tests/fixtures/persian");
  const { fonts } = (await readingOf(findArtifact(artifacts, "pamphlet")!.bytes)).boxesAndFonts;
  expect(fonts.map(({ name }) => name).join(" ")).toMatch(/Vazirmatn-Regular.*FrankRuhlLibre-Regular/);
  const web = artifacts.filter(({ path }) => path.startsWith("web/fonts/")).map(({ path }) => path);
  expect(web).toContain("web/fonts/Vazirmatn-Regular.woff2");
});

it("a font in a PDF that the publication does not use is a problem", async () => {
  const { publication } = await load(path.resolve("tests/fixtures/persian"));
  const { artifacts } = await buildOnce("tests/fixtures/persian");
  const pamphlet = artifacts.filter(({ kind }) => kind === "pamphlet");
  expect(await verifyFonts(publication!, pamphlet, ["fonts"])).toEqual([]);
  const problems = await verifyFonts({ ...publication!, faces: [] }, pamphlet, ["fonts"]);
  expect(problems.map(({ code, message }) => `${code} ${message}`).join()).toMatch(/glyph-missing .*Vazirmatn-Regular/);
});
