import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { assemblePackage } from "../supply/package.ts";
import { weighFirstVisit } from "./first-visit.ts";
import { countPdfPages, listOthers, pagedjsCli } from "./others.ts";
import { measurePreview } from "./preview.ts";
import { countPages, writePages, writePrintDocument } from "./publications.ts";
import { addMemory, addRatio, addRow, addSize, printRows, writeRows } from "./rows.ts";
import { measure, type Command, type Cost } from "./run.ts";

// Measures the program as its users run it: as whole processes, the two sides of a comparison in turn, the least of
// several runs. The yardstick is the command of pagedjs-cli, which proves nothing, on the same words and style sheets.
//
//   npm run bench                            the usual groups, which take about ten minutes
//   npm run bench -- --only start,sizes      some groups, which the table below names
//   npm run bench -- --runs 1 --json FILE    other than three runs, other than .bench.json

const groups: Record<string, () => Promise<void>> = {
  start: measureStart,
  real: measureReal,
  pages: measurePages,
  others: measureOthers,
  preview: measureSaving,
  sizes: measureSizes,
  // Two that take minutes: a pamphlet of 2,000 pages, and an installation from the npm registry.
  growth: measureGrowth,
  installed: measureInstalled,
};

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "start,real,pages,others,preview,sizes" },
    json: { type: "string", default: ".bench.json" },
  },
});
const runs = Number(values.runs);

const ours = (...parameters: string[]): Command => ({
  program: process.execPath,
  parameters: ["src/pamphlet.js", ...parameters],
});
const build = (publication: string, ...parameters: string[]) =>
  ours("build", publication, "--quiet", "--out", out, ...parameters);

const chosen = values.only.split(",");
const unknown = chosen.find((name) => !(name in groups));
if (unknown !== undefined)
  throw new Error(`There is no group “${unknown}”. There are ${Object.keys(groups).join(", ")}.`);

