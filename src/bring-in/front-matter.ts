import type { Field } from "../import/compose.ts";

/** What front matter says of the document. */
export interface SourceField {
  file: string;
  from?: string | undefined;
  to?: string | undefined;
  omit?: { from: string; to: string }[] | undefined;
  url?: string | undefined;
}

/** Writes front matter, with the lines of hyphens; what was guessed has a comment that says so. */
export function writeFrontMatter(fields: Field[], source: SourceField | undefined): string {
  const lines = fields.map(({ key, value, guess }) => `${key}: ${quote(value)}${guess ? ` # guessed: ${guess}` : ""}`);
  if (source) {
    const { file, from, to, omit, url } = source;
    lines.push("source:", `  file: ${quote(file)}`);
    if (from !== undefined) lines.push(`  from: ${quote(from, true)}`);
    if (to !== undefined) lines.push(`  to: ${quote(to, true)}`);
    if (omit)
      lines.push(
        "  omit:",
        ...omit.map((one) => `    - { from: ${quote(one.from, true)}, to: ${quote(one.to, true)} }`),
      );
    if (url !== undefined) lines.push(`  url: ${quote(url)}`);
  }
  return ["---", ...lines, "---", ""].join("\n");
}

// JSON's quotes are YAML's too. Without them a value may have nothing in it that YAML reads as more than a text.
function quote(value: string, always = false): string {
  const isPlain = /^[\p{L}\p{N}/][^#:"'{}[\]&*!|>%@`\\]*$/u.test(value) || /^https?:\/\/[^\s#,[\]{}]+$/.test(value);
  return isPlain && !always && value.trim() === value ? value : JSON.stringify(value);
}
