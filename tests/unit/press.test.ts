import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePress } from "../../src/editions/press.ts";
import { pamphletPageOf, pointsPerMm } from "../../src/geometry.ts";
import { makeBlackProfile } from "../../src/press/icc.ts";
import { blackInk, convertToInks } from "../../src/press/ink.ts";
import { cutToTrim, openPdf } from "../../src/pdf/document.ts";
import { decodePageContent } from "../../src/pdf/content-stream.ts";
import { savePdf } from "../../src/pdf/save.ts";
import { findPrintedImages } from "../../src/inspect/printed-images.ts";
import { savePdfX } from "../../src/press/pdf-x.ts";
import { findX4Faults } from "../../src/inspect/x4.ts";
import type { Artifact } from "../../src/artifact.ts";
import type { Publication } from "../../src/publication.ts";
import { publicationSchema } from "../../src/schemas.ts";
import { presetNames } from "../../src/shop-presets.ts";
import { verifyPress } from "../../src/verify/press.ts";
import { publicationOf } from "../support/publication.ts";

const a5 = pamphletPageOf("A5");

const mm = (points: number) => Number((points / pointsPerMm).toFixed(3));
// As load.ts reads YAML: every value is the text that was written.
const written = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? String(part) : part));
const printOf = (print: object) => publicationSchema.shape.print.parse(written(print));

/** The press files of a pamphlet of blank pages. */
async function press(
  count: number,
  print: object,
): Promise<{ publication: Publication; made: Artifact[]; artifacts: Artifact[] }> {
  const pdf = await PDFDocument.create();
  const side = (length: number) => (length + 2 * a5.bleed) * pointsPerMm;
  for (let page = 0; page < count; page++) pdf.addPage([side(a5.width), side(a5.height)]).drawText("");
  cutToTrim(pdf, a5);
  const publication = publicationOf([], { print: printOf(print), colour: "#9e1b1b" });
  const made = [{ kind: "pamphlet" as const, path: "print/x-a5.pdf", bytes: await savePdf(pdf), pages: count }];
  const artifacts = await makePress({
    publication,
    made,
    documents: () => Promise.reject(new Error()),
    browser: () => Promise.reject(new Error()),
  });
  return { publication, made, artifacts };
}

