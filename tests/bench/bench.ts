import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { collectPrintFiles } from "../../src/layout/files.ts";
import { findBrowser } from "../../src/layout/find-browser.ts";
import { longText } from "../support/long.ts";
import { writePublication } from "../support/write-publication.ts";
import { measure, type Command, type Cost } from "./run.ts";

// Measures the program as its users run it: as whole processes, the two sides of a comparison in turn, the least of
// several runs. The yardstick is the command of pagedjs-cli, which proves nothing, on the same words and style sheets.
//
//   npm run bench                            everything, which takes about ten minutes
//   npm run bench -- --only start,sizes      some of it: start, real, pages, growth, sizes
//   npm run bench -- --runs 1 --json FILE    other than three runs, other than .bench.json

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "start,real,pages,sizes" },
    json: { type: "string", default: ".bench.json" },
  },
});
const groups = new Set(values.only.split(","));
const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-bench-"));

/** A row of the table. */
interface Row {
  what: string;
  figure: number;
  unit: string;
  /** What is to be reached. */
  goal: number;
  /** The seconds or MB from which the figure comes. */
  from: Record<string, number>;
}
const rows: Row[] = [];

/** The pages of the pamphlets that are compared, and the goal of each. */
const goalsOfPages: [pages: number, goal: number][] = [
  [22, 1],
  [110, 0.9],
  [440, 0.7],
];

const ours = (...parameters: string[]): Command => ({
  program: process.execPath,
  parameters: ["src/pamphlet.js", ...parameters],
});
const build = (publication: string, ...parameters: string[]) =>
  ours("build", publication, "--quiet", "--out", path.join(folder, "out"), ...parameters);

