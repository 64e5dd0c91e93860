import type { Command } from "../command.ts";
import { kindOfWords, listLineOptions, shortenSummary, type Kind, type LineOption } from "./line.ts";

/** Returns the completion for zsh. */
export function writeZshCompletion(commands: readonly Command[]): string {
  return `#compdef pamphlet
# Completes pamphlet in zsh. In ~/.zshrc, after compinit: eval "$(pamphlet completion zsh)"
_pamphlet() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${escapeColons(shortenSummary(summary))}`)}`).join("\n")}
  )
  if ((CURRENT == 2)) && [[ $words[CURRENT] != -* ]]; then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map((command) => `    ${command.name})\n      _arguments ${argumentsOf(command)} ;;`).join("\n")}
    *) _arguments ${listLineOptions().map(argumentOf).join(" ")} ;;
  esac
}

compdef _pamphlet pamphlet
`;
}

function argumentsOf(command: Command): string {
  const words = kindOfWords(command);
  const isNone = typeof words !== "string" && words.length === 0;
  return [
    ...listLineOptions(command).map(argumentOf),
    ...(isNone ? [] : [quote(`*:${command.takes}:${actionOf(words)}`)]),
  ].join(" \\\n        ");
}

function argumentOf({ flag, summary, isMultiple, value }: LineOption): string {
  const explanation = summary.replaceAll(/[[\]\\]/g, String.raw`\$&`);
  return quote(`${isMultiple ? "*" : ""}${flag}[${explanation}]${value ? `:value:${actionOf(value)}` : ""}`);
}

function actionOf(kind: Kind): string {
  if (kind === "text") return " ";
  if (kind === "folder") return "_files -/";
  return kind === "file" ? "_files" : `(${(kind as readonly string[]).join(" ")})`;
}

function escapeColons(text: string): string {
  return text.replaceAll(":", String.raw`\:`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
