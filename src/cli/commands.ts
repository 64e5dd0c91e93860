import { readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../problem.ts";
import type { Headway } from "../stages.ts";
import type { Call } from "./arguments.ts";
import { formatFiles, formatPreflight, formatRemarks } from "./report.ts";

/** The result of a command. */
export interface Answer {
  /** What --json prints, without the problems. */
  data: Record<string, unknown>;
  /** What is printed otherwise. */
  text: string;
  /** The problems of a command that looks for them; it then fails. */
  problems?: Problem[];
}

// A command imports what it needs when it runs: --help and check are quick, and all of the program is not.
type Command = (call: Call, progress: (headway: Headway) => void) => Promise<Answer>;

/** The commands, by name. They throw PublicationProblems if the publication has problems. */
export const commands = new Map<string, Command>([
  ["build", runBuild],
  ["check", runCheck],
  ["verify", runVerify],
  ["doctor", runDoctor],
]);

/** Returns the version of the program, from its package.json. */
export function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

async function runBuild({ folder, out, only }: Call, progress: (headway: Headway) => void): Promise<Answer> {
  const { build } = await import("../build.ts");
  const { editionOf } = await import("../artifact.ts");
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
}

async function runCheck({ folder }: Call): Promise<Answer> {
  const { loadAndCheck } = await import("../check/load-and-check.ts");
  const { findRemarks } = await import("../check/remarks.ts");
  const publication = await loadAndCheck(folder);
  const sentences = findRemarks(publication);
  const count = publication.statements.length;
  return {
    data: { remarks: sentences },
    text: [...sentences, `${count} statement${count === 1 ? "" : "s"}, no problem.`].join("\n"),
    problems: [],
  };
}

async function runVerify({ folder, out }: Call): Promise<Answer> {
  const { verifyBuild } = await import("../build.ts");
  const { rows, problems } = await verifyBuild(folder, out);
  return { data: { files: rows }, text: formatPreflight(rows), problems };
}

async function runDoctor(): Promise<Answer> {
  const { doctor } = await import("./doctor.ts");
  const findings = await doctor();
  const rows = Object.entries(findings).map(([name, value]) => `${name.padEnd(10)} ${value}`);
  return { data: findings, text: rows.join("\n") };
}
