import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build, checked } from "./build.ts";
import { doctor } from "./doctor.ts";
import { PublicationProblems, problemText, type Problem } from "./problem.ts";
import { editionNames, type Artifact, type EditionName } from "./publication.ts";

// The only file that prints or sets an exit code: 0 made, 1 problems in the publication, 2 our fault or the machine's.

const help = `pamphlet: one folder of Markdown in; a pamphlet, a booklet, an EPUB, plain text and a web edition out

  pamphlet build [DIR]   make every edition of the publication in DIR (statements), and prove each against its source
  pamphlet check [DIR]   look for problems in the publication; make nothing
  pamphlet doctor        say which browser prints, and what this machine lacks

  --only EDITION         make this edition alone, with those it needs: ${editionNames.join(", ")}; may be repeated
  --out DIR              put the files in DIR (build), in place of what an earlier build left there
  --quiet                say nothing but what went wrong
  --json                 say it in JSON, on one line
  --debug                show where in the program an error arose
  --help, --version

Exit status: 0 made, 1 problems in the publication, 2 the program's or the machine's fault.`;

const options = {
  only: { type: "string", multiple: true },
  out: { type: "string" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
  debug: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

class UsageError extends Error {}

/** Runs a command line; returns the exit status. */
export async function main(words: string[]): Promise<0 | 1 | 2> {
  const [json, debug] = [words.includes("--json"), words.includes("--debug")];
  try {
    await run(words);
    return 0;
  } catch (error) {
    if (error instanceof PublicationProblems) {
      showProblems(error.problems, folderOf(words), json);
      return 1;
    }
    const message = error instanceof Error ? error.message : String(error);
    if (json) console.log(JSON.stringify({ error: message }));
    console.error(debug && error instanceof Error ? (error.stack ?? message) : `pamphlet: ${message}`);
    if (!debug && !(error instanceof UsageError)) console.error("Run it again with --debug to see where it arose.");
    return 2;
  }
}

async function run(words: string[]): Promise<void> {
  const { values, positionals } = parsed(words);
  const [command, , ...more] = positionals;
  if (values.help || (!command && !values.version)) return console.log(help);
  if (values.version) return console.log(version());
  if (more.length > 0) throw new UsageError(`One folder at a time: ${more.join(" ")} is too much.`);
  const folder = folderOf(words);
  const say = values.quiet || values.json ? () => {} : console.log;
  if (command === "build") {
    const out = path.resolve(values.out ?? "build");
    const artifacts = await build({ folder, out, only: values.only?.map(editionName), progress: progress(values.quiet || values.json) });
    if (values.json) console.log(JSON.stringify({ out, files: artifacts.map(({ bytes, ...file }) => ({ ...file, bytes: bytes.byteLength })) }));
    say(table(artifacts.filter(({ path }) => !path.startsWith("web/") || path === "web/index.html")));
    say(`In ${path.relative(process.cwd(), out) || "."}, with SHA256SUMS and manifest.json.`);
  } else if (command === "check") {
    const publication = await checked(folder);
    if (values.json) console.log(JSON.stringify({ problems: [] }));
    say(`${publication.statements.length} statements, no problem.`);
  } else if (command === "doctor") {
    const findings = await doctor();
    if (values.json) console.log(JSON.stringify(findings));
    say(Object.entries(findings).map(([name, value]) => `${name.padEnd(10)} ${value}`).join("\n"));
  } else throw new UsageError(`There is no command ${command}. The commands are build, check and doctor; --help tells more.`);
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. --help lists the options.`);
  }
}

function folderOf(words: string[]): string {
  return path.resolve(parsed(words).positionals[1] ?? "statements");
}

function editionName(name: string): EditionName {
  if (!(editionNames as readonly string[]).includes(name)) throw new UsageError(`There is no edition ${name}. The editions are ${editionNames.join(", ")}.`);
  return name as EditionName;
}

function version(): string {
  return (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;
}

// On a terminal one line that changes, elsewhere a line a step.
function progress(silent = false): (step: string) => void {
  if (silent) return () => {};
  const started = performance.now();
  return (step) => {
    const line = `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${step === "done" ? "" : line}`);
    else if (step !== "done") process.stderr.write(`${line}\n`);
  };
}

function showProblems(problems: Problem[], folder: string, json: boolean): void {
  const located = problems.map((problem) => ({ ...problem, place: { ...problem.place, file: path.relative(process.cwd(), path.join(folder, problem.place.file)) } }));
  if (json) console.log(JSON.stringify({ problems: located }));
  else console.error(`${process.stderr.isTTY ? "\r\u001b[K" : ""}${located.map(problemText).join("\n")}\n${problems.length} problem${problems.length === 1 ? "" : "s"}.`);
}

function table(artifacts: Artifact[]): string {
  const size = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
  const rows = [["file", "pages", "sheets", "size"], ...artifacts.map(({ path, pages, sheets, bytes }) => [path, `${pages ?? ""}`, `${sheets ?? ""}`, size(bytes.byteLength)])];
  const width = Math.max(...rows.map(([file]) => file!.length));
  return rows.map(([file, pages, sheets, size]) => `${file!.padEnd(width)}  ${pages!.padStart(5)}  ${sheets!.padStart(6)}  ${size!.padStart(8)}`).join("\n");
}
