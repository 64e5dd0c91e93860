import path from "node:path";
import type { Problem } from "../../problem.ts";
import type { Command } from "../command.ts";
import { parseOnly } from "../options.ts";
import { formatFiles, formatRemarks } from "../report.ts";

export const buildCommand: Command = {
  name: "build",
  usage: "[DIR]",
  takes: "folder",
  summary: "make every edition of the publication in DIR, and prove that each has every word of the texts",
  options: ["only", "keep-going", "out", "timings"],
  async run({ folder, out, values }, { progress }) {
    const chosen = parseOnly(values.only);
    const { build } = await import("../../build.ts");
    const { editionOf } = await import("../../artifact.ts");
    const sentences: string[] = [];
    let failure: { failed: string[]; problems: Problem[] } | undefined;
    const artifacts = await build({
      folder,
      out,
      ...chosen,
      progress,
      remark: (sentence) => sentences.push(sentence),
      ...(values["keep-going"] && { failed: (failed, problems) => (failure = { failed, problems }) }),
    });
    const files = artifacts.map(({ bytes, ...file }) => ({
      ...file,
      edition: editionOf(file.kind),
      bytes: bytes.byteLength,
    }));
    const where = `In ${path.relative(process.cwd(), out) || "."}, with SHA256SUMS and manifest.json.`;
    const lacks = failure && `Not made, because of problems: ${failure.failed.join(", ")}.`;
    return {
      data: { out, files, remarks: sentences, ...(failure && { failed: failure.failed }) },
      text: [formatFiles(artifacts), ...sentences, formatRemarks(artifacts), where, lacks].filter(Boolean).join("\n"),
      problems: failure?.problems,
    };
  },
};
