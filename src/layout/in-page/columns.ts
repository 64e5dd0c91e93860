import { gridLine, rounding } from "./dom.ts";

/** Lines of a page that rows with notes leave to the notes: two lines of a note, and the rule above them. */
const linesForNotes = 3;

/**
 * A table that needs less than this share of the measure is not made as wide as the text, unless readers write into it.
 * Chosen by eye.
 */
const leastShare = 0.75;

/** What a table that has no room gives up, one after the other: classes of paged.css. */
const sacrifices = ["table-broken", "table-small", "table-divided"];

/**
 * Sets the widths of the columns of a table. A table that goes over several pages becomes several tables, so all rows
 * get the widths that the whole table needs. If it needs more than the measure in every way, its widest columns become
 * narrower, and words break in them. `mostHeight` is the height of a page (px); a table with a row that is higher has
 * its cells one below the other.
 */
export function setColumns(table: HTMLTableElement, mostHeight: number): void {
  const room = table.parentElement!.clientWidth;
  let needed = measureColumns(table, room);
  for (const sacrifice of sacrifices) {
    if (sumOf(needed) <= room + rounding) break;
    table.classList.add(sacrifice);
    needed = measureColumns(table, room);
  }
  const mostWidth = limitWidths(needed, room);
  if (needed.some((width) => width > mostWidth)) table.classList.add("table-narrow");
  for (const row of table.rows)
    [...row.cells].forEach((cell, column) => (cell.style.width = `${Math.min(needed[column]!, mostWidth)}px`));
  if (sumOf(needed) < leastWidth(table, room)) table.style.width = `${sumOf(needed)}px`;
  const most = table.querySelector(".footnote") ? mostHeight - linesForNotes * gridLine() : mostHeight;
  const head = table.tHead?.matches("[data-repeat]") ? table.tHead.getBoundingClientRect().height : 0;
  const isTooHigh = (row: HTMLElement) => head + row.getBoundingClientRect().height > most;
  if ([...table.rows].some(isTooHigh) || measureStart(table) > most) table.classList.add("table-in-blocks");
}

// Returns the widths (px) that the browser gives to the columns.
function measureColumns(table: HTMLTableElement, room: number): number[] {
  Object.assign(table.style, { tableLayout: "auto", overflowWrap: "normal", width: "auto" });
  if (table.getBoundingClientRect().width > leastWidth(table, room)) table.style.width = "";
  const widths = [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
  Object.assign(table.style, { tableLayout: "", overflowWrap: "", width: "" });
  return widths;
}

function leastWidth(table: HTMLTableElement, room: number): number {
  return table.querySelector(".open") ? 0 : leastShare * room;
}

function sumOf(widths: number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

// Returns the height (px) from the top of what stands on one page with the first row of a table to the bottom of this
// row: the head of the table, headings above it, and the head of the text if the table begins the text.
function measureStart(table: HTMLTableElement): number {
  let top: Element = table;
  while (top.previousElementSibling?.matches("h1, h2, h3, h4, h5, h6")) top = top.previousElementSibling;
  if (!top.previousElementSibling && top.parentElement?.matches(".prose")) top = top.parentElement.parentElement!;
  const row = table.tBodies[0]?.rows[0] ?? table;
  return row.getBoundingClientRect().bottom - top.getBoundingClientRect().top;
}

// Returns the width to which the widest columns have to be cut so that all columns together fit the room. Each column,
// from the narrowest on, keeps its width as long as all that follow can have as much.
function limitWidths(widths: number[], room: number): number {
  let remaining = room;
  const rising = widths.toSorted((one, other) => one - other);
  for (const [index, width] of rising.entries()) {
    const columns = rising.length - index;
    if (width * columns >= remaining) return remaining / columns;
    remaining -= width;
  }
  return room;
}
