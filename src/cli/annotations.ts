import path from "node:path";
import type { Problem } from "../problem.ts";

// Problems and remarks as GitHub Actions wants them, to be shown beside the lines of a change: workflow commands.

/** What a command found; files of problems are named from the current folder, files of remarks from `folder`. */
interface Findings {
  problems: Problem[];
  remarks: string[];
  folder: string;
}

/** Returns problems as errors and remarks as notices, a line each; nothing elsewhere than in GitHub Actions. */
export function formatAnnotations(findings: Findings, environment = process.env): string[] {
  if (environment["GITHUB_ACTIONS"] !== "true") return [];
  const root = environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const fromRoot = (file: string) => path.relative(root, path.resolve(file)).split(path.sep).join("/");
  const errors = findings.problems.map(({ place: { file, line, column }, code, message, hint }) => {
    const properties = { file: fromRoot(file), line, col: column, title: code };
    return formatCommand("error", properties, [message, hint].filter(Boolean).join("\n"));
  });
  const notices = findings.remarks.map((remark) => {
    const [, file, sentence] = /^(\S+\.(?:md|ya?ml)): (.*)$/s.exec(remark) ?? [];
    if (!file || !sentence) return formatCommand("notice", {}, remark);
    return formatCommand("notice", { file: fromRoot(path.join(findings.folder, file)) }, sentence);
  });
  return [...errors, ...notices];
}

function formatCommand(name: string, properties: Record<string, string | number>, text: string): string {
  const values = Object.entries(properties).map(([key, value]) => `${key}=${escapeValue(String(value))}`);
  return `::${[name, values.join(",")].filter(Boolean).join(" ")}::${escapeData(text)}`;
}

function escapeValue(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
