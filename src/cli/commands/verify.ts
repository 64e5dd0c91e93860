import type { Command } from "../command.ts";
import { formatPreflight } from "../report.ts";

export const verifyCommand: Command = {
  name: "verify",
  usage: "[DIR]",
  takes: "folder",
  summary: "open the files of an earlier build, and report for each whether it is right",
  options: ["out", "timings"],
  async run({ folder, out }) {
    const { verifyBuild } = await import("../../build.ts");
    const { rows, problems } = await verifyBuild(folder, out);
    return { data: { files: rows }, text: formatPreflight(rows), problems };
  },
};
