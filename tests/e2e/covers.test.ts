import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { findRemarks } from "../../src/check/remarks.ts";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { editionOf, findArtifact, type Artifact } from "../../src/artifact.ts";
import { coverSchema } from "../../src/schema-cover.ts";
import { pressReadingOf, readingOf } from "../../src/verify/readings.ts";
import { verify } from "../../src/verify/index.ts";
import { keepDrawn } from "../../src/verify/text-head.ts";
import { inText } from "../support/spoiled.ts";
import { readDocuments } from "../support/book.ts";
import type { PublicationOptions } from "../support/publication.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const event = [{ title: "Fixture meeting", date: "2001-02-03", place: "Fixture hall" }];
const longTitle = "A title of twenty words that goes on and on until nobody remembers how the fixture of it began here";

/** Writes a publication of so many texts, each by an organisation, with two images, and returns its folder. */
async function write(name: string, count: number, options: PublicationOptions): Promise<string> {
  const texts = Array.from({ length: count }, (_, index) => ({
    slug: `text-${index + 1}`,
    organisation: `Fixture Organisation ${index + 1}`,
    source: undefined,
  }));
  const folder = writePublication(path.join(temporary, name), texts, options);
  mkdirSync(path.join(folder, "images"));
  const draw = (width: number, height: number, file: string) =>
    sharp({ create: { width, height, channels: 3, background: "#7796b4" } }).toFile(path.join(folder, "images", file));
  await Promise.all([draw(2000, 2800, "hill.png"), draw(400, 200, "sign.png")]);
  return folder;
}

const picture = (place: string) => ({ file: "images/hill.png", alt: "A fixture of a hill", place });
const logo = (place: string) => ({ file: "images/sign.png", alt: "A fixture of a sign", place });

/** The words of a page, without their spaces. */
async function wordsOn(file: Artifact, page: number): Promise<string> {
  const { pages } = (await readingOf(file.bytes)).text;
  return keepDrawn(
    pages
      .at(page)!
      .runs.map(({ text }) => text)
      .join(" "),
  );
}

const imagesOf = async ({ bytes }: Artifact) => (await pressReadingOf(bytes)).pages.map(({ images }) => images.length);

describe.each([
  ["block", "A6"],
  ["frame", "DL"],
  ["rule", "half-letter"],
  ["names", "A6"],
] as const)("a cover of the kind %s", (template, small) => {
  it("with a picture, a logo, the event, a long title and twelve names has all of them", async () => {
    const folder = await write(`${template}-full`, 12, {
      title: longTitle,
      subtitle: "Fixture subtitle",
      event,
      colour: "#9e1b1b",
      cover: coverSchema.parse({ template, event: "front", picture: picture("behind"), logo: logo("top") }),
    });
    const artifacts = await build({ folder, out: `${folder}-out`, only: ["pamphlet"] });
    const pamphlet = findArtifact(artifacts, "pamphlet")!;
    const words = await wordsOn(pamphlet, 0);
    for (const part of [longTitle, "Fixture subtitle", "Fixture meeting", "Fixture hall", "Fixture Organisation 12"])
      expect(words).toContain(keepDrawn(part));
    expect(await imagesOf(pamphlet)).toEqual([2, ...Array(15).fill(0)]);
  });

  it(`of ${small} is hardly black without a colour`, async () => {
    const folder = await write(`${template}-${small}`, 1, {
      title: "Peace",
      event,
      print: { page: small },
      cover: coverSchema.parse({ template }),
    });
    const artifacts = await build({ folder, out: `${folder}-out`, only: ["pamphlet"] });
    const cover = await sharp(findArtifact(artifacts, "cover-image")!.bytes).greyscale().stats();
    // A block of black would be 55 % of it.
    expect(1 - cover.channels[0]!.mean / 255).toBeLessThan(0.1);
  });
});

