import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { didYouMean } from "../did-you-mean.ts";
import { UsageError } from "../errors.ts";
import type { Call, Command, Values } from "./command.ts";
import { commands } from "./commands.ts";
import { generalOptions, options, type OptionName } from "./options.ts";

/**
 * Parses the words after the name of the program. The command is undefined if none is named. Throws a UsageError if the
 * command, an option or its value is unknown to it, or if a command gets more words than it takes.
 */
export function parseCall(words: string[]): { command?: Command; call: Call } {
  const { values, positionals } = parseWords(words);
  const [name, ...rest] = positionals;
  const command = name === undefined ? undefined : findCommand(name);
  if (command && !values.help) checkWords(command, rest, values);
  return {
    command,
    call: {
      words: rest,
      values,
      folder: path.resolve((command?.takes === "folder" ? rest[0] : values.in) ?? usualFolder()),
      out: path.resolve(values.out ?? "build"),
    },
  };
}

/** Returns whether an option is given, even if the rest of the command line is wrong. */
export function hasOption(words: string[], option: "json" | "debug"): boolean {
  return words.includes(`--${option}`);
}

// In a clone of the program the texts are in statements/. Who has the texts alone stands in their folder.
function usualFolder(): string {
  return existsSync("statements") ? "statements" : ".";
}

function findCommand(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const names = commands.map((one) => one.name);
  const hint = didYouMean(name, names, `The commands are ${names.join(", ")}.`);
  throw new UsageError(`There is no command “${name}”. ${hint} “pamphlet --help” explains them.`);
}

function checkWords(command: Command, words: string[], values: Values): void {
  const most = { folder: 1, word: 1, nothing: 0, words: Infinity }[command.takes];
  if (words.length > most) {
    const taken = most === 0 ? "takes no folder" : `takes one ${command.takes}`;
    throw new UsageError(`“pamphlet ${command.name}” ${taken}, but got ${words.join(", ")}.`);
  }
  const taken = new Set<string>([...generalOptions, ...command.options]);
  const strange = Object.keys(values).find((name) => !taken.has(name)) as OptionName | undefined;
  if (strange === undefined) return;
  const others = commands.filter((one) => one.options.includes(strange)).map(({ name }) => name);
  throw new UsageError(`“pamphlet ${command.name}” has no option --${strange}. It belongs to ${others.join(", ")}.`);
}

function parseWords(words: string[]): { values: Values; positionals: string[] } {
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
