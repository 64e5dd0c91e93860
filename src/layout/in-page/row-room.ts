import { px, rounding, withHeadings } from "./dom.ts";

/** A note begins on a page with so many lines, or with all of its lines: `orphans` of paged.css. */
const leastLines = 2;

/** The parts of a page between which its height is shared. */
export interface SharedPage {
  text: HTMLElement;
  notes: HTMLElement;
  /** What the note area has besides its notes (px): a margin, a rule, and padding. */
  frame: number;
  /** The height of the note area (px). */
  height: number;
  /** Sets this height, and that of the notes in it if they do not fit. */
  share(height: number, notesHeight?: number): void;
}

/** A note area: its height (px), and that of the notes in it if they do not fit. */
interface NoteArea {
  height: number;
  notesHeight: number | undefined;
}

/**
 * Shares pages between rows of tables and notes. A row is not divided, but paged.js gives a note that does not fit all
 * the room below the line with its mark, as if the rest of the row could go overleaf. Here the note gets the room below
 * the row; if the note cannot begin there, the row moves overleaf with it. The first row of a page stays, and the rest
 * of a note from the page before gets the room below it.
 */
export class RowRoom {
  areasBefore = new WeakMap<HTMLTableRowElement, NoteArea>();

  /** Makes room for a row, of which another part has just been set. */
  fit(row: HTMLTableRowElement, { text, notes, frame, height, share }: SharedPage): void {
    let before = this.areasBefore.get(row);
    if (!before) {
      before = { height, notesHeight: notes.style.height ? px(notes.style.height) : undefined };
      this.areasBefore.set(row, before);
    }
    if (!notes.hasChildNodes()) return;
    const mark = row.querySelector<HTMLElement>("[data-footnote-call]");
    const note = mark && notes.querySelector<HTMLElement>(`[data-ref="${mark.dataset["footnoteCall"]}"]`);
    const movable = findMovable(row);
    if (isOnPage(row, text) ? !note || !notes.style.height : !note && movable) return;

    const least = movable ? before.height : 0;
    share(least);
    const most = least + Math.floor(text.getBoundingClientRect().bottom - bottomOf(row));
    if (!isOnPage(row, text) || (movable && note && startOf(note, notes) > most - frame)) {
      share(before.height, before.notesHeight);
      if (movable) movable.style.breakBefore = "column";
      return;
    }
    const needed = frame + notes.getBoundingClientRect().height;
    if (needed <= most) share(needed);
    else share(most, most - frame);
  }
}

function isOnPage(row: HTMLTableRowElement, text: HTMLElement): boolean {
  const page = text.getBoundingClientRect();
  return row.getBoundingClientRect().right <= page.right + rounding && bottomOf(row) <= page.bottom;
}

// Half of the rule below a row is outside the row, but inside the table.
function bottomOf(row: HTMLTableRowElement): number {
  return Math.max(row.getBoundingClientRect().bottom, row.closest("table")!.getBoundingClientRect().bottom);
}

// Returns the height (px) from the top of all notes to the end of the least with which a note begins on a page.
function startOf(note: HTMLElement, notes: HTMLElement): number {
  const { top, height } = note.getBoundingClientRect();
  return top - notes.getBoundingClientRect().top + Math.min(height, leastLines * px(getComputedStyle(note).lineHeight));
}

// Returns what moves overleaf with a row: the row alone; or, if it is the first of its table, the table with its
// headings. What is first on its page cannot move.
function findMovable(row: HTMLTableRowElement): HTMLElement | undefined {
  return row.previousElementSibling ? row : withHeadings(row.closest("table")!);
}