describe("a cover and a last page", () => {
  const office = "Write to [our office](https://www.example.org/office).";
  const back = ["Fixture address.", office, "> I want to take part:\n>\n> - Name\n> - Address\n{: .slip }"].join(
    "\n\n",
  );
  let artifacts: Artifact[];
  let folder: string;
  beforeAll(async () => {
    folder = await write("whole", 3, {
      title: "Fixture",
      event,
      web: "https://www.example.org/fixture",
      printing: "Second printing, corrected",
      cover: coverSchema.parse({
        picture: picture("above"),
        logo: logo("back"),
        price: "Two pounds",
        isbn: "978-3-16-148410-0",
      }),
    });
    writeFileSync(path.join(folder, "back.md"), `# How to reach us\n\n${back}\n`);
    artifacts = await build({ folder, out: `${folder}-out` });
  });
  const textOf = (name: string) => Buffer.from(artifacts.find(({ path }) => path === name)!.bytes).toString();

  it("are described where the cover is an image", async () => {
    const documents = await readDocuments(artifacts.find(({ kind }) => kind === "epub")!.bytes);
    expect(documents.get("OEBPS/cover.xhtml")).toContain('alt="Cover: Fixture. A fixture of a hill"');
    expect(textOf("web/index.html")).toContain('alt="Cover. A fixture of a hill"');
  });

  it("name the printed pamphlet by its ISBN, in the EPUB, on the web, and in plain text", async () => {
    const documents = await readDocuments(artifacts.find(({ kind }) => kind === "epub")!.bytes);
    expect(documents.get("OEBPS/content.opf")).toContain('<dc:source id="printed">urn:isbn:9783161484100</dc:source>');
    for (const text of [documents.get("OEBPS/imprint.xhtml")!, textOf("web/index.html"), textOf("text/a-title.txt")]) {
      expect(text).toContain("Second printing, corrected");
      expect(text).toContain("ISBN 978-3-16-148410-0");
    }
  });

  it("have the price and the bar code on the back, and nothing of them in colour for the press", async () => {
    const pamphlet = findArtifact(artifacts, "pamphlet")!;
    expect(await wordsOn(pamphlet, -1)).toContain(keepDrawn("Two pounds"));
    expect(await wordsOn(pamphlet, -1)).toContain(keepDrawn("ISBN 978-3-16-148410-0"));
    expect(await imagesOf(findArtifact(artifacts, "press-cover")!)).toEqual([1, 0, 0, 1]);
  });

  it("are in every edition, the last page after the texts", async () => {
    const documents = await readDocuments(artifacts.find(({ kind }) => kind === "epub")!.bytes);
    expect(documents.get("OEBPS/content.opf")).toMatch(/<itemref idref="text-back" \/>\s*<\/spine>/);
    expect(documents.get("OEBPS/text-back.xhtml")).toContain('<blockquote class="slip">');
    expect(textOf("web/pamphlet.html")).toMatch(/id="text-3"[^]*id="back"[^]*<blockquote class="slip">/);
    expect(textOf("text/a-title.txt")).toMatch(/How to reach us\n-+\n\nFixture address\.[^]*Imprint/);
  });

  it("begin the slip on a leaf of its own, and a remark says if words are behind it", async () => {
    const { pages } = (await readingOf(findArtifact(artifacts, "pamphlet")!.bytes)).text;
    const slip = pages.findIndex(({ runs }) => runs.some(({ text }) => text.startsWith("Address"))) + 1;
    expect(slip % 2).toBe(1);
    // The note is printed after the slip, and stands above it.
    const [name, note] = ["Name", "example."].map(
      (start) => pages[slip - 1]!.runs.find(({ text }) => text.startsWith(start))!.y,
    );
    expect(note).toBeGreaterThan(name!);
    const remarks = artifacts.flatMap(({ kind, remarks = [] }) => (kind === "pamphlet" ? remarks : []));
    const cannot = `A slip cannot be cut off without words on the other side of its leaf (page ${slip}).`;
    expect(pages.length === slip + 1 && pages.length % 4 === 0).toBe(true);
    expect(remarks).toContain(cannot);
  });

  it.each([
    ["text", "text/a-title.txt", "Fixture address", "Fixture"],
    ["web", "web/pamphlet.html", "Fixture address", "Fixture"],
    ["web", "web/index.html", /Second printing, (?=corrected<br>)/, ""],
  ] as const)("are proved: in %s, %s without a word of theirs has a problem", async (edition, name, from, to) => {
    const publication = await loadAndCheck(folder);
    const made = artifacts.filter(({ kind }) => editionOf(kind) === edition);
    expect(await verify(publication, made)).toEqual([]);
    const spoiled = await inText(name, from, to)(made);
    expect(await verify(publication, spoiled)).toContainEqual(expect.objectContaining({ code: "words-lost" }));
  });

  it("are remarked on where an image has few pixels", async () => {
    expect(findRemarks(await loadAndCheck(folder)).filter((remark) => remark.includes("images/"))).toEqual([
      "publication.yaml: The image images/sign.png is 400 pixels wide. Printed as a logo on the cover it has 241 pixels to " +
        "the inch, and print wants 300: it needs 497.",
    ]);
  });
});

it("a tour that is long in large print goes on, on a further page, in large type", async () => {
  const folder = writePublication(
    path.join(temporary, "long-tour"),
    [{ body: "Words of a fixture.", source: undefined }],
    {
      event: [1, 2, 3, 4].map((day) => ({
        title: "A meeting",
        date: `2021-05-0${day}`,
        place: "A hall",
        address: "A street, a town",
        host: "A group",
        link: "https://www.example.org/meeting",
      })),
      cover: { isbn: "978-3-16-148410-0", price: "A price" },
    } as never,
  );
  const made = await build({ folder, out: `${folder}-out`, only: ["large-print"] });
  const { pages } = (await readingOf(findArtifact(made, "large-print")!.bytes)).text;
  const back = pages
    .slice(-2)
    .flatMap(({ runs }) => runs.filter(({ text }) => /\p{L}{3}/u.test(text) && !text.includes("ISBN")));
  expect(Math.min(...back.map(({ size }) => size))).toBeGreaterThan(17.9);
});
