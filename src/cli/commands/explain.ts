import { problemCodes } from "../../problem.ts";
import type { Command } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  usage: "[CODE]",
  takes: "word",
  choices: Object.keys(problemCodes),
  summary: "explain a problem by its code, as check and build print it, with an example; without a code, list them all",
  options: [],
  async run({ words }) {
    const { explain } = await import("../../explain/index.ts");
    const explanation = explain(words[0]);
    return { data: { explanation }, text: explanation };
  },
};
