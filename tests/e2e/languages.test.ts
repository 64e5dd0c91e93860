import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { inspect } from "../../src/print/inspect.ts";
import { verifyGlyphs } from "../../src/verify/glyphs.ts";
import { publicationOf } from "../support/publication.ts";

const room = mkdtempSync(path.join(tmpdir(), "pamphlet-languages-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

it("Persian, Arabic and Hebrew come out in every edition, each proved, in fonts of their own", async () => {
  const artifacts = await build({ folder: path.resolve("tests/fixtures/persian"), out: path.join(room, "persian") });
  const { fonts } = await inspect(artifacts.find(({ path }) => path.endsWith("-a5.pdf"))!.bytes);
  expect(fonts.map(({ name }) => name).join(" ")).toMatch(/Vazirmatn-Regular.*FrankRuhlLibre-Regular/);
  const web = artifacts.filter(({ path }) => path.startsWith("web/fonts/")).map(({ path }) => path);
  expect(web).toContain("web/fonts/Vazirmatn-Regular.woff2");
});

it("a character that no font has is named with its place", async () => {
  const publication = publicationOf([{ body: "Plain words.\n\nA word, then 漢 and 😀 and 漢.\n" }]);
  const problems = await verifyGlyphs(publication, [], ["fonts"]);
  expect(problems).toMatchObject([
    { code: "glyph-missing", place: { file: "text-1.md", line: 7, column: 14 }, message: expect.stringContaining("“漢” (U+6F22)") },
    { code: "glyph-missing", place: { file: "text-1.md", line: 7, column: 20 }, message: expect.stringContaining("“😀” (U+1F600)") },
  ]);
});
