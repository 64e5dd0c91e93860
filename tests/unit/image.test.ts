import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { iconPictures, inspect, settled } from "../../src/picture.ts";
import { pixel } from "../support/publication.ts";

const landscape = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#4a7" } });

describe("an image", () => {
  it("of a hundred megapixels is refused before it is decoded", async () => {
    expect(await inspect("images/x.png", pngOfSize(10_000, 10_000))).toBe(
      "has 100 megapixels, and 50 are the most: A4 at 600 dots an inch has 35",
    );
  });

  it("that is animated is refused", async () => {
    const frames = await Promise.all(
      ["#f00", "#00f"].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: 100 })
      .toBuffer();
    expect(await inspect("images/x.gif", moving)).toBe("moves, and paper cannot show that: one frame of it can be set");
  });

  it("that was taken with the camera on its side becomes upright and loses its metadata", async () => {
    const bytes = await landscape()
      .withExif({ IFD3: { GPSLatitude: "51/1 31/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await inspect("images/x.jpg", bytes)).toMatchObject({ width: 40, height: 60 });
    const { width, height, orientation, exif } = await sharp(await settled({ bytes, format: "jpeg" })).metadata();
    expect({ width, height, orientation, exif }).toEqual({
      width: 40,
      height: 60,
      orientation: undefined,
      exif: undefined,
    });
  });

  it("in CMYK becomes sRGB", async () => {
    const bytes = await landscape().toColourspace("cmyk").jpeg().toBuffer();
    expect((await sharp(await settled({ bytes, format: "jpeg" })).metadata()).space).toBe("srgb");
  });

  it("that needs no change keeps its bytes", async () => {
    const bytes = await landscape().jpeg().toBuffer();
    expect(await settled({ bytes, format: "jpeg" })).toBe(bytes);
  });
});

it("the icon is drawn as PNG for programs that cannot show SVG", async () => {
  const icons = await iconPictures(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M5 1h22v30H5z"/></svg>'),
  );
  expect(icons.map(({ name }) => name)).toEqual(["favicon.ico", "icon-180.png", "icon-512.png"]);
  expect(Buffer.from(icons[0]!.bytes).readUInt32LE(18)).toBe(22);
  expect(await sharp(icons[0]!.bytes.subarray(22)).metadata()).toMatchObject({ format: "png", width: 32, height: 32 });
});

/** Returns a PNG whose header claims this size in pixels. */
function pngOfSize(width: number, height: number): Uint8Array {
  const png = Buffer.from(pixel.bytes);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
