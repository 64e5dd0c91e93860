import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodeIcons, inspectImage, normalizeImage } from "../../src/image.ts";
import { pixel } from "../support/publication.ts";

const landscape = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#4a7" } });

describe("an image", () => {
  it("of a hundred megapixels is refused before it is decoded", async () => {
    expect(await inspectImage("images/x.png", claiming(10_000, 10_000))).toBe(
      "has 100 megapixels, and the most is 50: A4 at 600 ppi has 35",
    );
  });

  it("of little more than the most is not said to have as much as the most", async () => {
    expect(await inspectImage("images/x.png", claiming(10_000, 5_001))).toContain("has 51 megapixels");
  });

  it("that is animated is refused", async () => {
    const frames = await Promise.all(
      ["#f00", "#00f"].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animated = await sharp(frames, { join: { animated: true } })
      .gif({ delay: 100 })
      .toBuffer();
    expect(await inspectImage("images/x.gif", animated)).toBe(
      "is animated, and paper cannot show that: use one frame of it",
    );
  });

  it.each([
    ["is cut off", (bytes: Buffer) => bytes.subarray(0, bytes.byteLength / 2), "is damaged"],
    ["is empty", () => Buffer.alloc(0), "is empty"],
    ["is text", () => Buffer.from("This is text."), "is in an unknown format"],
    ["is another than its name says", () => pixel.bytes, "is in the format PNG, but its name says otherwise"],
  ])("that %s is refused", async (_, spoil, fault) => {
    expect(await inspectImage("images/x.jpg", spoil(await landscape().jpeg().toBuffer()))).toBe(fault);
  });

  it("that was taken with the camera on its side is upright afterwards, and without what the camera wrote", async () => {
    const bytes = await landscape()
      .withExif({ IFD3: { GPSLatitude: "51/1 31/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await inspectImage("images/x.jpg", bytes)).toMatchObject({ width: 40, height: 60 });
    const { width, height, orientation, exif } = await sharp(
      await normalizeImage({ bytes, format: "jpeg" }),
    ).metadata();
    expect({ width, height, orientation, exif }).toEqual({
      width: 40,
      height: 60,
      orientation: undefined,
      exif: undefined,
    });
  });

  it("in CMYK becomes sRGB", async () => {
    const bytes = await landscape().toColourspace("cmyk").jpeg().toBuffer();
    expect((await sharp(await normalizeImage({ bytes, format: "jpeg" })).metadata()).space).toBe("srgb");
  });

  it("in PNG keeps all its colours when its metadata is taken out", async () => {
    const [width, height] = [64, 32];
    const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 7) % 251));
    const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .png()
      .toBuffer();
    const normalized = sharp(await normalizeImage({ bytes, format: "png" }));
    expect((await normalized.metadata()).xmp).toBeUndefined();
    expect(await normalized.raw().toBuffer()).toEqual(pixels);
  });

  it("that is as it should be is not changed", async () => {
    const bytes = await landscape().jpeg().toBuffer();
    expect(await normalizeImage({ bytes, format: "jpeg" })).toBe(bytes);
  });
});

it("draws the icon for programs that do not show SVG", async () => {
  const icons = await encodeIcons(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M5 1h22v30H5z"/></svg>'),
  );
  expect(icons.map(({ name }) => name)).toEqual(["favicon.ico", "icon-180.png", "icon-512.png"]);
  expect(Buffer.from(icons[0]!.bytes).readUInt32LE(18)).toBe(22);
  expect(await sharp(icons[0]!.bytes.subarray(22)).metadata()).toMatchObject({ format: "png", width: 32, height: 32 });
});

/** Returns a PNG whose header claims a width and height in px. */
function claiming(width: number, height: number): Uint8Array {
  const png = Buffer.from(pixel.bytes);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
