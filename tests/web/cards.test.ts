import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../src/compile/eleventy.ts";
import { startBrowser, type SharedBrowser } from "../../src/layout/browser.ts";
import { drawSocialCards } from "../../src/layout/cards.ts";
import { collectPrintFiles } from "../../src/layout/files.ts";
import { pixel } from "../support/publication.ts";
import { loadPublication } from "../support/web.ts";

let shop: SharedBrowser;
beforeAll(async () => void (shop = await startBrowser()));
afterAll(() => shop.close());

it("makes one card for the index and one for each statement, 1200 × 630 px, with the same bytes each time", async () => {
  const publication = await loadPublication("tests/fixtures/hostile");
  const files = collectPrintFiles(publication, await compile(publication, "cards")).set("cover.png", pixel.bytes);
  const cards = await drawSocialCards(shop, files);
  expect(cards.map(({ name }) => name)).toEqual(["index", ...publication.statements.map(({ slug }) => slug)]);
  for (const { bytes } of cards)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
  expect(await drawSocialCards(shop, files)).toEqual(cards);
});
