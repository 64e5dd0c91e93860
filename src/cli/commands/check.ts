import type { Command } from "../command.ts";

export const checkCommand: Command = {
  name: "check",
  usage: "[DIR]",
  takes: "folder",
  summary: "look for problems in the publication, and make nothing",
  options: ["timings"],
  async run({ folder }) {
    const { loadAndCheck } = await import("../../check/load-and-check.ts");
    const { findRemarks } = await import("../../check/remarks.ts");
    const publication = await loadAndCheck(folder);
    const sentences = findRemarks(publication);
    const count = publication.statements.length;
    return {
      data: { remarks: sentences },
      text: [...sentences, `${count} statement${count === 1 ? "" : "s"}, no problem.`].join("\n"),
      problems: [],
    };
  },
};
