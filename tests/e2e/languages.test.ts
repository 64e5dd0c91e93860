import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { load } from "../../src/load/index.ts";
import { blocksOf, readingOf } from "../../src/verify/readings.ts";
import { findArtifact } from "../../src/artifact.ts";
import { verifyFonts } from "../../src/verify/fonts.ts";
import { buildOnce } from "../support/builds.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

it("Persian, Arabic and Hebrew texts are set in the fonts of their scripts, in print and on the web", async () => {
  const { artifacts } = await buildOnce("tests/fixtures/persian");
  const { fonts } = (await readingOf(findArtifact(artifacts, "pamphlet")!.bytes)).boxesAndFonts;
  expect(fonts.map(({ name }) => name).join(" ")).toMatch(/Vazirmatn-Regular.*FrankRuhlLibre-Regular/);
  const web = artifacts.filter(({ path }) => path.startsWith("web/fonts/")).map(({ path }) => path);
  expect(web).toContain("web/fonts/Vazirmatn-Regular.woff2");
});

describe("lines", () => {
  const linesOf = async (name: string, language: string, body: string) => {
    const folder = writePublication(path.join(temporary, name), [{ lang: language, body, source: undefined }], {
      language,
      print: { page: "A6" },
    } as never);
    const made = await build({ folder, out: `${folder}-out`, only: ["pamphlet"] });
    const { blocks } = await blocksOf(findArtifact(made, "pamphlet")!.bytes);
    return blocks.reduce((longest, { lines }) => (lines.length > longest.length ? lines : longest), blocks[0]!.lines);
  };

  it("with Ethiopic word spaces are as full as they can be", async () => {
    const lines = await linesOf("amharic", "am", Array.from({ length: 40 }, () => "ቃላት").join("፡"));
    const widths = lines.slice(0, -1).map(({ left, right }) => right - left);
    expect(Math.min(...widths)).toBeGreaterThan(0.85 * Math.max(...widths));
  });

  it("of long words have no gaping spaces", async () => {
    const word = "வைத்திருக்கப்படுதலோ";
    const lines = await linesOf("tamil", "ta", Array.from({ length: 20 }, () => `${word} சொல் ${word}`).join(" "));
    const spaces = lines.flatMap(({ spaces, size }) => spaces.map(({ left, right }) => (right - left) / size));
    expect(spaces.length).toBeGreaterThan(10);
    expect(Math.max(...spaces)).toBeLessThan(1.2);
  });
});

it("a font in a PDF that the publication does not use is a problem", async () => {
  const { publication } = await load(path.resolve("tests/fixtures/persian"));
  const { artifacts } = await buildOnce("tests/fixtures/persian");
  const pamphlet = artifacts.filter(({ kind }) => kind === "pamphlet");
  expect(await verifyFonts(publication!, pamphlet, ["fonts"])).toEqual([]);
  const problems = await verifyFonts({ ...publication!, faces: [] }, pamphlet, ["fonts"]);
  expect(problems.map(({ code, message }) => `${code} ${message}`).join()).toMatch(/glyph-missing .*Vazirmatn-Regular/);
});