describe("the press edition", () => {
  it("gives an inside and a cover, each a multiple of four pages, the blanks before the back cover", async () => {
    for (const [count, inside] of [
      [6, 4],
      [8, 4],
      [9, 8],
      [25, 24],
      [28, 24],
    ] as const) {
      const { artifacts } = await press(count, {});
      expect(artifacts.map(({ path, pages }) => [path, pages])).toEqual([
        ["print/a-title-press.pdf", inside],
        ["print/a-title-press-cover.pdf", 4],
      ]);
    }
    expect((await press(25, { cover: "with" })).artifacts.map(({ pages }) => pages)).toEqual([28]);
  });

  it("gives exact boxes for any bleed, and what it gives passes the check of a print shop", async () => {
    for (const bleed of [0, 3, 10]) {
      const { publication, made, artifacts } = await press(8, { bleed });
      const page = (await openPdf(artifacts[0]!.bytes)).getPage(0);
      const [trim, bleedBox, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
      expect([trim.width, trim.height].map(mm)).toEqual([148, 210]);
      expect([trim.x - bleedBox.x, trim.y - bleedBox.y].map(mm)).toEqual([bleed, bleed]);
      expect([bleedBox.width, bleedBox.height, media.width].map(mm)).toEqual([
        148 + 2 * bleed,
        210 + 2 * bleed,
        168 + 2 * bleed,
      ]);
      // The fonts that pdf-lib names in its own pages are not the pamphlet's.
      expect(
        (await verifyPress(publication, artifacts, made)).filter(({ code }) => code !== "font-not-embedded"),
      ).toEqual([]);
    }
  });

  it.each(presetNames)("passes the check of the shop that %s is for", async (shop) => {
    const { publication, made, artifacts } = await press(8, { shop, inks: { cover: [0, 100, 90, 30] } });
    const problems = await verifyPress(publication, artifacts, made);
    expect(problems.filter(({ code }) => code !== "font-not-embedded")).toEqual([]);
    const versions = artifacts.map(({ bytes }) => Buffer.from(bytes).toString("latin1", 0, 8));
    expect(versions).toEqual(Array.from({ length: 2 }, () => (shop.startsWith("x4") ? "%PDF-1.6" : "%PDF-1.4")));
  });

  it("leaves blank pages out where they are not wanted, but a cover has four pages", async () => {
    const countsOf = async (print: object) => (await press(25, print)).artifacts.map(({ pages }) => pages);
    expect(await countsOf({ shop: { blanks: "out" } })).toEqual([22, 4]);
    expect(await countsOf({ cover: "with", shop: { blanks: "out" } })).toEqual([26]);
  });

  it("gives whole leaves and a wide cover where it is glued", async () => {
    const shop = { binding: "perfect", "cover-bleed": 5, marks: ["crop", "fold", "registration"] };
    const { publication, made, artifacts } = await press(25, { shop, inks: { cover: [0, 100, 90, 30] } });
    expect(artifacts.map(({ pages }) => pages)).toEqual([22, 2]);
    const [outside] = (await openPdf(artifacts[1]!.bytes)).getPages();
    // 11 leaves of 0.1 mm, and 0.6 mm of glue.
    expect([outside!.getTrimBox().width, outside!.getBleedBox().width].map(mm)).toEqual([297.7, 307.7]);
    const content = decodePageContent(outside!);
    expect(content).toContain("/AllInks CS 1 SCN");
    const dashed = content.slice(content.indexOf("[3] 0 d"));
    const folds = [...dashed.matchAll(/^([\d.]+) \S+ m \1 \S+ l S$/gm)].map(([, x]) => Number(x));
    const fromTrim = folds.slice(0, 4).map((x) => mm(x - outside!.getTrimBox().x));
    expect(fromTrim).toEqual([148, 148, 149.7, 149.7]);
    const problems = await verifyPress(publication, artifacts, made);
    expect(problems.filter(({ code }) => code !== "font-not-embedded")).toEqual([]);
  });

  it("is the same bytes each time", async () => {
    const [one, other] = [await press(8, {}), await press(8, {})];
    expect(one.artifacts.every(({ bytes }, index) => Buffer.from(bytes).equals(other.artifacts[index]!.bytes))).toBe(
      true,
    );
  });
});

describe("PDF/X-4", () => {
  it("is declared with a profile, and a PDF that is not says what it lacks", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    expect(findX4Faults(pdf)).toContain("it does not name exactly one press");
    await convertToInks(blackInk, pdf);
    const bytes = await savePdfX(
      pdf,
      blackInk,
      { standard: "PDF/X-4", condition: "none", profile: "embedded" },
      { title: "A & B: “Żółć”, سلام", authors: [], subject: "", language: "en", date: new Date(0) },
      "x",
    );
    expect(findX4Faults(await openPdf(bytes))).toEqual([]);
    expect(Buffer.from(bytes).toString("latin1")).toContain("A &amp; B");
  });

  it("has a profile of a press with black ink alone", () => {
    const profile = Buffer.from(makeBlackProfile());
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString("latin1", 12, 20)).toBe("prtrGRAY");
  });
});

describe("the resolution of an image", () => {
  it("is counted from the size at which it is printed", async () => {
    const pdf = await PDFDocument.create();
    const image = await pdf.embedPng(
      await sharp({ create: { width: 300, height: 150, channels: 3, background: "#888" } })
        .png()
        .toBuffer(),
    );
    pdf.addPage().drawImage(image, { x: 10, y: 10, width: 144, height: 72 });
    const page = (await openPdf(await pdf.save())).getPage(0);
    expect(findPrintedImages(page).map(({ width, height, ppi }) => [width, height, Math.round(ppi)])).toEqual([
      [300, 150, 150],
    ]);
  });
});

describe("print: in publication.yaml", () => {
  it("has a default for everything, and bounds", () => {
    expect(printOf({})).toEqual({
      page: "A5",
      bleed: 3,
      overprint: "first",
      paper: 0.1,
      cover: "separate",
      fit: "sheets",
      inks: { cover: "grey" },
      shop: {
        standard: "PDF/X-4",
        condition: "none",
        profile: "embedded",
        coverBleed: 3,
        marks: ["crop"],
        blanks: "in",
        deepBlack: undefined,
        binding: "saddle-stitch",
        glue: 0.6,
      },
      acronyms: "capitals",
      links: "notes",
      short: {},
    });
    for (const wrong of [
      { bleed: 11 },
      { paper: 0 },
      { cover: "yes" },
      { inks: { cover: [0, 0, 0] } },
      { inks: { cover: [100, 100, 100, 1] } },
      { blead: 3 },
      { links: "footnotes" },
      { short: { "example.org/long": "example.org/s" } },
      { short: { "https://example.org/long": "two words" } },
    ]) {
      expect(publicationSchema.shape.print.safeParse(wrong).success).toBe(false);
    }
  });
});
