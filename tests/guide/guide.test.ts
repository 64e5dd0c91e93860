import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { findRemarks } from "../../src/check/remarks.ts";
import { build } from "../../src/build.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { composeGuide, guideFixture, guideFolder, listForms } from "./compose.ts";

const images = path.join(guideFolder, "images");

/** The most bytes of all pictures together. */
const mostBytes = 400_000;

describe("the guide", () => {
  it("is what “npm run guide” writes", async () => {
    expect(readFileSync(path.join(guideFolder, "README.md"), "utf8")).toBe(await composeGuide());
  });

  it("shows each text of its fixture, which has no problem and builds", async () => {
    const { statements } = await loadAndCheck(guideFixture);
    expect(listForms()).toEqual(statements.map(({ slug }) => slug));
    expect(findRemarks(await loadAndCheck(guideFixture))).toEqual([]);
    const artifacts = await build({
      folder: guideFixture,
      out: path.join(temporaryFolder(), "out"),
      only: ["pamphlet", "text"],
    });
    expect(artifacts.length).toBeGreaterThan(statements.length);
  });

  it("has two pictures of each form, which take little room", () => {
    const names = listForms().flatMap((name) => [`${name}-print.png`, `${name}-web.png`]);
    expect(readdirSync(images).sort()).toEqual(names.sort());
    const bytes = names.reduce((sum, name) => sum + statSync(path.join(images, name)).size, 0);
    expect(bytes).toBeLessThan(mostBytes);
  });

  it("names only files that are there", () => {
    const text = readFileSync(path.join(guideFolder, "README.md"), "utf8");
    const named = [...text.matchAll(/src="([^"]+)"/g)].map(([, name]) => name!);
    expect(named.length).toBe(2 * listForms().length);
    for (const name of named) expect(statSync(path.join(guideFolder, name)).isFile()).toBe(true);
  });
});
