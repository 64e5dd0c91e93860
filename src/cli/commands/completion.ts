import { UsageError } from "../../errors.ts";
import type { Command } from "../command.ts";

const shells = ["bash", "zsh", "fish"];

export const completionCommand: Command = {
  name: "completion",
  usage: "SHELL",
  takes: "word",
  choices: shells,
  summary: `print a script with which the Tab key completes commands, options and codes in ${shells.join(", ")}`,
  options: [],
  async run({ words: [shell = ""] }, { commands }) {
    const { writeCompletion } = await import("../completion/index.ts");
    const script = writeCompletion(shell, commands);
    if (script === undefined)
      throw new UsageError(`There is no completion for “${shell}”. The shells are ${shells.join(", ")}.`);
    return { data: { script }, text: script.trimEnd() };
  },
};
