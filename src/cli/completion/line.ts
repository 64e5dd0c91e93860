import type { Command } from "../command.ts";
import { generalOptions, optionOf, options, type OptionName } from "../options.ts";

// What a command line can have, as the scripts for shells need it.

/** What a value or a word can be: one of some words, a folder, a file, or whatever one writes. */
export type Kind = readonly string[] | "folder" | "file" | "text";

/** An option of a command. */
export interface LineOption {
  name: OptionName;
  /** With two hyphens. */
  flag: string;
  summary: string;
  isMultiple: boolean;
  /** What its value can be; none for an option without a value. */
  value?: Kind;
}

/** Returns the options that a command takes, or those that every command takes. */
export function listLineOptions(command?: Command): LineOption[] {
  return [...(command?.options ?? []), ...generalOptions].map(readOption);
}

/** Returns all options that have a value. */
export function listValueOptions(): LineOption[] {
  return (Object.keys(options) as OptionName[]).map(readOption).filter(({ value }) => value !== undefined);
}

/** Returns what the words after the name of a command can be. */
export function kindOfWords({ takes, choices }: Command): Kind {
  if (choices) return choices;
  return { folder: "folder", words: "file", word: "text", nothing: [] }[takes] as Kind;
}

/** Returns the first clause of a summary, for which a shell has room. */
export function shortenSummary(summary: string): string {
  return summary.split(/[;.(]/)[0]!.trim();
}

function readOption(name: OptionName): LineOption {
  const { type, value, choices, multiple = false, summary } = optionOf(name);
  const kind = type === "boolean" ? undefined : (choices ?? (value === "DIR" ? "folder" : "text"));
  return {
    name,
    flag: `--${name}`,
    summary: shortenSummary(summary),
    isMultiple: multiple,
    ...(kind && { value: kind }),
  };
}
