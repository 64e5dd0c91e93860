import { PublicationProblems } from "../../errors.ts";
import type { Command } from "../command.ts";
import { parsePort } from "../options.ts";

/** What ends the preview: Ctrl-C, the system, and a terminal that is closed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export const devCommand: Command = {
  name: "dev",
  usage: "[DIR]",
  takes: "folder",
  summary:
    "show the publication in a browser while you write, page by page as it will be printed, until you end it with Ctrl-C",
  options: ["port", "out"],
  async run({ folder, out, values }, { streams, printProblems }) {
    const port = values.port === undefined ? undefined : parsePort(values.port);
    const { preview } = await import("../../preview/index.ts");
    const say = (sentence: string) => void (values.quiet || values.json || streams.stderr.write(`${sentence}\n`));
    const end = new AbortController();
    for (const signal of signals) process.once(signal, () => end.abort());
    let hadProblems = false;
    await preview({
      folder,
      out,
      port,
      end: end.signal,
      ready: (address) => say(`The preview is at ${address} until you end it with Ctrl-C.`),
      read(error) {
        // Text editors that run the command as a task forget the earlier problems at this line.
        if (error || hadProblems) say("The texts were read.");
        if (error instanceof PublicationProblems) printProblems(error.problems);
        else if (error) say(error instanceof Error ? error.message : String(error));
        else if (hadProblems) say("No problem any more.");
        hadProblems = error !== undefined;
      },
    });
    return { data: {}, text: "" };
  },
};
