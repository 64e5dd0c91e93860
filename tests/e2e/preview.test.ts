import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingOf } from "../../src/verify/readings.ts";
import { normalizeWord } from "../../src/words.ts";
import { buildOnce } from "../support/builds.ts";
import { startPreview, type RunningPreview } from "../support/preview.ts";
import { browserProcessesOf } from "../support/processes.ts";
import { findViolations, startReader } from "../support/reader.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();
const folder = path.join(temporary, "small");
const preface = path.join(folder, "preface.md");

let preview: RunningPreview;
let reader: Browser;
let page: Page;

beforeAll(async () => {
  cpSync("tests/fixtures/small", folder, { recursive: true });
  const { out } = await buildOnce("tests/fixtures/small");
  [preview, reader] = await Promise.all([startPreview(folder, "--out", out), startReader()]);
  page = await reader.newPage();
  await page.setViewport({ width: 1200, height: 900 });
});

afterAll(async () => {
  await reader.close();
  await preview.end();
});

/** Waits until the page shows a sign: that it is current, or that there is something to mend. */
async function waitFor(sign: "current" | "faulty"): Promise<void> {
  await page.waitForSelector(`body[data-sign="${sign}"]`, { timeout: 0 });
}

/** Waits until the pages that are to be seen have some words. */
async function waitForWords(words: string): Promise<void> {
  await page.waitForFunction(
    `[...document.querySelectorAll(".words")].some((page) => page.textContent.includes(${JSON.stringify(words)}))`,
    { timeout: 0, polling: 20 },
  );
}

function change(file: string, from: string | RegExp, to: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent ?? "");

describe("the preview", () => {
  it("shows the pages of the PDF, and follows a change of a text", async () => {
    await page.goto(`${preview.address}#pamphlet`);
    await waitFor("current");
    // To the spread with the preface.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const isThere = `document.querySelector("#place").textContent === "4–5"`;
    await page.waitForFunction(isThere, { timeout: 0, polling: 20 });
    change(preface, /$/, "\nA paragraph more.\n");
    await waitForWords("paragraph more");
    await waitFor("current");
    expect(await textOf("#place")).toBe("4–5");
    // The pages that differ from the last build are marked.
    await page.waitForSelector(".frame.changed");
    expect(await page.$eval(".frame.changed", (element) => element.ariaLabel)).toBe("Page 4");
  });

  it("shows a problem with its line, over the last good pages, until it is mended", async () => {
    change(preface, "---\n", "---\ntitel: A preface\n");
    await waitFor("faulty");
    expect(await textOf("#sign")).toBe("last good version");
    expect(await textOf("#fault .where")).toBe("preface.md:2:1 key-unknown");
    expect(await textOf("#fault .message")).toContain("“titel”");
    expect(await textOf("#fault pre")).toBe("titel: A preface");
    expect(await textOf("#fault mark")).toBe("t");
    await waitForWords("paragraph more");
    expect(preview.printed()).toContain("preface.md:2:1 key-unknown");
    change(preface, "titel: A preface\n", "");
    await waitFor("current");
    expect(await page.$("#fault:not([hidden])")).toBeNull();
  });

  it("says which text is missing if one is deleted while it is shown", async () => {
    const statement = path.join(folder, "untitled.md");
    await page.goto(`${preview.address}#leaflets`);
    await waitFor("current");
    renameSync(statement, `${temporary}/aside.md`);
    await waitFor("faulty");
    expect(await textOf("#fault")).toContain("untitled");
    renameSync(`${temporary}/aside.md`, statement);
    await waitFor("current");
  });

  it("goes on if the folder is away for a while, and if the browser that prints is killed", async () => {
    renameSync(folder, `${folder}-away`);
    await waitFor("faulty");
    expect(await textOf("#fault h2, #fault .message")).not.toBe("");
    renameSync(`${folder}-away`, folder);
    await waitFor("current");
    for (const { pid } of browserProcessesOf(preview.process.pid!)) process.kill(pid, "SIGKILL");
    await page.goto(`${preview.address}#large-print`);
    await waitFor("current");
    expect(await page.$$eval("canvas", (all) => all.length)).toBeGreaterThan(0);
  });

  it("shows the web edition with its own policy, and keeps the place in it", async () => {
    await page.goto(`${preview.address}#web`);
    await waitFor("current");
    const frame = () => page.frames().find((frame) => frame.url().includes("/web/"))!;
    await frame().goto(`${preview.address}web/pamphlet.html`);
    await frame().evaluate("scrollTo(0, 300)");
    change(preface, "A paragraph more.", "Another paragraph.");
    await page.waitForFunction(
      `[...document.querySelectorAll("iframe:not(.behind)")].some((frame) =>
        frame.contentDocument?.body?.textContent.includes("Another paragraph."))`,
      { timeout: 0, polling: 20 },
    );
    expect(frame().url()).toContain("web/pamphlet.html");
    expect(await frame().evaluate("scrollY")).toBe(300);
    expect(await frame().$eval("meta[http-equiv]", (meta) => meta.getAttribute("content"))).toContain("default-src");
  });

  it.each(["pamphlet", "sheets", "leaflets", "large-print", "epub", "text"])(
    "shows %s in a narrow window, without a fault that axe finds",
    async (tab) => {
      await page.setViewport({ width: 390, height: 844 });
      await page.goto(`${preview.address}#${tab}`);
      await waitFor("current");
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    },
  );
});

describe("its server", () => {
  it("takes the next free port if there is another preview, and says if the port it was told is in use", async () => {
    const other = await startPreview("tests/fixtures/small");
    expect(other.address).not.toBe(preview.address);
    await expect(startPreview("tests/fixtures/small", "--port", new URL(other.address).port)).rejects.toThrow(
      /status 2.*Port \d+ is in use/s,
    );
    expect(await other.end()).toBe(0);
    expect(browserProcessesOf(other.process.pid!)).toEqual([]);
  });

  it("answers nobody who calls it by another name", async () => {
    const status = await new Promise((resolve) => {
      const { port } = new URL(preview.address);
      request({ host: "127.0.0.1", port, headers: { host: "example.org" } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});

it("pages end where those of the PDF end", async () => {
  const { out, artifacts } = await buildOnce("statements");
  const { address, end } = await startPreview("statements", "--out", out);
  const shown = new Uint8Array(await (await whenMade(`${address}pages/pamphlet.pdf`)).arrayBuffer());
  const built = artifacts.find(({ kind }) => kind === "pamphlet")!.bytes;
  const pagesOf = async (pdf: Uint8Array) =>
    (await readingOf(pdf)).text.pages.map(({ runs }) =>
      normalizeWord(runs.map(({ text }) => text).join("")).replaceAll(/[^\p{L}\p{N}]/gu, ""),
    );
  expect(await pagesOf(shown)).toEqual(await pagesOf(built));
  expect(await (await fetch(`${address}changes.json`)).json()).toMatchObject({ pages: [] });
  await end();
});

it("Eleventy alone writes every document", () => {
  const output = path.relative(process.cwd(), path.join(temporary, "documents"));
  execFileSync(process.execPath, ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet", `--output=${output}`], {
    stdio: "pipe",
  });
  const documents = [
    "web/index.html",
    "web/style.css",
    "print/pamphlet.html",
    "print/large-print.html",
    "epub/content.opf",
  ];
  expect(documents.filter((name) => !existsSync(path.join(output, name)))).toEqual([]);
});

// The publication has not been read yet when the preview says where it is.
async function whenMade(address: string): Promise<Response> {
  for (;;) {
    const response = await fetch(address);
    if (response.ok) return response;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
