import path from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { editionNames, type EditionName } from "../edition-names.ts";

/** The text that --help prints. */
export const help = `pamphlet: makes a pamphlet, booklets, leaflets, an EPUB, plain text and a web edition of a folder of Markdown

  pamphlet build [DIR]   make every edition of the publication in DIR (default: statements), and prove that each
                         has every word of the texts
  pamphlet check [DIR]   look for problems in the publication, and make nothing
  pamphlet verify [DIR]  open the files of an earlier build, and report for each whether it is right
  pamphlet doctor        report which browser prints, and what is missing on this machine

  While it builds, a terminal shows in one line how many steps are done, the time, and what runs; elsewhere each step
  that has ended gets a line. The steps are the check, each edition, each rule of the proof, and the writing.

  --only EDITION         make this edition alone, and those it needs; may be repeated. The editions:
                         ${editionNames.join(", ")}
  --out DIR              the folder of the build (default: build). A build replaces what an earlier build left there
  --quiet                print nothing but problems and errors
  --json                 print the result as one line of JSON
  --timings              print how long each part of the work took
  --debug                print where in the program an error arose
  --help, -h             print this text
  --version              print the version of the program

Exit status: 0 all is well, 1 the publication has problems, 2 the command line is wrong or the program cannot work.`;

const options = {
  only: { type: "string", multiple: true },
  out: { type: "string" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
  timings: { type: "boolean" },
  debug: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** What a command line asks for. */
export interface Call {
  /** The name of the command; undefined if there is none. */
  command?: string;
  /** The publication's folder, as an absolute path. */
  folder: string;
  /** The folder of the build, as an absolute path. */
  out: string;
  only?: EditionName[];
  quiet: boolean;
  json: boolean;
  timings: boolean;
  help: boolean;
  version: boolean;
}

/**
 * Parses the words after the name of the program. Throws a UsageError if an option or an edition is unknown, or if more
 * than one folder is named.
 */
export function parseCall(words: string[]): Call {
  const { values, positionals } = parseWords(words);
  const [command, ...folders] = positionals;
  if (folders.length > 1)
    throw new UsageError(`A command takes one folder, but got ${inWords(folders.length)}: ${folders.join(", ")}.`);
  return {
    command,
    folder: path.resolve(folders[0] ?? "statements"),
    out: path.resolve(values.out ?? "build"),
    only: values.only?.map(parseEdition),
    quiet: values.quiet ?? false,
    json: values.json ?? false,
    timings: values.timings ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

/** Returns whether an option is given, even if the rest of the command line is wrong. */
export function hasOption(words: string[], option: "json" | "debug"): boolean {
  return words.includes(`--${option}`);
}

function parseWords(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's first sentence is enough: "Unknown option '--x'. To specify a positional argument starting with …".
    const [sentence] = error.message.split(/\.\s/);
    const quoted = sentence!.replace(/\.$/, "").replaceAll(/'([^']*)'/g, "“$1”");
    throw new UsageError(`${quoted}. Run “pamphlet --help” for a list of the options.`);
  }
}

function parseEdition(name: string): EditionName {
  if (!(editionNames as readonly string[]).includes(name))
    throw new UsageError(`There is no edition “${name}”. The editions are ${editionNames.join(", ")}.`);
  return name as EditionName;
}

function inWords(number: number): string {
  return ["two", "three", "four", "five"][number - 2] ?? String(number);
}