try {
  if (groups.has("start")) await measureStart();
  if (groups.has("real")) await measureReal();
  if (groups.has("pages")) for (const [pages, goal] of goalsOfPages) await measurePages(pages, goal);
  if (groups.has("growth")) await measureGrowth();
  if (groups.has("sizes")) await measureSizes();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printTable();
writeFileSync(values.json, `${JSON.stringify({ node: process.version, runs: Number(values.runs), rows }, null, 2)}\n`);

async function measureStart(): Promise<void> {
  const empty: Command = { program: process.execPath, parameters: ["-e", "0"] };
  const [help, check, base] = await measureInTurn([ours("--help"), ours("check"), empty]);
  addRatio("--help ÷ node -e 0", help!, base!, 4);
  addRatio("check ÷ node -e 0", check!, base!, 8);
}

async function measureReal(): Promise<void> {
  const [nine, pagedjs] = await measureInTurn([build("statements"), await pagedjsCli("statements", "real")]);
  addRatio("nine editions of statements/ ÷ pagedjs-cli", nine!, pagedjs!, 3);
  addMemory("memory: nine editions of statements/", nine!, 600);
}

async function measurePages(pages: number, goal: number): Promise<void> {
  const publication = writePages(pages);
  const pagedjs = await pagedjsCli(publication, `pages-${pages}`);
  const [proved, theirs] = await measureInTurn([build(publication, "--only", "pamphlet"), pagedjs]);
  addRatio(`about ${pages} pages, proved ÷ pagedjs-cli`, proved!, theirs!, goal);
  if (pages === 440) addMemory("memory: nine editions of 440 pages", await measure(build(publication)), 1000);
}

async function measureGrowth(): Promise<void> {
  const [few, many] = [440, 2000];
  const costs: Cost[] = [];
  for (const pages of [few, many]) costs.push(await measure(build(writePages(pages), "--only", "pamphlet")));
  const exponent = (figure: (cost: Cost) => number) =>
    Math.log(figure(costs[1]!) / figure(costs[0]!)) / Math.log(many / few);
  const from = { seconds: costs[1]!.seconds, megabytes: costs[1]!.megabytes };
  rows.push({
    what: "growth to 2,000 pages, time",
    figure: exponent((c) => c.seconds),
    unit: "exponent",
    goal: 1.05,
    from,
  });
  rows.push({
    what: "growth to 2,000 pages, memory",
    figure: exponent((c) => c.megabytes),
    unit: "exponent",
    goal: 0.8,
    from,
  });
}

async function measureSizes(): Promise<void> {
  await measure(build("statements"));
  const madeIn = (name: string, ending: string) =>
    filesBelow(path.join(folder, "out", name)).filter((file) => file.endsWith(ending));
  addSize("the pamphlet to read", madeIn("print", "-a5.pdf"), 150);
  addSize("the EPUB", madeIn("epub", ".epub"), 100);
  addSize("node_modules of a clone", filesBelow("node_modules"), 600_000);
}

// Ten statements, each with a heading and some notes. A page of A5 holds three paragraphs.
function writePages(pages: number): string {
  const texts = 10;
  const statements = Array.from({ length: texts }, (_, index) => ({
    slug: `text-${index + 1}`,
    title: `Fixture text ${index + 1}`,
    body: longText(Math.ceil((3 * pages) / texts), Math.ceil(pages / texts / 2)),
  }));
  return writePublication(path.join(folder, `pages-${pages}`), statements);
}

// The print document of a publication with all that it loads, for the command of pagedjs-cli in the same browser.
async function pagedjsCli(publication: string, name: string): Promise<Command> {
  const loaded = await loadAndCheck(path.resolve(publication));
  const files = collectPrintFiles(loaded, await compile(loaded, "print"));
  const documents = path.join(folder, `${name}-documents`);
  for (const [file, content] of files) {
    mkdirSync(path.dirname(path.join(documents, file)), { recursive: true });
    writeFileSync(path.join(documents, file), content);
  }
  const { executable, environment } = await findBrowser();
  return {
    program: process.execPath,
    parameters: [
      "node_modules/pagedjs-cli/src/cli.js",
      "--browserArgs=--no-sandbox",
      `--output=${path.join(folder, `${name}.pdf`)}`,
      path.join(documents, "pamphlet.html"),
    ],
    environment: { ...environment, PUPPETEER_EXECUTABLE_PATH: executable },
  };
}

// Runs the commands in turn, so that all of them meet the same noise, and keeps the least of each.
async function measureInTurn(commands: Command[]): Promise<Cost[]> {
  const least = commands.map((): Cost => ({ seconds: Infinity, megabytes: Infinity }));
  for (let run = 0; run < Number(values.runs); run++)
    for (const [index, command] of commands.entries()) {
      const { seconds, megabytes } = await measure(command);
      const before = least[index]!;
      least[index] = {
        seconds: Math.min(before.seconds, seconds),
        megabytes: Math.min(before.megabytes, megabytes),
      };
    }
  return least;
}

function addRatio(what: string, { seconds }: Cost, base: Cost, goal: number): void {
  rows.push({ what, figure: seconds / base.seconds, unit: "×", goal, from: { seconds, base: base.seconds } });
}

function addMemory(what: string, { megabytes }: Cost, goal: number): void {
  rows.push({ what, figure: megabytes, unit: "MB", goal, from: { megabytes } });
}

function addSize(what: string, files: string[], goal: number): void {
  const kilobytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;
  rows.push({ what: `size: ${what}`, figure: kilobytes, unit: "kB", goal, from: { files: files.length } });
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function printTable(): void {
  for (const { what, figure, unit, goal, from } of rows) {
    const numbers = Object.entries(from).map(([name, number]) => `${name} ${number.toFixed(2)}`);
    const reached = figure <= goal ? "reached" : "not yet";
    const cells = [what.padEnd(48), `${figure.toFixed(2)} ${unit}`.padStart(18), `goal ${goal}`.padStart(14)];
    process.stdout.write(`${cells.join("  ")}  ${reached}  (${numbers.join(", ")})\n`);
  }
}
