import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build, checked, inspectBuild } from "../build.ts";
import { doctor } from "./doctor.ts";
import { problemText, type Problem } from "../problem.ts";
import { PublicationProblems } from "../errors.ts";
import { editionNames, type EditionName } from "../schemas.ts";
import { remarksOn } from "../check/remarks.ts";
import { filesTable, preflightTable, remarks } from "./report.ts";

// The only file that prints or sets an exit code: 0 made, 1 problems in the publication, 2 our fault or the machine's.

const help = `pamphlet: one folder of Markdown in; a pamphlet, booklets, leaflets, an EPUB, plain text and a web edition out

  pamphlet build [DIR]   make every edition of the publication in DIR (statements), and prove each against its source
  pamphlet check [DIR]   look for problems in the publication; make nothing
  pamphlet verify [DIR]  open again what was built, and tell of each file whether it is right
  pamphlet doctor        say which browser prints, and what this machine lacks

  --only EDITION         make this edition alone, with those it needs: ${editionNames.join(", ")}; may be repeated
  --out DIR              put the files in DIR (build), in place of what an earlier build left there; for verify, where they are
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
      // verify has put them into its answer already.
      if (!(json && parsed(words).positionals[0] === "verify")) showProblems(error.problems, folderOf(words), json);
      return 1;
    }
    const message = error instanceof Error ? error.message : String(error);
    if (json) console.log(JSON.stringify({ error: message }));
    console.error(debug && error instanceof Error ? (error.stack ?? message) : `pamphlet: ${message}`);
    if (!debug && !(error instanceof UsageError)) console.error("Run it again with --debug to see where it arose.");
    return 2;
  }
}

interface Call {
  folder: string;
  out: string;
  only?: EditionName[];
  quiet: boolean;
  json: boolean;
}

// What a command gives back: what --json shows, and what is said otherwise.
interface Answer {
  data: unknown;
  text: string;
  problems?: Problem[];
}

const commands: Record<string, (call: Call) => Promise<Answer>> = {
  build: async ({ folder, out, only, quiet, json }) => {
    const said: string[] = [];
    const artifacts = await build({
      folder,
      out,
      only,
      progress: progress(quiet || json),
      remark: (sentence) => said.push(sentence),
    });
    const files = artifacts.map(({ bytes, ...file }) => ({ ...file, bytes: bytes.byteLength }));
    const place = `In ${path.relative(process.cwd(), out) || "."}, with SHA256SUMS and manifest.json.`;
    return {
      data: { out, files, remarks: said },
      text: [filesTable(artifacts), ...said, remarks(artifacts), place].filter(Boolean).join("\n"),
    };
  },
  check: async ({ folder }) => {
    const publication = await checked(folder);
    const said = remarksOn(publication);
    const count = publication.statements.length;
    return {
      data: { problems: [], remarks: said },
      text: [...said, `${count} statement${count === 1 ? "" : "s"}, no problem.`].join("\n"),
    };
  },
  verify: async ({ folder, out }) => {
    const { rows, problems } = await inspectBuild(folder, out);
    return { data: { files: rows, problems }, text: preflightTable(rows), problems };
  },
  doctor: async () => {
    const findings = await doctor();
    return {
      data: findings,
      text: Object.entries(findings)
        .map(([name, value]) => `${name.padEnd(10)} ${value}`)
        .join("\n"),
    };
  },
};

async function run(words: string[]): Promise<void> {
  const { values, positionals } = parsed(words);
  const [name, , ...more] = positionals;
  if (values.help || (!name && !values.version)) return console.log(help);
  if (values.version) return console.log(version());
  const command = Object.hasOwn(commands, name!) ? commands[name!] : undefined;
  if (!command)
    throw new UsageError(
      `There is no command ${name}. The commands are ${Object.keys(commands).join(", ")}; --help tells more.`,
    );
  if (more.length > 0) throw new UsageError(`One folder at a time: ${more.join(" ")} is too much.`);
  const { quiet = false, json = false } = values;
  const {
    data,
    text,
    problems = [],
  } = await command({
    folder: folderOf(words),
    out: path.resolve(values.out ?? "build"),
    only: values.only?.map(editionName),
    quiet,
    json,
  });
  if (json) console.log(JSON.stringify(data));
  else if (!quiet) console.log(text);
  if (problems.length > 0) throw new PublicationProblems(problems);
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
  if (!(editionNames as readonly string[]).includes(name))
    throw new UsageError(`There is no edition ${name}. The editions are ${editionNames.join(", ")}.`);
  return name as EditionName;
}

function version(): string {
  return (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string })
    .version;
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
  const located = problems.map((problem) => ({
    ...problem,
    place: { ...problem.place, file: path.relative(process.cwd(), path.join(folder, problem.place.file)) },
  }));
  if (json) console.log(JSON.stringify({ problems: located }));
  else
    console.error(
      `${process.stderr.isTTY ? "\r\u001b[K" : ""}${located.map(problemText).join("\n")}\n${problems.length} problem${problems.length === 1 ? "" : "s"}.`,
    );
}
