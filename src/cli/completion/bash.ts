import type { Command } from "../command.ts";
import { kindOfWords, listLineOptions, listValueOptions, type Kind } from "./line.ts";

/** Returns the completion for bash, also in the version 3.2 that macOS has. */
export function writeBashCompletion(commands: readonly Command[]): string {
  const values = listValueOptions();
  return `# Completes pamphlet in bash. In ~/.bashrc: eval "$(pamphlet completion bash)"
_pamphlet_reply() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@")
}

_pamphlet() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  case $before in
${values.map(({ flag, value }) => `    ${flag}) ${reply(value!)}; return ;;`).join("\n")}
  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${values.map(({ flag }) => flag).join("|")}) ((i++)) ;;
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  if [[ $word == -* ]]; then
    case $command in
${commands.map((command) => `      ${command.name}) ${reply(flagsOf(command))} ;;`).join("\n")}
      *) ${reply(flagsOf())} ;;
    esac
    return
  fi
  case $command in
    "") ${reply(commands.map(({ name }) => name))} ;;
${commands.map((command) => `    ${command.name}) ${reply(kindOfWords(command))} ;;`).join("\n")}
  esac
}

complete -o filenames -F _pamphlet pamphlet
`;
}

function flagsOf(command?: Command): string[] {
  return listLineOptions(command).map(({ flag }) => flag);
}

// Returns what a shell does: it replies with all that fits the word, or does nothing.
function reply(kind: Kind): string {
  if (kind === "text" || kind.length === 0) return ":";
  if (kind === "folder") return '_pamphlet_reply -d -- "$word"';
  if (kind === "file") return '_pamphlet_reply -f -- "$word"';
  return `_pamphlet_reply -W "${(kind as readonly string[]).join(" ")}" -- "$word"`;
}
