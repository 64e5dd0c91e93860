import { UsageError } from "../errors.ts";
import { editionNames, type EditionName } from "../edition-names.ts";

/** An option of the command line, as Node's parseArgs takes it, and what the help says of it. */
interface Option {
  type: "string" | "boolean";
  short?: string;
  multiple?: true;
  /** What stands for its value in the help. */
  value?: string;
  /** The values that it can have, if it cannot have all. */
  choices?: readonly string[];
  summary: string;
}

/** Every option that a command may take. An option means the same for each command that takes it. */
export const options = {
  only: {
    type: "string",
    multiple: true,
    value: "EDITION",
    choices: editionNames,
    summary: `make this edition alone, and those it needs; may be repeated. The editions: ${editionNames.join(", ")}`,
  },
  out: {
    type: "string",
    value: "DIR",
    summary: "the folder of the build (default: build). A build replaces what an earlier build left there",
  },
  in: {
    type: "string",
    value: "DIR",
    summary: "the folder of the publication (default: statements, or else the folder you are in)",
  },
  timings: { type: "boolean", summary: "print how long each part of the work took" },
  quiet: { type: "boolean", summary: "print nothing but problems and errors" },
  json: { type: "boolean", summary: "print the result as one line of JSON" },
  debug: { type: "boolean", summary: "print where in the program an error arose" },
  help: { type: "boolean", short: "h", summary: "print this text; after a command, what that command does" },
  version: { type: "boolean", summary: "print the version of the program" },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** The options that every command takes. */
export const generalOptions: readonly OptionName[] = ["quiet", "json", "debug", "help", "version"];

/** Returns an option with all that can be said of one. */
export function optionOf(name: OptionName): Option {
  return options[name];
}

/** Returns the name of an edition. Throws a UsageError if there is none of that name. */
export function parseEdition(name: string): EditionName {
  if (!(editionNames as readonly string[]).includes(name))
    throw new UsageError(`There is no edition “${name}”. The editions are ${editionNames.join(", ")}.`);
  return name as EditionName;
}
