import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeEpub } from "../../src/editions/epub.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { unpackZip } from "../../src/zip.ts";
import { encodeBookImage, encodeCover } from "../../src/image.ts";
import { verifyEpub } from "../../src/verify/epub.ts";
import { pixel, publicationOf } from "../support/publication.ts";

const square = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#9e1b1b" } });
const metadataOf = async (bytes: Uint8Array) => sharp(bytes).metadata();

describe("an image in a book", () => {
  it("is the editor's own file if an e-reader can show it", async () =>
    expect(await encodeBookImage(pixel.bytes)).toBe(pixel.bytes));

  it.each([
    ["of 50 megapixels", square(10_000, 5_000).jpeg(), "jpeg"],
    ["narrow and very long", square(60, 70_000).png(), "png"],
    ["progressive", square(40, 40).jpeg({ progressive: true }), "jpeg"],
    ["in colours of a wide gamut", square(40, 40).withIccProfile("p3").jpeg(), "jpeg"],
    ["of 16 bits a colour", square(40, 40).toColourspace("rgb16").png(), "png"],
    ["WebP", square(40, 40).webp(), "png"],
    ["GIF", square(40, 40).gif(), "png"],
  ])("is at most 4 megapixels of baseline sRGB as JPEG or PNG: %s", async (_, image, format) => {
    const { width, height, ...metadata } = await metadataOf(await encodeBookImage(await image.toBuffer()));
    expect(width * height).toBeLessThanOrEqual(4e6);
    expect(metadata).toMatchObject({ format, space: "srgb" });
    expect(metadata.isProgressive ?? false).toBe(false);
    expect(metadata.icc).toBeUndefined();
  });

  it("has the extension of its new format", async () => {
    const images = [
      {
        name: "images/x.webp",
        bytes: await square(4, 4).webp().toBuffer(),
        format: "webp" as const,
        width: 4,
        height: 4,
      },
    ];
    const publication = publicationOf([{ body: "![A red square](images/x.webp)\n" }], { images });
    const documents = await compile(publication, "epub");
    const books = await makeEpub({
      publication,
      made: [],
      documents: async () => documents,
      browser: () => Promise.reject(new Error("No browser is needed.")),
    });
    expect(await verifyEpub(publication, books)).toEqual([]);
    expect((await metadataOf((await unpackZip(books[0]!.bytes)).get("OEBPS/images/x.webp.png")!)).format).toBe("png");
  });
});

it("has a cover that any e-reader shows", async () => {
  const cover = await metadataOf(await encodeCover(await square(1748, 2480).png().toBuffer()));
  expect(cover).toMatchObject({ format: "png", width: 1200, isProgressive: false, space: "srgb" });
});
