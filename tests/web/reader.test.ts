import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Publication } from "../../src/publication.ts";
import { loadPublication, serve } from "../support/web.ts";
import { showIn, startReader, findViolations, type Scheme } from "../support/reader.ts";

// Widths in CSS pixels, and type sizes in per cent. Colours do not depend on the widths in between, so dark and forced
// colours are tried at the two ends only.
const narrow = { width: 320, type: 100 };
const wide = { width: 1600, type: 100 };
const views: [Scheme, { width: number; type: number }[]][] = [
  ["light", [narrow, { width: 768, type: 100 }, wide, { width: 1280, type: 200 }]],
  ["dark", [narrow, wide]],
  ["forced", [narrow, wide]],
];

/** What the index may weigh without the cover, in bytes; chosen by eye. */
const maximumBytes = 100_000;

/** How far the index may shift while it loads, as Cumulative Layout Shift (web.dev calls 0.1 good); chosen by eye. */
const maximumShift = 0.02;

let browser: Browser;
beforeAll(async () => void (browser = await startReader()));
afterAll(() => browser.close());

describe.each(["statements", "tests/fixtures/persian", "tests/fixtures/hostile", "tests/fixtures/tables"])(
  "%s, as readers see it",
  (folder) => {
    let publication: Publication;
    let server: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      publication = await loadPublication(folder);
      server = await serve(publication);
    });
    afterAll(() => server.close());

    /** The names of one page of each kind; of a fixture, whose statements all differ, every statement. */
    const kinds = () => [
      "index",
      "print",
      "404",
      "pamphlet",
      ...publication.statements.slice(0, folder === "statements" ? 1 : undefined).map(({ slug }) => slug),
    ];

    it("loads without a console message and without a failed request", async () => {
      const messages = await Promise.all(
        kinds().map(async (name) => {
          const page = await browser.newPage();
          const messages: string[] = [];
          page.on("console", (message) => messages.push(`${name}: ${message.text()}`));
          page.on("requestfailed", (request) => messages.push(`${name}: ${request.url()}`));
          await page.goto(`${server.address}${name}.html`, { waitUntil: "networkidle0" });
          await page.close();
          return messages;
        }),
      );
      expect(messages.flat()).toEqual([]);
    });

    it.each(views)("has no fault that axe finds and no horizontal scrolling, in %s colours", async (scheme, views) => {
      const found = await Promise.all(
        kinds().map(async (name) => {
          const page = await openPage(`${server.address}${name}.html`, scheme);
          const faults: string[] = [];
          for (const { width, type } of views) {
            await page.setViewport({ width, height: 900 });
            await page.evaluate(`document.documentElement.style.fontSize = "${type}%"`);
            const over = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
            const here = [...(over > 0 ? [`${over} px too wide`] : []), ...(await findViolations(page))];
            faults.push(...here.map((fault) => `${name} at ${width} px, ${type} %: ${fault}`));
          }
          await page.close();
          return faults;
        }),
      );
      expect(found.flat()).toEqual([]);
    });
  },
);

describe("the index", () => {
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => void (server = await serve(await loadPublication("statements"))));
  afterAll(() => server.close());

  it("weighs less than 100 kB without the cover, waits for one style sheet only, and hardly shifts", async () => {
    const { resources, shift } = await openSlowly(`${server.address}index.html`);
    const withoutCover = resources.filter(({ name }) => !name.startsWith("/images/cover"));
    expect(withoutCover.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(maximumBytes);
    expect(resources.filter(({ name, blocks }) => blocks && name !== "/index.html").map(({ name }) => name)).toEqual([
      "/style.css",
    ]);
    // Without an address the edition may be read from a disk, and from there a page cannot preload its fonts: the text
    // shifts a little when they arrive.
    expect(shift).toBeLessThan(maximumShift);
  });

  it("does not shift at all if it has an address", async () => {
    const other = await serve({ ...(await loadPublication("statements")), web: "https://pamphlet.example/" });
    const { shift } = await openSlowly(`${other.address}index.html`);
    other.close();
    expect(shift).toBe(0);
  });

  it("is walked through with the tab key in reading order, the link past the header first", async () => {
    const page = await openPage(`${server.address}index.html`, "light");
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

// Opens a page over a connection so slow that its fonts arrive after the first paint (100 kB/s, 150 ms).
async function openSlowly(
  address: string,
): Promise<{ resources: { name: string; size: number; blocks: boolean }[]; shift: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(
    "addEventListener('DOMContentLoaded', () => new PerformanceObserver((list) => { window.shift = (window.shift ?? 0) + list.getEntries().reduce((sum, { value }) => sum + value, 0) }).observe({ type: 'layout-shift', buffered: true }))",
  );
  await page.emulateNetworkConditions({ download: 100_000, upload: 50_000, latency: 150 });
  await page.goto(address, { waitUntil: "networkidle0" });
  await page.evaluate("scrollTo(0, document.body.scrollHeight)");
  await page.waitForNetworkIdle();
  const resources = (await page.evaluate(
    `[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(({ name, decodedBodySize, renderBlockingStatus }) => ({ name: new URL(name).pathname, size: decodedBodySize, blocks: renderBlockingStatus === "blocking" }))`,
  )) as { name: string; size: number; blocks: boolean }[];
  const shift = (await page.evaluate("window.shift ?? 0")) as number;
  await page.close();
  return { resources, shift };
}

async function openPage(address: string, scheme: Scheme): Promise<Page> {
  const page = await browser.newPage();
  await showIn(page, scheme);
  await page.goto(address, { waitUntil: "load" });
  return page;
}
