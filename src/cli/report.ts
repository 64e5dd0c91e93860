import { isListed, type Artifact } from "../artifact.ts";
import type { PreflightRow } from "../verify/preflight.ts";

// What the command line shows, as text.

/** A table of what was made: file, pages, sheets, size. The web edition is one row. */
export function filesTable(artifacts: Artifact[]): string {
  const shown = artifacts.filter(isListed);
  const rows = shown.map(({ path, pages, sheets, bytes }) => [
    path,
    count(pages),
    count(sheets),
    size(bytes.byteLength),
  ]);
  return table(["file", "pages", "sheets", "size"], rows, ["left", "right", "right", "right"]);
}

/** What the makers of files would say to the editor, a line each. */
export function remarks(artifacts: Artifact[]): string {
  return artifacts.flatMap(({ path, remarks = [] }) => remarks.map((remark) => `${path}: ${remark}`)).join("\n");
}

/** A table of what is true of each file, and of whether it holds to what it must. */
export function preflightTable(rows: PreflightRow[]): string {
  const cells = rows.map(({ path, pages, sheets, trim, bleed, inks, fonts, ppi, proved, problems }) => [
    path,
    count(pages),
    count(sheets),
    trim ? `${trim.width} × ${trim.height}${bleed ? ` +${bleed}` : ""}` : "",
    inks?.map((ink) => ink.replace("Device", "")).join(" ") ?? "",
    count(fonts),
    count(ppi),
    problems > 0
      ? `${problems} problem${problems === 1 ? "" : "s"}`
      : proved.length > 0
        ? `right: ${proved.join(", ")}`
        : "",
  ]);
  const sides = ["left", "right", "right", "left", "left", "right", "right", "left"] as const;
  return table(["file", "pages", "sheets", "trim + bleed, mm", "inks", "fonts", "ppi", "held to"], cells, sides);
}

function table(head: string[], rows: string[][], sides: readonly ("left" | "right")[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => (sides[column] === "left" ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ");
  return all.map((row) => line(row).trimEnd()).join("\n");
}

function count(number: number | undefined): string {
  return number === undefined ? "" : String(number);
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