const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-bench-"));
const out = path.join(folder, "out");
try {
  for (const name of chosen) await groups[name]!();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printRows();
writeRows(values.json, { node: process.version, runs });

async function measureStart(): Promise<void> {
  const empty: Command = { program: process.execPath, parameters: ["-e", "0"] };
  const [help, check, base] = await measureInTurn([ours("--help"), ours("check"), empty]);
  addRatio("--help ÷ node -e 0", help!, base!, 4);
  addRatio("check ÷ node -e 0", check!, base!, 8);
}

async function measureReal(): Promise<void> {
  const document = await writePrintDocument("statements", path.join(folder, "real"));
  const [nine, pagedjs] = await measureInTurn([build("statements"), await pagedjsCli(document)]);
  addRatio("nine editions of statements/ ÷ pagedjs-cli", nine!, pagedjs!, 3);
  addMemory("nine editions of statements/", nine!, 600);
}

async function measurePages(): Promise<void> {
  for (const [wanted, goal] of [
    [22, 1],
    [110, 0.9],
    [440, 0.7],
  ] as const) {
    const publication = writePages(path.join(folder, `pages-${wanted}`), wanted).folder;
    const theirs = await pagedjsCli(await writePrintDocument(publication, `${publication}-documents`));
    const [proved, pagedjs] = await measureInTurn([build(publication, "--only", "pamphlet"), theirs]);
    const pages = countPages(out, wanted);
    addRatio(`${pages} pages, proved ÷ pagedjs-cli`, proved!, pagedjs!, goal, { pages });
    if (wanted === 440) addMemory(`nine editions of ${pages} pages`, await measure(build(publication)), 1000);
  }
}

async function measureOthers(): Promise<void> {
  const wanted = 110;
  const publication = writePages(path.join(folder, "others"), wanted);
  const others = await listOthers(publication);
  const installed = others.flatMap(({ command }) => command ?? []);
  const [proved, ...costs] = await measureInTurn([build(publication.folder, "--only", "pamphlet"), ...installed]);
  const pages = countPages(out, wanted);
  for (const { name, pdf, command } of others) {
    const what = `${pages} pages, proved ÷ ${name}`;
    if (!command) addRow({ what, unit: "×", from: "not installed" });
    else addRatio(what, proved!, costs[installed.indexOf(command)]!, undefined, { pages: await countPdfPages(pdf) });
  }
}

async function measureSaving(): Promise<void> {
  const place = path.join(folder, "preview");
  const { web, spread } = await measurePreview(place, runs);
  addRow({ what: "preview: text saved to web page shown", figure: web, unit: "s", goal: 0.3, from: { runs } });
  addRow({ what: "preview: text saved to spread shown", figure: spread, unit: "s", goal: 1, from: { runs } });
}

async function measureSizes(): Promise<void> {
  await measure(build("statements"));
  const madeIn = (name: string, ending: string) =>
    filesBelow(path.join(out, name)).flatMap((file) => (file.endsWith(ending) ? statSync(file).size : []));
  addSize("the pamphlet to read", madeIn("print", "-a5.pdf"), 150);
  addSize("the EPUB", madeIn("epub", ".epub"), 100);
  addFirstVisit(await weighFirstVisit(path.join(out, "web")));
  // Each change of the sources leaves a bundle of the program behind; a new clone has one, of 2 MB.
  const packages = blocksBelow("node_modules", (file) => !file.includes("/.cache/pamphlet/program-"));
  addSize("node_modules of a clone", packages, 600_000);
}

function addFirstVisit(files: Record<string, number>): void {
  const figure = Object.values(files).reduce((sum, size) => sum + size, 0) / 1000;
  addRow({ what: "size: first visit of the web index", figure, unit: "kB", goal: 100, from: files });
}

async function measureGrowth(): Promise<void> {
  const costs: (Cost & { pages: number })[] = [];
  for (const wanted of [440, 2000]) {
    const publication = writePages(path.join(folder, `growth-${wanted}`), wanted).folder;
    const cost = await measure(build(publication, "--only", "pamphlet"));
    costs.push({ ...cost, pages: countPages(out, wanted) });
  }
  const [few, many] = costs as [(typeof costs)[0], (typeof costs)[0]];
  const exponent = (figure: "seconds" | "megabytes") =>
    Math.log(many[figure] / few[figure]) / Math.log(many.pages / few.pages);
  const { pages, seconds, megabytes } = many;
  for (const [name, figure, goal] of [
    ["time", exponent("seconds"), 1.05],
    ["memory", exponent("megabytes"), 0.8],
  ] as const)
    addRow({
      what: `growth to ${pages} pages, ${name}`,
      figure,
      unit: "exponent",
      goal,
      from: { pages, seconds, megabytes, fewPages: few.pages, fewSeconds: few.seconds, fewMegabytes: few.megabytes },
    });
}

async function measureInstalled(): Promise<void> {
  const place = path.join(folder, "installed");
  mkdirSync(place);
  writeFileSync(path.join(place, "package.json"), "{}");
  const assembled = path.join(folder, "package");
  await assemblePackage(assembled);
  const pack = ["pack", assembled, "--json", "--pack-destination", place];
  const [packed] = JSON.parse(execFileSync("npm", pack, { encoding: "utf8" })) as [{ filename: string }];
  const parameters = ["install", "--no-audit", path.join(place, packed.filename)];
  execFileSync("npm", parameters, { cwd: place, stdio: "pipe" });
  addSize("node_modules of the package elsewhere", blocksBelow(path.join(place, "node_modules")), 350_000);
}

// Runs the commands in turn, so that all of them meet the same noise, and keeps the least of each.
async function measureInTurn(commands: Command[]): Promise<Cost[]> {
  const least = commands.map((): Cost => ({ seconds: Infinity, megabytes: Infinity }));
  for (let run = 0; run < runs; run++)
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

// Returns how much of the disk each file takes, in bytes, as du counts it; stat counts in blocks of 512 bytes.
function blocksBelow(root: string, isCounted: (file: string) => boolean = () => true): number[] {
  return filesBelow(root)
    .filter(isCounted)
    .map((file) => statSync(file).blocks * 512);
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
