import type { Command } from "../command.ts";
import { writeBashCompletion } from "./bash.ts";
import { writeFishCompletion } from "./fish.ts";
import { writeZshCompletion } from "./zsh.ts";

/** The shells for which there is a completion, each with the function that writes it. */
const writers = { bash: writeBashCompletion, zsh: writeZshCompletion, fish: writeFishCompletion };

/** Returns a script that completes command lines of the program in a shell; nothing for an unknown shell. */
export function writeCompletion(shell: string, commands: readonly Command[]): string | undefined {
  return Object.hasOwn(writers, shell) ? writers[shell as keyof typeof writers](commands) : undefined;
}
