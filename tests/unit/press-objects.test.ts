import { PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/pdf/document.ts";
import { decodePageContent } from "../../src/pdf/content-stream.ts";
import { findPressObjects } from "../../src/inspect/press-objects.ts";
import { deepenBlack } from "../../src/press/deep-black.ts";

const deep = [70, 40, 30, 100] as const;

/** A page of 400 × 300 pt that paints what is given; F1 is a font. */
async function painted(content: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 300]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.node.setFontDictionary(PDFName.of("F1"), font.ref);
  page.node.normalize();
  page.node.addContentStream(pdf.context.register(pdf.context.flateStream(content)));
  await pdf.flush();
  return pdf;
}

async function objectsOf(content: string, change: (pdf: PDFDocument) => void = () => {}) {
  const pdf = await painted(content);
  change(pdf);
  const bytes = await pdf.save();
  return (await findPressObjects(bytes, await openPdf(bytes)))[0]!;
}

const text = (words: string, size = 10, place = "50 60") => `BT /F1 ${size} Tf ${place} Td (${words}) Tj ET`;

describe("type", () => {
  it("is found with its size, its inks, and the inks below it", async () => {
    const { type } = await objectsOf(
      `q 0.1 0.2 0 0 k 0 0 400 200 re f Q 1 g ${text("White", 5.5)} 0 g 2 0 0 2 0 0 cm ${text("Black", 6, "40 120")}`,
    );
    expect(type.map(({ text, size, inks, ground }) => ({ text, size, inks, ground }))).toEqual([
      { text: "White", size: 5.5, inks: [0, 0, 0, 0], ground: [10, 20, 0, 0] },
      { text: "Black", size: 12, inks: [0, 0, 0, 100], ground: [0, 0, 0, 0] },
    ]);
  });

  it("is so far from the nearest edge of the trim", async () => {
    const { type } = await objectsOf(`${text("left", 10, "7 150")} ${text("out", 10, "900 150")}`);
    expect(type.map(({ text, toTrim }) => [text, Math.round(toTrim)])).toEqual([["left", 7]]);
  });

  it("is in unknown inks if it is painted in red, green and blue", async () =>
    expect((await objectsOf(`0 0 0 rg ${text("Light")}`)).type[0]!.inks).toBeUndefined());

  it("is found in the order of the operators, whichever of them shows it", async () => {
    const { type } = await objectsOf(
      `BT /F1 10 Tf 12 TL 50 90 Td 0 g [(A) -20 (B)] TJ 0.5 g (C) ' 1 0 0 0 k 0 0 (D) " ET`,
    );
    expect(type.map(({ text, inks }) => [text, inks])).toEqual([
      ["AB", [0, 0, 0, 100]],
      ["C", [0, 0, 0, 50]],
      ["D", [100, 0, 0, 0]],
    ]);
  });
});

describe("lines and areas", () => {
  it("are told by their shape and their width on the page", async () => {
    const { shapes } = await objectsOf(
      "0.5 0 0 0.5 0 0 cm 0.4 w 0 G 20 20 m 120 20 l S 0 g 20 100 200 0.5 re f 0.2 0.3 0 0 k 40 40 100 80 re f",
    );
    expect(shapes.map(({ lineWidth, inks }) => [lineWidth && Math.round(lineWidth * 100) / 100, inks])).toEqual([
      [0.2, [0, 0, 0, 100]],
      [0.25, [0, 0, 0, 100]],
      [undefined, [20, 30, 0, 0]],
    ]);
  });

  it("are the sides of a frame, as far as its clip leaves them, and lines without a width", async () => {
    const { shapes } = await objectsOf(
      "q 50 50 200 100 re W n 0 g 45 45 210 110 re 45 52 210 110 re f* Q 0 w 20 20 m 120 20 l S",
    );
    expect(shapes).toMatchObject([{ lineWidth: 2, left: 50, width: 200, height: 2 }, { lineWidth: 0 }]);
  });

  it("are left out beyond the trim and outside a clip", async () => {
    const { shapes } = await objectsOf(
      "0 G 0.1 w -20 -20 m -10 -20 l S q 0 0 10 10 re W n 0 g 50 50 30 30 re f Q 0 g 60 60 30 30 re f",
    );
    expect(shapes).toMatchObject([{ left: 60, top: 210, width: 30, height: 30 }]);
  });
});

describe("deep black", () => {
  const deepen = (pdf: PDFDocument) => deepenBlack(pdf, [...deep]);

  it("is given to large grounds alone; black text is printed over what is below it", async () => {
    const { type, shapes } = await objectsOf(
      `0 g 100 100 200 150 re f 20 20 10 10 re f 0.1 0 0 0 k 0 0 300 90 re f 0 g ${text("Over")} 1 g ${text("White", 10, "120 120")}`,
      deepen,
    );
    expect(shapes.map(({ inks }) => inks!.map(Math.round))).toEqual([
      [70, 40, 30, 100],
      [0, 0, 0, 100],
      [10, 0, 0, 0],
    ]);
    expect(type.map(({ inks, overprints }) => [inks, overprints])).toEqual([
      [[0, 0, 0, 100], true],
      [[0, 0, 0, 0], false],
    ]);
  });

  it("leaves a page without black as it is", async () => {
    const content = "0.2 g 100 100 200 150 re f 0 g 10 10 m 200 10 l 200 200 l f";
    const pdf = await painted(content);
    deepen(pdf);
    expect(decodePageContent(pdf.getPage(0))).toContain(content);
  });
});
