import { statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { MachineError, systemReason, UsageError } from "../../errors.ts";
import type { Answer, Call, Command, Streams } from "../command.ts";

/** The columns of what is printed where there is no terminal: as wide as the files of the program. */
const usualColumns = 120;

export const diffCommand: Command = {
  name: "diff",
  usage: "STATEMENT | OLD-BUILD",
  takes: "words",
  summary:
    "show a statement beside its source, with the differences marked; or, for the folder of an earlier build, list the " +
    "words that are others in the present build, with their pages and lines",
  options: ["in", "out", "errata"],
  async run(call, { streams }) {
    const [name, ...others] = call.words;
    if (name === undefined || others.length > 0)
      throw new UsageError("“pamphlet diff” takes the name of a statement, or the folder of an earlier build.");
    const isFolder = statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? diffBuilds(name, call) : diffStatement(name, call, streams);
  },
};

async function diffStatement(name: string, { folder, values }: Call, { stdout }: Streams): Promise<Answer> {
  if (values.errata !== undefined)
    throw new UsageError(
      `“${name}” is not the folder of a build, and only such a folder has changes for an errata slip.`,
    );
  const { compareStatement } = await import("../../check/compare.ts");
  const { formatComparison, listDifferences } = await import("../diff-report.ts");
  const compared = await compareStatement(folder, name);
  const { isTTY = false, columns = usualColumns } = stdout;
  return {
    data: {
      statement: compared.statement.file,
      differences: compared.comparison && listDifferences(compared.comparison),
    },
    text: formatComparison(compared, { width: columns, inColours: isTTY && !process.env["NO_COLOR"] }),
  };
}

async function diffBuilds(earlier: string, { folder, out, values }: Call): Promise<Answer> {
  const slip = values.errata;
  if (slip !== undefined && !slip.endsWith(".pdf"))
    throw new UsageError(`An errata slip is a PDF, so its name must end in .pdf, not as “${slip}” does.`);
  const { compareBuilds } = await import("../../errata/compare-builds.ts");
  const { formatErrata } = await import("../diff-report.ts");
  const errata = await compareBuilds(earlier, out);
  const text = formatErrata(errata);
  if (slip === undefined || errata.length === 0) return { data: { errata }, text };
  const { loadAndCheck } = await import("../../check/load-and-check.ts");
  const { makeErrataSlip } = await import("../../errata/slip.ts");
  await write(slip, await makeErrataSlip(await loadAndCheck(folder), errata));
  return { data: { errata, slip }, text: `${text}\nThe errata slip is ${slip}.` };
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new MachineError(`The errata slip cannot be written to ${file}: ${systemReason(error)}.`, { cause: error });
  }
}
