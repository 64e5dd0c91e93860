import type { Nodes } from "../html/dom.ts";
import { writeLine } from "./inline.ts";
import { readRuns } from "./runs.ts";
import type { Block, Writing } from "./writing.ts";

/** Writes the contents of a cell as blocks. */
type WriteBlocks = (nodes: Nodes, writing: Writing) => Block[];

/**
 * Writes a table. One that only puts its contents beside each other, as those of mails do, becomes its contents; one
 * that Markdown cannot say in full is marked as a place to look at.
 */
export function writeTable(table: Nodes, writing: Writing, writeBlocks: WriteBlocks): Block[] {
  const { $ } = writing;
  const rows = table
    .find("tr")
    .toArray()
    .map((row) => $(row) as Nodes)
    .filter((row) => row.closest("table").is(table));
  const cells = rows.map((row) =>
    row
      .children("td, th")
      .toArray()
      .map((cell) => $(cell) as Nodes),
  );
  const caption = table.children("caption");
  const above = caption.length > 0 ? writeBlocks(caption.contents(), writing) : [];
  if (isLayout(table, cells))
    return [...above, ...cells.flat().flatMap((cell) => writeBlocks(cell.contents(), writing))];

  const written = fillGrid(cells, writing);
  const hasHead = cells[0]!.length > 0 && cells[0]!.every((cell) => cell.is("th") || cell.closest("thead").length > 0);
  const head = hasHead ? written[0]! : written[0]!.map(() => "");
  const body = hasHead ? written.slice(1) : written;
  const lines = [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`);
  const notices = findFaults(cells, hasHead).map((sentence) => writing.mark(sentence));
  return [...above, { text: notices.join("") + lines.join("\n") }];
}

function isLayout(table: Nodes, cells: Nodes[][]): boolean {
  if (cells.every((row) => row.length === 0)) return true;
  return (
    /^(?:presentation|none)$/.test(table.attr("role") ?? "") ||
    cells.every((row) => row.length <= 1) ||
    cells.flat().some((cell) => cell.find("table, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, hr").length > 0)
  );
}

// Returns rows of equal length. A merged cell has its words in the first of the places that it takes.
function fillGrid(cells: Nodes[][], writing: Writing): string[][] {
  const grid: string[][] = cells.map(() => []);
  for (const [index, row] of cells.entries()) {
    for (const cell of row) {
      let column = 0;
      while (grid[index]![column] !== undefined) column++;
      const [width, height] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
      for (const line of grid.slice(index, index + height))
        for (let place = column; place < column + width; place++) line[place] ??= "";
      grid[index]![column] = writeCell(cell, writing);
    }
  }
  const columns = Math.max(...grid.map(({ length }) => length));
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
}

// HTML allows a thousand columns; a page has room for a few.
const widestSpan = 100;

function spanOf(cell: Nodes, direction: "colspan" | "rowspan"): number {
  return Math.min(widestSpan, Math.max(1, Number(cell.attr(direction) ?? 1) || 1));
}

function writeCell(cell: Nodes, writing: Writing): string {
  const format = writing.passage ? { lang: writing.passage } : {};
  const runs = readRuns(writing.$, cell.contents() as Nodes, { lang: writing.lang }, format);
  return writeLine(runs, writing).replaceAll("|", "\\|");
}

function findFaults(cells: Nodes[][], hasHead: boolean): string[] {
  const all = cells.flat();
  const isMerged = all.some((cell) => spanOf(cell, "colspan") * spanOf(cell, "rowspan") > 1);
  const isDivided = all.some((cell) => cell.find("p").length > 1 || cell.find("br").length > 0);
  return [
    ...(isMerged
      ? ["This table has merged cells in the document. Here each has its words in the first of its cells."]
      : []),
    ...(isDivided ? ["Cells of this table have several lines in the document, and one line here."] : []),
    ...(hasHead ? [] : ["This table has no head in the document. If its first row is one, move it up."]),
  ];
}
