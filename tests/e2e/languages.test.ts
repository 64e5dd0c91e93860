import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { load } from "../../src/load/index.ts";
import { inspect } from "../../src/inspect/print-facts.ts";
import { verifyGlyphs } from "../../src/verify/glyphs.ts";

const room = mkdtempSync(path.join(tmpdir(), "pamphlet-languages-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

it("Persian, Arabic and Hebrew come out in every edition, each proved, in fonts of their own", async () => {
  const artifacts = await build({ folder: path.resolve("tests/fixtures/persian"), out: path.join(room, "persian") });
  const { fonts } = await inspect(artifacts.find(({ path }) => path.endsWith("-a5.pdf"))!.bytes);
  expect(fonts.map(({ name }) => name).join(" ")).toMatch(/Vazirmatn-Regular.*FrankRuhlLibre-Regular/);
  const web = artifacts.filter(({ path }) => path.startsWith("web/fonts/")).map(({ path }) => path);
  expect(web).toContain("web/fonts/Vazirmatn-Regular.woff2");
});

it("a font that is none of ours is told", async () => {
  const { publication } = await load(path.resolve("tests/fixtures/persian"));
  const pdf = readFileSync(path.join(room, "persian/print/right-to-left-a5.pdf"));
  const made = [{ kind: "pamphlet" as const, path: "print/right-to-left-a5.pdf", bytes: pdf }];
  expect(await verifyGlyphs(publication!, made, ["fonts"])).toEqual([]);
  const problems = await verifyGlyphs({ ...publication!, faces: [] }, made, ["fonts"]);
  expect(problems.map(({ code, message }) => `${code} ${message}`).join()).toMatch(/glyph-missing .*Vazirmatn-Regular/);
});
