import { writeFileSync } from "node:fs";
import type { Cost } from "./run.ts";

/** A row of the table. */
export interface Row {
  what: string;
  /** Missing where it could not be measured. */
  figure?: number;
  unit: string;
  /** What is to be reached, if there is a goal. */
  goal?: number;
  /** What the figure comes from: seconds, MB, pages, bytes of files; or why there is none. */
  from: Record<string, number> | string;
}

const rows: Row[] = [];

export function addRow(row: Row): void {
  rows.push(row);
}

/** Adds how many times as long as `base` something takes. */
export function addRatio(
  what: string,
  { seconds }: Cost,
  base: Cost,
  goal?: number,
  more: Record<string, number> = {},
): void {
  const from = { seconds, base: base.seconds, ...more };
  addRow({ what, figure: seconds / base.seconds, unit: "×", goal, from });
}

export function addMemory(what: string, { megabytes }: Cost, goal: number): void {
  addRow({ what: `memory: ${what}`, figure: megabytes, unit: "MB", goal, from: { megabytes } });
}

/** Adds the sum of sizes, in bytes. */
export function addSize(what: string, sizes: number[], goal: number): void {
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  addRow({ what: `size: ${what}`, figure: kilobytes, unit: "kB", goal, from: { files: sizes.length } });
}

export function printRows(): void {
  for (const { what, figure, unit, goal, from } of rows) {
    const sources =
      typeof from === "string"
        ? from
        : Object.entries(from)
            .map(([name, number]) => `${name} ${Number(number.toFixed(2))}`)
            .join(", ");
    const reached = goal === undefined || figure === undefined ? "" : figure <= goal ? "reached" : "not yet";
    const cells = [
      what.padEnd(48),
      (figure === undefined ? "–" : `${figure.toFixed(2)} ${unit}`).padStart(14),
      (goal === undefined ? "" : `goal ${goal}`).padStart(12),
      reached.padEnd(7),
    ];
    process.stdout.write(`${cells.join("  ")}  (${sources})\n`);
  }
}

/** Writes all rows, with the figures from which they come. */
export function writeRows(file: string, settings: object): void {
  writeFileSync(file, `${JSON.stringify({ ...settings, rows }, null, 2)}\n`);
}
