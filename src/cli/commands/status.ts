import type { Command } from "../command.ts";

export const statusCommand: Command = {
  name: "status",
  usage: "[DIR]",
  takes: "folder",
  summary: "show how each text stands: its words, pages, source and last change, and what the publication lacks",
  options: ["out", "timings"],
  async run({ folder, out }) {
    const { findStatus } = await import("../../status/status.ts");
    const { formatStatus } = await import("../status-report.ts");
    const { problems, ...status } = await findStatus(folder, out);
    return { data: status, text: formatStatus({ ...status, problems }), problems };
  },
};
