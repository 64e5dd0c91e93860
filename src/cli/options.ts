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
    summary:
      `make this edition alone, and those it needs; may be repeated. The editions: ${editionNames.join(", ")}; ` +
      "leaflets/TEXT makes the leaflet of one text",
  },
  "keep-going": {
    type: "boolean",
    summary: "make the other editions if one has a problem; an edition with a problem is not put in place",
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
  title: { type: "string", value: "TITLE", summary: "what stands on the cover (default: the name of the folder)" },
  language: {
    type: "string",
    value: "TAG",
    summary: "the language of the texts, as en-GB or fa (default: that of this machine)",
  },
  event: { type: "string", value: "NAME", summary: "the event that it is for, if there is one" },
  "event-date": { type: "string", value: "DAY", summary: "the day of the event, as 2020-01-11" },
  "event-time": { type: "string", value: "TIME", summary: "when it begins, as 14:00" },
  "event-place": { type: "string", value: "PLACE", summary: "the name of the place" },
  port: {
    type: "string",
    value: "PORT",
    summary: "the port of the preview (default: 8080, or the next free one)",
  },
  errata: {
    type: "string",
    value: "FILE.pdf",
    summary: "write the changes since an earlier build as an errata slip: a PDF of A5 to print",
  },
  split: {
    type: "boolean",
    summary: "make a statement of each part of the document that has a heading of the highest level",
  },
  original: { type: "boolean", summary: "keep no document to compare with: the text is your own" },
  measures: {
    type: "boolean",
    summary:
      "print of each text in the pamphlet how its lines and pages are set: spaces, hyphens, rivers, widows and more",
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

/**
 * Returns what --only asks for: editions, and the texts to make leaflets of, if not all. Throws a UsageError if there is
 * no edition of a name.
 */
export function parseOnly(values: string[] | undefined): { only?: EditionName[]; leaflets?: string[] } {
  if (!values) return {};
  const chosen = values.flatMap((value) => (value.startsWith(ofLeaflets) ? [value.slice(ofLeaflets.length)] : []));
  const only = values.map((value) => (value.startsWith(ofLeaflets) ? "leaflets" : parseEdition(value)));
  return { only: [...new Set(only)], leaflets: chosen.length > 0 && !values.includes("leaflets") ? chosen : undefined };
}

const ofLeaflets = "leaflets/";

function parseEdition(name: string): EditionName {
  if (!(editionNames as readonly string[]).includes(name))
    throw new UsageError(`There is no edition “${name}”. The editions are ${editionNames.join(", ")}.`);
  return name as EditionName;
}

/** Returns the number of a port. Throws a UsageError if it is none. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new UsageError(`“${text}” is no port. Name a number from 1 to 65535, for example 8090.`);
  return port;
}
