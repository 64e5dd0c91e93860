import type { Files, PrintShop } from "./browser.ts";

const [width, height] = [1200, 630];

/** Social cards as JPEG, each by the id of its section in `cards.html`. */
export async function socialCards(shop: PrintShop, files: Files): Promise<{ name: string; bytes: Uint8Array }[]> {
  const page = await shop.open("cards.html", files);
  try {
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    await page.evaluate("document.fonts.ready");
    const names = (await page.evaluate('[...document.querySelectorAll(".card")].map(({ id }) => id)')) as string[];
    const cards: { name: string; bytes: Uint8Array }[] = [];
    for (const [index, name] of names.entries()) {
      const clip = { x: 0, y: index * height, width, height };
      cards.push({
        name,
        bytes: await page.screenshot({ type: "jpeg", quality: 82, clip, captureBeyondViewport: true }),
      });
    }
    return cards;
  } finally {
    await page.close();
  }
}
