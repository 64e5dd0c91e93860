import type { Dom, Nodes } from "../html/dom.ts";

// A table may be wider than a telephone. On the web it moves in a box of its own; in an EPUB, where pages are turned and
// nothing moves, each row becomes a block, in which each cell has its head before it.

/**
 * Puts each table into a box that moves if the table is wider than the page. The keyboard reaches the box, and its name
 * are the heads of the table, or else its first row.
 */
export function boxTables($: Dom): void {
  $("table").each((_, table) => {
    const name = readRow($, $(table).find("tr").first()).filter(Boolean).join(", ");
    $(table).wrap('<div class="table-box" role="group" tabindex="0"></div>');
    $(table).parent().attr("aria-label", name);
  });
}

/** Gives each cell of a wide table the words of its head in the attribute `data-head`, for the style sheet. */
export function labelCells($: Dom): void {
  $("table.wide:has(thead)").each((_, table) => {
    const heads = readRow($, $(table).find("thead > tr"));
    $(table)
      .find("tbody > tr")
      .each((_, row) => {
        for (const [column, cell] of $(row).children().toArray().entries())
          if (heads[column]) $(cell).attr("data-head", heads[column]);
      });
  });
}

// Returns the words of each cell of a row, without marks of notes.
function readRow($: Dom, row: Nodes): string[] {
  return row
    .children()
    .toArray()
    .map((cell) => {
      const copy = $(cell).clone();
      copy.find(".noteref").remove();
      return copy.text().trim();
    });
}
