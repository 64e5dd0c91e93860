import { UsageError } from "../../errors.ts";
import type { Command } from "../command.ts";

/** The columns of what is printed where there is no terminal: as wide as the files of the program. */
const usualColumns = 120;

export const diffCommand: Command = {
  name: "diff",
  usage: "STATEMENT",
  takes: "words",
  summary: "show a statement beside its source, with the differences marked",
  options: ["in"],
  async run({ words, folder }, { streams }) {
    const [name, ...others] = words;
    if (name === undefined || others.length > 0) throw new UsageError("“pamphlet diff” takes the name of a statement.");
    const { compareStatement } = await import("../../check/compare.ts");
    const { formatComparison, listDifferences } = await import("../diff-report.ts");
    const compared = await compareStatement(folder, name);
    const { isTTY = false, columns = usualColumns } = streams.stdout;
    return {
      data: {
        statement: compared.statement.file,
        differences: compared.comparison && listDifferences(compared.comparison),
      },
      text: formatComparison(compared, { width: columns, inColours: isTTY && !process.env["NO_COLOR"] }),
    };
  },
};
