import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Publication } from "../../src/publication.ts";
import { published, served } from "../support/web.ts";
import { shownIn, startReader, violations, type Scheme } from "../support/reader.ts";

// Width in CSS pixels, and what the reader has enlarged the type to. Colours do not depend on the steps in between.
const narrow = { width: 320, type: 100 };
const wide = { width: 1600, type: 100 };
const views: [Scheme, { width: number; type: number }[]][] = [
  ["light", [narrow, { width: 768, type: 100 }, wide, { width: 1280, type: 200 }]],
  ["dark", [narrow, wide]],
  ["forced", [narrow, wide]],
];

let browser: Browser;
beforeAll(async () => void (browser = await startReader()));
afterAll(() => browser.close());

describe.each(["statements", "tests/fixtures/persian", "tests/fixtures/hostile"])("%s, as readers see it", (folder) => {
  let publication: Publication;
  let server: Awaited<ReturnType<typeof served>>;
  beforeAll(async () => {
    publication = await published(folder);
    server = await served(publication);
  });
  afterAll(() => server.close());

  /** Every kind of page, and of the statements those that are not like the first. */
  const kinds = () => [
    "index",
    "print",
    "404",
    "pamphlet",
    ...publication.statements.slice(0, folder === "statements" ? 1 : undefined).map(({ slug }) => slug),
  ];

  it("loads without a word of complaint: the policy holds, and nothing is missing", async () => {
    const complaints = await Promise.all(
      kinds().map(async (name) => {
        const page = await browser.newPage();
        const heard: string[] = [];
        page.on("console", (message) => heard.push(`${name}: ${message.text()}`));
        page.on("requestfailed", (request) => heard.push(`${name}: ${request.url()}`));
        await page.goto(`${server.address}${name}.html`, { waitUntil: "networkidle0" });
        await page.close();
        return heard;
      }),
    );
    expect(complaints.flat()).toEqual([]);
  });

  it.each(views)("has nothing that axe finds, nor a line to scroll along, in %s colours", async (scheme, views) => {
    const found = await Promise.all(
      kinds().map(async (name) => {
        const page = await opened(`${server.address}${name}.html`, scheme);
        const faults: string[] = [];
        for (const { width, type } of views) {
          await page.setViewport({ width, height: 900 });
          await page.evaluate(`document.documentElement.style.fontSize = "${type}%"`);
          const over = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
          const here = [...(over > 0 ? [`${over} px too wide`] : []), ...(await violations(page))];
          faults.push(...here.map((fault) => `${name} at ${width} px, ${type} %: ${fault}`));
        }
        await page.close();
        return faults;
      }),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe("the index", () => {
  let server: Awaited<ReturnType<typeof served>>;
  beforeAll(async () => void (server = await served(await published("statements"))));
  afterAll(() => server.close());

  it("weighs less than 100 kB without the cover, waits for one sheet alone, and hardly moves", async () => {
    const { resources, moved } = await openedSlowly(`${server.address}index.html`);
    const weighed = resources.filter(({ name }) => !name.startsWith("/images/cover"));
    expect(weighed.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(100_000);
    expect(resources.filter(({ name, blocks }) => blocks && name !== "/index.html").map(({ name }) => name)).toEqual([
      "/style.css",
    ]);
    // Without an address it may be read from disk, where a page cannot ask for its fonts ahead: they are shown when
    // they come.
    expect(moved).toBeLessThan(0.02);
  });

  it("does not move at all where it has an address", async () => {
    const addressed = await served({ ...(await published("statements")), web: "https://pamphlet.example/" });
    const { moved } = await openedSlowly(`${addressed.address}index.html`);
    addressed.close();
    expect(moved).toBe(0);
  });

  it("is gone through with the tab key in the order in which it reads, the way past the head first", async () => {
    const page = await opened(`${server.address}index.html`, "light");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    const order = (await page.evaluate(
      `[...document.querySelectorAll("a[href]")].map(({ tabIndex }) => tabIndex)`,
    )) as number[];
    expect(new Set(order)).toEqual(new Set([0]));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await page.close();
  });
});

// Slow enough for the fonts to come after the first paint.
async function openedSlowly(
  address: string,
): Promise<{ resources: { name: string; size: number; blocks: boolean }[]; moved: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(
    "addEventListener('DOMContentLoaded', () => new PerformanceObserver((list) => { window.moved = (window.moved ?? 0) + list.getEntries().reduce((sum, { value }) => sum + value, 0) }).observe({ type: 'layout-shift', buffered: true }))",
  );
  await page.emulateNetworkConditions({ download: 100_000, upload: 50_000, latency: 150 });
  await page.goto(address, { waitUntil: "networkidle0" });
  await page.evaluate("scrollTo(0, document.body.scrollHeight)");
  await page.waitForNetworkIdle();
  const resources = (await page.evaluate(
    `[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(({ name, decodedBodySize, renderBlockingStatus }) => ({ name: new URL(name).pathname, size: decodedBodySize, blocks: renderBlockingStatus === "blocking" }))`,
  )) as { name: string; size: number; blocks: boolean }[];
  const moved = (await page.evaluate("window.moved ?? 0")) as number;
  await page.close();
  return { resources, moved };
}

async function opened(address: string, scheme: Scheme): Promise<Page> {
  const page = await browser.newPage();
  await shownIn(page, scheme);
  await page.goto(address, { waitUntil: "load" });
  return page;
}
