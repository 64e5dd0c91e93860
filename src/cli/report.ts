import { isListed, type Artifact } from "../artifact.ts";
import type { Stage } from "../stages.ts";
import { countColumns } from "../text/wrap.ts";
import type { TextMeasures } from "../verify/measures.ts";
import type { PreflightRow } from "../verify/preflight.ts";

// What the command line prints, as text.

/** Returns a table of artifacts: file, pages, sheets, size. The web edition is one row. */
export function formatFiles(artifacts: Artifact[]): string {
  const shown = artifacts.filter(isListed);
  const rows = shown.map(({ path, pages, sheets, bytes }) => [
    path,
    formatCount(pages),
    formatCount(sheets),
    formatSize(bytes.byteLength),
  ]);
  return formatTable(["file", "pages", "sheets", "size"], rows, ["left", "right", "right", "right"]);
}

/** Returns the remarks on artifacts, a line each. */
export function formatRemarks(artifacts: Artifact[]): string {
  return artifacts.flatMap(({ path, remarks = [] }) => remarks.map((remark) => `${path}: ${remark}`)).join("\n");
}

/** Returns a table of the parts of a run: when each began, and how long it took. */
export function formatStages(stages: Stage[]): string {
  const inSeconds = (ms: number) => (ms / 1000).toFixed(2);
  const rows = stages.map(({ name, started, duration }) => [name, inSeconds(started), inSeconds(duration)]);
  return formatTable(["stage", "began, s", "took, s"], rows, ["left", "right", "right"]);
}

/** Returns a table of what was found in each artifact, and of what it was checked for. Sizes are in mm. */
export function formatPreflight(rows: PreflightRow[]): string {
  const cells = rows.map(({ path, pages, sheets, trim, bleed, inks, fonts, ppi, proved, problems }) => [
    path,
    formatCount(pages),
    formatCount(sheets),
    trim ? `${trim.width} × ${trim.height}${bleed ? ` +${bleed}` : ""}` : "",
    inks?.map((ink) => ink.replace("Device", "")).join(" ") ?? "",
    formatCount(fonts),
    formatCount(ppi),
    formatResult(problems, proved),
  ]);
  const sides = ["left", "right", "right", "left", "left", "right", "right", "left"] as const;
  return formatTable(
    ["file", "pages", "sheets", "trim + bleed, mm", "inks", "fonts", "ppi", "checked for"],
    cells,
    sides,
  );
}

/** Returns a table of how the texts of the pamphlet are set. Spaces are compared with those of the font, in per cent. */
export function formatMeasures(measures: TextMeasures[]): string {
  const inPerCent = (stretch: number | undefined) =>
    stretch === undefined ? "" : `${stretch > 0 ? "+" : ""}${stretch}\u00a0%`;
  const rows = measures.map(({ text, stretch, ...counts }) => [
    text,
    ...[counts.pages, counts.lines].map(formatCount),
    ...[stretch && Math.abs(stretch.mean), stretch?.widest, stretch?.tightest].map(inPerCent),
    ...[
      counts.hyphens,
      counts.hyphensInARow,
      counts.rivers,
      counts.shortLastLines,
      counts.widows,
      counts.orphans,
      counts.hyphensOverPages,
      counts.shortLastPage,
      counts.unequalFeet,
    ].map(formatCount),
  ]);
  const head = [
    "text",
    "pages",
    "lines",
  ];
  return formatTable(head, rows, ["left", ...head.slice(1).map(() => "right" as const)]);
}

/** Returns a table with a head, the cells of each column to the left or to the right. */
export function formatTable(head: string[], rows: string[][], sides: readonly ("left" | "right")[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => countColumns(row[column]!))));
  const pad = (cell: string, column: number) => {
    const padding = " ".repeat(widths[column]! - countColumns(cell));
    return sides[column] === "left" ? cell + padding : padding + cell;
  };
  const line = (row: string[]) => row.map(pad).join("  ");
  return all.map((row) => line(row).trimEnd()).join("\n");
}

function formatResult(problems: number, proved: string[]): string {
  if (problems > 0) return `${problems} problem${problems === 1 ? "" : "s"}`;
  return proved.length > 0 ? `right: ${proved.join(", ")}` : "";
}

function formatCount(number: number | undefined): string {
  return number === undefined ? "" : String(number);
}

// In kilobytes and megabytes of the SI, as file managers show them.
function formatSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
