import type { Command } from "../command.ts";
import { formatMeasures, formatPreflight } from "../report.ts";

export const verifyCommand: Command = {
  name: "verify",
  usage: "[DIR]",
  takes: "folder",
  summary: "open the files of an earlier build, and report for each whether it is right",
  options: ["out", "measures", "timings"],
  async run({ folder, out, values }) {
    const { verifyBuild } = await import("../../build.ts");
    const { rows, problems, measures } = await verifyBuild(folder, out, { measures: values.measures });
    return {
      data: { files: rows, ...(measures && { measures }) },
      text: [formatPreflight(rows), ...(measures ? ["", formatMeasures(measures)] : [])].join("\n"),
      problems,
    };
  },
};
