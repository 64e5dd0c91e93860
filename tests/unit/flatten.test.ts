import { decodePDFRawStream, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { collectDrawnObjects, readNumber } from "../../src/pdf/content-stream.ts";
import { flattenTransparency } from "../../src/press/flatten.ts";
import { blackInk, convertToInks } from "../../src/press/ink.ts";

async function withImage(image: Uint8Array): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  pdf.addPage([100, 100]).drawImage(await pdf.embedPng(image), { x: 0, y: 0, width: 50, height: 50 });
  await pdf.flush();
  await convertToInks(blackInk, pdf);
  return pdf;
}

describe("what is flattened", () => {
  it("is an image on white paper, in the same pixels, and no group", async () => {
    const black = { r: 0, g: 0, b: 0 };
    const create = { width: 8, height: 4, channels: 4, background: { ...black, alpha: 0.25 } } as const;
    const pdf = await withImage(await sharp({ create }).png().toBuffer());
    const page = pdf.getPage(0);
    expect(page.node.has(PDFName.of("Group"))).toBe(true);
    await flattenTransparency(pdf);
    const [image, ...others] = [...collectDrawnObjects(page).images.values()];
    expect(others).toEqual([]);
    expect(page.node.has(PDFName.of("Group"))).toBe(false);
    expect([readNumber(image!.dict, "Width"), readNumber(image!.dict, "Height")]).toEqual([8, 4]);
    // A quarter of 255 is black.
    expect(new Set(decodePDFRawStream(image!).decode())).toEqual(new Set([191]));
  });

  it("is nothing else: an opacity is refused", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]).drawRectangle({ x: 0, y: 0, width: 10, height: 10, opacity: 0.5 });
    await pdf.flush();
    await expect(flattenTransparency(pdf)).rejects.toThrow("something is translucent");
  });
});
