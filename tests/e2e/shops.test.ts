import { appendFileSync, cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { findArtifact, type Artifact } from "../../src/artifact.ts";
import { build } from "../../src/build.ts";
import type { EditionName } from "../../src/edition-names.ts";
import { pointsPerMm } from "../../src/geometry.ts";
import { findInkPaints } from "../../src/inspect/ink-paints.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { readingOf } from "../../src/verify/readings.ts";
import { longText } from "../support/long.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const fourInks = { cover: [0, 100, 90, 30] };
const glued = { preset: "x1a-crop-marks", binding: "perfect", spine: 8, "most-ink": 230, safe: 2 };

/** Builds a publication with values of publication.yaml as an editor writes them. */
function buildWith(name: string, options: object, only: EditionName[] = ["press"]): Promise<Artifact[]> {
  const folder = writePublication(path.join(temporary, name), [{ body: longText(6, 2) }], options);
  return build({ folder, out: `${folder}-out`, only });
}

async function buildCover(name: string, options: object): Promise<Uint8Array> {
  return findArtifact(await buildWith(name, options), "press-cover")!.bytes;
}

describe("a pamphlet that is glued, as PDF/X-1a", () => {
  it.each([
    ["ltr", "en", "A Title on a Spine"],
    ["rtl", "fa", "عنوان روی عطف"],
  ] as const)("has its title on the spine, from top to bottom: %s", async (direction, language, title) => {
    const print = { inks: fourInks, shop: glued };
    const bytes = await buildCover(direction, { title, language, colour: "#9e1b1b", print });
    const [outside] = (await readingOf(bytes)).text.pages;
    const spine = outside!.runs.filter(({ x }) => x > 148 * pointsPerMm && x < 156 * pointsPerMm);
    expect(
      spine
        .map(({ text }) => text)
        .join("")
        .normalize("NFKC"),
    ).toBe(title);
    // The first run begins at the upper end, as far from the trim as the type of a page.
    expect(outside!.height / pointsPerMm - spine[0]!.y / pointsPerMm).toBeGreaterThan(17);
    expect(spine.every(({ y }) => y > outside!.height / 2)).toBe(true);
    // The ground of the spine is in the inks of the colour, over its whole height.
    const paints = findInkPaints((await openPdf(bytes)).getPage(0));
    const inks = paints.flatMap((paint) => (paint.kind === "fill" ? [paint.inks!.map(Math.round).join("/")] : []));
    expect(inks).toContain("0/100/90/30");
  });
});

it("the guide tells the print shop what the files are, also where there is no booklet", async () => {
  const print = { inks: fourInks, shop: { ...glued, "cover-bleed": 5, marks: ["crop", "fold"] } };
  const artifacts = await buildWith("guide", { language: "en", print }, ["press", "guide"]);
  const guide = Buffer.from(findArtifact(artifacts, "guide")!.bytes).toString().replace(/\s+/g, " ");
  expect(guide).toContain("148 × 210 mm, perfect bound, with a spine of 8 mm");
  expect(guide).toContain("Files: PDF/X-1a:2003, single pages in reading order, 3 mm of bleed, 5 mm on the cover");
  expect(guide).toContain("Printing condition: FOGRA39 • Marks: crop marks, fold marks • Ink: black alone inside");
});

it("every form of a text keeps to the limits of the strictest shop", async () => {
  const folder = path.join(temporary, "forms");
  cpSync("tests/fixtures/guide", folder, { recursive: true });
  const limits = "{ preset: x4-crop-marks, safe: 5, most-ink: 220, deep-black: [30, 30, 30, 100] }";
  appendFileSync(
    path.join(folder, "publication.yaml"),
    `print:\n  inks: { cover: [0, 100, 90, 30] }\n  shop: ${limits}\n`,
  );
  const artifacts = await build({ folder, out: `${folder}-out`, only: ["press"] });
  expect(artifacts.map(({ kind }) => kind)).toContain("press");
});

it("a black cover is in deep black, with white type", async () => {
  const shop = { preset: "x4-crop-marks", "smallest-type": 4, "smallest-type-on-colour": 4 };
  const bytes = await buildCover("black", { colour: "#000000", print: { inks: { cover: [60, 40, 40, 100] }, shop } });
  const paints = findInkPaints((await openPdf(bytes)).getPage(0));
  const found = new Set(
    paints.flatMap(({ kind, inks }) => (kind === "stroke" ? [] : [`${kind} ${inks!.map(Math.round)}`])),
  );
  expect(found).toContain("fill 70,40,30,100");
  expect(found).toContain("text 0,0,0,0");
  expect([...found].filter((paint) => paint.startsWith("text"))).not.toContain("text 60,40,40,100");
});

it("a picture on a cover in four inks has colours, and no more ink than the shop allows", async () => {
  const folder = path.join(temporary, "picture");
  mkdirSync(path.join(folder, "images"), { recursive: true });
  const create = { width: 900, height: 600, channels: 4, background: { r: 0, g: 0, b: 24, alpha: 0.9 } } as const;
  await sharp({ create }).png().toFile(path.join(folder, "images/night.png"));
  writePublication(folder, [{ body: longText(6, 2) }], {
    colour: "#9e1b1b",
    cover: { picture: { file: "images/night.png", alt: "A fixture" } },
    print: { inks: fourInks, shop: { preset: "x1a-crop-marks", "most-ink": 220 } },
  } as object);
  const artifacts = await build({ folder, out: `${folder}-out`, only: ["press"] });
  const [front] = (await openPdf(findArtifact(artifacts, "press-cover")!.bytes)).getPages();
  const images = findInkPaints(front!).filter(({ kind }) => kind === "image");
  const sums = images.map(({ inks }) => inks!.reduce((sum, share) => sum + share, 0));
  expect(sums).toEqual([expect.closeTo(198, 0)]);
});
