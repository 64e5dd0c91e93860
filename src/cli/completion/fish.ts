import type { Command } from "../command.ts";
import { kindOfWords, listLineOptions, shortenSummary, type Kind, type LineOption } from "./line.ts";

/** Returns the completion for fish. */
export function writeFishCompletion(commands: readonly Command[]): string {
  return [
    "# Completes pamphlet in fish. In ~/.config/fish/config.fish: pamphlet completion fish | source",
    "complete -c pamphlet -f",
    ...commands.map(({ name, summary }) =>
      completeIf("__fish_use_subcommand", `-a ${name} -d ${quote(shortenSummary(summary))}`),
    ),
    ...listLineOptions().map((option) => completeIf("__fish_use_subcommand", writeOption(option))),
    ...commands.flatMap(writeCommand),
    "",
  ].join("\n");
}

function writeCommand(command: Command): string[] {
  const condition = `__fish_seen_subcommand_from ${command.name}`;
  const words = writeKind(kindOfWords(command));
  return [
    ...(words ? [completeIf(condition, words)] : []),
    ...listLineOptions(command).map((option) => completeIf(condition, writeOption(option))),
  ];
}

function writeOption({ name, summary, value }: LineOption): string {
  const expected = value ? ["-x", writeKind(value)] : [];
  return [`-l ${name}`, `-d ${quote(summary)}`, ...expected].filter(Boolean).join(" ");
}

function writeKind(kind: Kind): string {
  if (kind === "folder") return "-a '(__fish_complete_directories)'";
  if (kind === "file") return "-F";
  return kind === "text" || kind.length === 0 ? "" : `-a ${quote((kind as readonly string[]).join(" "))}`;
}

function completeIf(condition: string, rest: string): string {
  return `complete -c pamphlet -n ${quote(condition)} ${rest}`;
}

function quote(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}
