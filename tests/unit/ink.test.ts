import { PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeContent, collectDrawnObjects, parseOperations, unpackStream } from "../../src/pdf/content-stream.ts";
import { imageProfileOf } from "../../src/press/output-intent.ts";
import { blackInk, createInks, convertToInks } from "../../src/press/ink.ts";
import { plateInks, separationInks } from "../../src/press/spot.ts";
import { fileEndingOf, hasGreyNames, separationNameOf, usualInk, usualInks } from "../../src/spot-inks.ts";
import { findColourSpaces } from "../../src/inspect/colour-spaces.ts";
import { encodeGreyJpeg, toGreyPixels } from "../../src/press/pixels.ts";

/** A page that paints what is given, and shows an image if one is given. */
async function painted(content: string, image?: Uint8Array): Promise<{ pdf: PDFDocument; page: PDFPage }> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([100, 100]);
  if (image)
    page.drawImage(image[0] === 0xff ? await pdf.embedJpg(image) : await pdf.embedPng(image), {
      x: 0,
      y: 0,
      width: 50,
      height: 50,
    });
  page.node.normalize();
  page.node.addContentStream(pdf.context.register(pdf.context.flateStream(content)));
  await pdf.flush();
  return { pdf, page };
}

const written = (page: PDFPage) => [...collectDrawnObjects(page).contents.values()].map(decodeContent).join("\n");
const swatch = (alpha: number) =>
  sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 200, g: 40, b: 40, alpha } } });

describe("operations", () => {
  it("tells operands from operators, and text from both", () => {
    const content = "q 1 0 0 rg [(a \\) rg (b) ) -3 <0a 0b>] TJ /F1 9 Tf % 1 g\nT* ET";
    expect(parseOperations(content).map(({ operator }) => operator)).toEqual(["q", "rg", "TJ", "Tf", "T*", "ET"]);
    expect(parseOperations(content)[1]!.operands).toEqual(["1", "0", "0"]);
  });
});

describe("black ink", () => {
  it("prints grey as it is and colour as a tint, and leaves everything else alone", async () => {
    const { pdf, page } = await painted("0 0 0 rg 0 0 9 9 re f .62 .106 .106 RG (1 0 0 rg) Tj");
    await convertToInks(blackInk, pdf);
    expect(written(page)).toContain("0 g 0 0 9 9 re f 0.2602 G (1 0 0 rg) Tj");
    expect([...findColourSpaces(page)]).toEqual(["DeviceGray"]);
  });

  it("makes images grey, with their transparency", async () => {
    for (const image of [await swatch(1).jpeg().toBuffer(), await swatch(0.5).png().toBuffer()]) {
      const { pdf, page } = await painted("0 g", image);
      expect(findColourSpaces(page)).toContain("DeviceRGB");
      await convertToInks(blackInk, pdf);
      expect([...findColourSpaces(page)]).toEqual(["DeviceGray"]);
      const mask = [...collectDrawnObjects(page).images.values()].some(({ dict }) => dict.has(PDFName.of("SMask")));
      expect(mask).toBe(image[0] !== 0xff);
      expect(page.node.has(PDFName.of("Group"))).toBe(mask);
    }
  });
});

describe("an image on a cover in four inks", () => {
  const imagesIn = (page: PDFPage) => [...collectDrawnObjects(page).images.values()];
  const convert = async (image: Uint8Array, mostInk: number, profile = "cmyk") => {
    const { pdf, page } = await painted("0 g", image);
    await convertToInks(createInks({}, { profile, mostInk }), pdf);
    return {
      page,
      pixel: [...unpackStream(imagesIn(page)[0]!).subarray(0, 4)].map((share) => Math.round(share / 2.55)),
    };
  };

  it("has the inks of its colours, with its transparency", async () => {
    for (const image of [await swatch(1).jpeg({ quality: 100 }).toBuffer(), await swatch(0.5).png().toBuffer()]) {
      const { page, pixel } = await convert(image, 300);
      expect([...findColourSpaces(page)].toSorted()).toEqual(["DeviceCMYK", "DeviceGray"]);
      const [cyan, magenta, yellow, black] = pixel;
      expect([cyan! < 20, magenta! > 80, yellow! > 80, black! < 40]).toEqual([true, true, true, true]);
      expect(imagesIn(page).some(({ dict }) => dict.has(PDFName.of("SMask")))).toBe(image[0] !== 0xff);
    }
  });

  it("has no more ink than a spot may have, and less colour rather than less black", async () => {
    const create = { width: 8, height: 8, channels: 3, background: { r: 0, g: 0, b: 24 } } as const;
    const image = await sharp({ create }).png().toBuffer();
    const profile = imageProfileOf("FOGRA39");
    const [full, less] = [await convert(image, 400, profile), await convert(image, 240, profile)];
    const sum = (shares: number[]) => shares.reduce((sum, share) => sum + share, 0);
    expect(sum(full.pixel)).toBeGreaterThan(270);
    expect(sum(less.pixel)).toBeGreaterThan(230);
    expect(sum(less.pixel)).toBeLessThanOrEqual(240);
    expect(less.pixel[3]).toBe(full.pixel[3]);
  });

  it("stays in black ink alone if it has no colours, also as the JPEG of a camera", async () => {
    const pixels = Uint8Array.from({ length: 3 * 64 * 64 }, (_, at) => (37 * Math.floor(at / 3)) % 256);
    const noise = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
      .jpeg({ quality: 60 })
      .toBuffer();
    const { pdf, page } = await painted("0 g", noise);
    await convertToInks(createInks({}, { profile: "cmyk", mostInk: 300 }), pdf);
    expect([...findColourSpaces(page)]).toEqual(["DeviceGray"]);
  });
});

