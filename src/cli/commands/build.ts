import path from "node:path";
import type { Command } from "../command.ts";
import { parseEdition } from "../options.ts";
import { formatFiles, formatRemarks } from "../report.ts";

export const buildCommand: Command = {
  name: "build",
  usage: "[DIR]",
  takes: "folder",
  summary: "make every edition of the publication in DIR, and prove that each has every word of the texts",
  options: ["only", "out", "timings"],
  async run({ folder, out, values }, { progress }) {
    const only = values.only?.map(parseEdition);
    const { build } = await import("../../build.ts");
    const { editionOf } = await import("../../artifact.ts");
    const sentences: string[] = [];
    const artifacts = await build({ folder, out, only, progress, remark: (sentence) => sentences.push(sentence) });
    const files = artifacts.map(({ bytes, ...file }) => ({
      ...file,
      edition: editionOf(file.kind),
      bytes: bytes.byteLength,
    }));
    const where = `In ${path.relative(process.cwd(), out) || "."}, with SHA256SUMS and manifest.json.`;
    return {
      data: { out, files, remarks: sentences },
      text: [formatFiles(artifacts), ...sentences, formatRemarks(artifacts), where].filter(Boolean).join("\n"),
    };
  },
};
