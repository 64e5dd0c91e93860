import { decodePDFRawStream, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { collectDrawnObjects, readNumber, unpackStream } from "../../src/pdf/content-stream.ts";
import { flattenTransparency } from "../../src/press/flatten.ts";
import { blackInk, convertToInks, createInks } from "../../src/press/ink.ts";

async function withImage(image: Uint8Array, inks = blackInk): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  pdf.addPage([100, 100]).drawImage(await pdf.embedPng(image), { x: 0, y: 0, width: 50, height: 50 });
  await pdf.flush();
  await convertToInks(inks, pdf);
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

  it("is an image in four inks, of which paper has none", async () => {
    const create = { width: 8, height: 4, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } as const;
    const image = await sharp({ create }).png().toBuffer();
    const inks = createInks({}, { profile: "cmyk", mostInk: 300 });
    const pdf = await withImage(image, inks);
    const inksOf = () => [...collectDrawnObjects(pdf.getPage(0)).images.values()].map((image) => unpackStream(image));
    const whole = inksOf().find(({ length }) => length === 4 * 8 * 4)!;
    await flattenTransparency(pdf);
    const [flat, ...others] = inksOf();
    expect(others).toEqual([]);
    expect([...flat!]).toEqual([...whole].map((share) => Math.round((share * 128) / 255)));
    expect(whole[1]).toBeGreaterThan(200);
  });

  it("is nothing else: an opacity is refused", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]).drawRectangle({ x: 0, y: 0, width: 10, height: 10, opacity: 0.5 });
    await pdf.flush();
    await expect(flattenTransparency(pdf)).rejects.toThrow("something is translucent");
  });
});