describe("an image in grey", () => {
  it("has one byte a pixel, as a JPEG one channel", async () => {
    const jpeg = await encodeGreyJpeg(await swatch(1).jpeg().toBuffer());
    expect((await sharp(jpeg).metadata()).channels).toBe(1);
    const pixels = await toGreyPixels(await swatch(1).removeAlpha().raw().toBuffer(), 8, 8);
    expect(pixels).toHaveLength(64);
  });
});

describe("declared inks", () => {
  const inks = createInks({ "#9E1B1B": [0, 100, 90, 30] });

  it("print the declared colour in its inks and greys in black", async () => {
    const { pdf, page } = await painted(".6196 .1059 .1059 rg 0 0 0 RG 1 1 1 rg");
    await convertToInks(inks, pdf);
    expect(written(page)).toContain("0 1 0.9 0.3 k 0 G 1 g");
  });

  it("refuse a colour that is not declared, and paint that is no plain colour", async () => {
    const { pdf } = await painted("0 0 1 rg");
    await expect(convertToInks(inks, pdf)).rejects.toThrow("#0000ff");
    const shaded = await painted("/Sh0 sh");
    await expect(convertToInks(inks, shaded.pdf)).rejects.toThrow("/Sh0 sh");
  });
});

describe("spot inks", () => {
  const printing = { inks: [usualInk("black"), usualInk("red")], overprint: true };
  const red = ".957 .329 .298";

  it("print greys in the first and their own colour in the second, each in its separation", async () => {
    const { pdf, page } = await painted(`0 0 0 rg ${red} rg 1 1 1 rg .5 .5 .5 RG 0 G`);
    await convertToInks(separationInks(pdf, printing), pdf);
    expect(written(page)).toContain(
      "/Ink1 cs 1 scn /InkOver gs /Ink2 cs 1 scn /InkOut gs /Ink1 cs 0 scn /InkOut gs " +
        "/Ink1 CS 0.5 SCN /InkOver gs /AllInks CS 1 SCN",
    );
    expect([...findColourSpaces(page)].sort()).toEqual(["Separation All", "Separation Black", "Separation red"]);
  });

  it("leave each other out if none is to be printed over the other", async () => {
    const { pdf, page } = await painted("0 0 0 rg");
    await convertToInks(separationInks(pdf, { ...printing, overprint: false }), pdf);
    expect(written(page)).toContain("/Ink1 cs 1 scn /InkOut gs");
  });

  it("are grey on plates: each has its own ink, and what is printed over it leaves no trace", async () => {
    const plates = [0, 1].map(async (plate) => {
      const { pdf, page } = await painted(`0 0 0 rg ${red} rg 1 1 1 rg`);
      await convertToInks(plateInks(pdf, printing, plate), pdf);
      return written(page);
    });
    const [first, second] = await Promise.all(plates);
    expect(first).toContain("0 g /InkOut gs 1 g /InkOut gs 1 g /InkOut gs");
    expect(second).toContain("1 g /InkOver gs 0 g /InkOut gs 1 g /InkOut gs");
  });

  it("show images in the first ink alone", async () => {
    const image = await swatch(1).jpeg().toBuffer();
    const decodes = [0, 1].map(async (plate) => {
      const { pdf, page } = await painted("0 g", image);
      await convertToInks(plateInks(pdf, printing, plate), pdf);
      const [only] = collectDrawnObjects(page).images.values();
      return only!.dict.get(PDFName.of("Decode"))?.toString();
    });
    expect(await Promise.all(decodes)).toEqual([undefined, "[ 1 1 ]"]);
  });

  it("have the names of their files and of their separations", () => {
    expect(fileEndingOf(usualInk("fluorescent pink"))).toBe("ink-fluorescent-pink");
    expect(separationNameOf({ name: "Pantone 485", shows: "#da291c" })).toBe("Pantone 485");
  });
});

it("names are set in grey where they can be read in a tint of the ink", () => {
  const inGrey = (Object.keys(usualInks) as (keyof typeof usualInks)[]).filter((name) =>
    hasGreyNames({ print: { inks: { spot: [usualInk(name)] } } }),
  );
  expect(inGrey).toEqual(["black"]);
  expect(hasGreyNames({ print: { inks: { cover: "grey" } } })).toBe(true);
});
