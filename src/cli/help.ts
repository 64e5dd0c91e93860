import { wrapText } from "../text/wrap.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { generalOptions, optionOf, type OptionName } from "./options.ts";

/** The width of a terminal that has not been widened, which the help must fit into, in columns; and some for its edge. */
const columns = 100;

/** Returns what --help prints: all commands, and the options that each of them takes. */
export function formatHelp(): string {
  const rows = commands.map(({ name, usage, summary }): [string, string] => [`pamphlet ${name} ${usage}`, summary]);
  return [
    "pamphlet: makes a pamphlet, booklets, leaflets, an EPUB, plain text and a web edition of a folder of Markdown",
    "",
    ...formatRows(rows),
    "",
    "DIR is the folder with the texts: if it is not named, the folder statements, or else the one you are in. What else a",
    "command can do is printed by “pamphlet COMMAND --help”. Every command takes these options:",
    "",
    ...formatOptions(generalOptions),
    "",
    "Exit status: 0 all is well, 1 the publication has problems, 2 the command line is wrong or the program cannot work.",
  ].join("\n");
}

/** Returns what --help prints after the name of a command. */
export function formatCommandHelp({ name, usage, summary, options }: Command): string {
  const [first, ...rest] = [summary.slice(0, 1).toUpperCase(), summary.slice(1)];
  return [
    `pamphlet ${name} ${usage}`.trimEnd(),
    "",
    ...wrapText(`${first}${rest.join("")}.`, columns).map((line) => `  ${line}`),
    "",
    ...formatOptions([...options, ...generalOptions]),
  ].join("\n");
}

function formatOptions(names: readonly OptionName[]): string[] {
  return formatRows(
    names.map((name) => {
      const { short, value, summary } = optionOf(name);
      return [`--${name}${value ? ` ${value}` : ""}${short ? `, -${short}` : ""}`, summary];
    }),
  );
}

function formatRows(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.trimEnd().length));
  return rows.flatMap(([left, right]) =>
    wrapText(right, columns - width).map(
      (line, index) => `  ${(index === 0 ? left.trimEnd() : "").padEnd(width)}  ${line}`,
    ),
  );
}
