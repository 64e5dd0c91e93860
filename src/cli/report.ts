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

/** Returns a table of how the texts of the pamphlet are set. */
export function formatMeasures(measures: TextMeasures[]): string {
  const head = measureColumns.map(([name]) => name);
  const rows = measures.map((measure) => measureColumns.map(([, cellOf]) => cellOf(measure)));
  return formatTable(
    ["text", ...head],
    rows.map((row, index) => [measures[index]!.text, ...row]),
    ["left", ...head.map(() => "right" as const)],
  );
}

/** The columns of figures, each with its name. */
const measureColumns: [name: string, cellOf: (measure: TextMeasures) => string][] = [
  ["pages", ({ pages }) => formatCount(pages)],
  ["lines", ({ lines }) => formatCount(lines)],
  ["spaces", ({ stretch }) => formatPerCent(stretch?.mean, "±")],
  ["widest", ({ stretch }) => formatPerCent(stretch?.widest)],
  ["tightest", ({ stretch }) => formatPerCent(stretch?.tightest)],
  ["uneven", ({ uneven }) => formatCount(uneven)],
  ["hyphens", ({ hyphens }) => formatCount(hyphens)],
  ["in a row", ({ hyphensInARow }) => formatCount(hyphensInARow)],
  ["rivers", ({ rivers }) => formatCount(rivers)],
  ["short ends", ({ shortLastLines }) => formatCount(shortLastLines)],
  ["widows", ({ widows }) => formatCount(widows)],
  ["orphans", ({ orphans }) => formatCount(orphans)],
  ["over page", ({ hyphensOverPages }) => formatCount(hyphensOverPages)],
  ["last page", ({ shortLastPage }) => formatCount(shortLastPage)],
  ["feet", ({ unequalFeet }) => formatCount(unequalFeet)],
];

function formatPerCent(number: number | undefined, sign = (number ?? 0) > 0 ? "+" : ""): string {
  return number === undefined ? "" : `${sign}${number}\u00a0%`;
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
