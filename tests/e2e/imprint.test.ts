import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { unpackZip } from "../../src/zip.ts";
import { linksOf } from "../../src/html/links.ts";
import type { Headway } from "../../src/stages.ts";
import { pressReadingOf, readingOf } from "../../src/verify/readings.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

/** Writes a publication with two images in its imprint, `width` px wide, and returns its folder. */
async function writeWithImages(name: string, width: number): Promise<string> {
  const imprint = [
    "Whose texts these are.[^1]",
    '![A flag](images/flag.png "The flag of 1871")',
    "A sign ![A fist](images/fist.webp) in a line.",
    "[^1]: So they say.",
  ].join("\n\n");
  const folder = writePublication(
    path.join(temporary, name),
    // The text has a note of its own, and a name that an id once had in the imprint.
    [{ slug: "text", body: "Some words.[^1]\n\n[^1]: A note.\n" }],
    { imprint },
  );
  mkdirSync(path.join(folder, "images"));
  const drawing = (height: number) => sharp({ create: { width, height, channels: 3, background: "#777777" } });
  await drawing(width / 4).toFile(path.join(folder, "images/flag.png"));
  await drawing(width / 5).toFile(path.join(folder, "images/fist.webp"));
  return folder;
}

it("may have images and notes, in every edition", async () => {
  const folder = await writeWithImages("all", 1600);
  const reports: Headway[] = [];
  const artifacts = await build({ folder, out: `${folder}-out`, progress: (headway) => reports.push(headway) });
  // The check, nine editions, eleven rules, and the writing.
  expect(reports.at(-1)).toEqual({ done: 22, total: 22, running: [], ended: "write" });
  expect(reports.flatMap(({ running }) => running)).toContain("leaflets 1 of 1");
  const bytesOf = (file: string) => artifacts.find(({ path }) => path === file)!.bytes;
  const textOf = (file: string) => Buffer.from(bytesOf(file)).toString();

  for (const file of ["print/a-title-a5.pdf", "print/a-title-large-print.pdf"]) {
    const { pages } = (await readingOf(bytesOf(file))).boxesAndFonts;
    const images = (await pressReadingOf(bytesOf(file))).pages.flatMap((page) => page.images);
    expect(images).toHaveLength(2);
    // As wide as the type area, and so with more pixels to the inch than the 96 of an image in its own size.
    for (const { ppi } of images) expect(ppi).toBeGreaterThan((1600 * 72) / pages[0]!.trim.width);
  }
  const book = await unpackZip(bytesOf("epub/a-title.epub"));
  expect([...book.keys()].filter((name) => name.includes("images/"))).toEqual([
    "OEBPS/images/fist.webp.png",
    "OEBPS/images/flag.png",
  ]);
  for (const page of ["index.html", "pamphlet.html"]) {
    const html = textOf(`web/${page}`);
    expect(html).toContain('<div class="prose"><figure><picture><source type="image/avif" srcset="images/flag-png-400');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toContain("fn-imprint-1");
    expect(ids).toHaveLength(linksOf(html).ids.size);
  }
  for (const name of ["flag-png-400.avif", "flag-png-1280.png", "fist-webp-640.jpg"])
    expect(artifacts.some(({ path }) => path === `web/images/${name}`)).toBe(true);
  expect(textOf("text/a-title.txt")).toContain(
    "Whose texts these are.[1]\n\nThe flag of 1871\n\nA sign in a line.\n\n------------\n\n[1] So they say.\n",
  );
});

it("is not refused for an image with few pixels, which is printed smaller", async () => {
  const folder = await writeWithImages("small", 400);
  const remarks: string[] = [];
  const remark = (sentence: string) => remarks.push(sentence);
  const artifacts = await build({ folder, out: `${folder}-out`, only: ["press"], remark });
  const press = artifacts.filter(({ kind }) => kind === "press" || kind === "press-cover");
  const pages = (await Promise.all(press.map(({ bytes }) => pressReadingOf(bytes)))).flatMap(({ pages }) => pages);
  expect(pages.flatMap(({ images }) => images.map(({ ppi }) => Math.round(ppi)))).toEqual([150, 150]);
  expect(remarks).toContain(
    "publication.yaml: The image images/flag.png is 400 pixels wide, and is printed only 67 mm wide, so that it is not " +
      "blurred. Across a page of A5 it needs 1347.",
  );
});
