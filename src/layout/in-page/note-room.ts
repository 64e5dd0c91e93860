import { isElement, px, rounding } from "./dom.ts";
import type { BreakToken, HandlerClass, Page, PageLayout } from "./pagedjs.d.ts";
import { RowRoom } from "./row-room.ts";

const notesHeight = "--pagedjs-footnotes-height";

/** Lines of text that stay on a page whose notes would fill it. Chosen by eye. */
const linesForText = 4;

/** Lines of text that stay with the mark of a note: `orphans` of paged.css. */
const linesWithMark = 2;

/** A note area of fewer lines than these is not made smaller: the two lines above, and one of the note. */
const leastNoteLines = 3;

/**
 * A row that stays on one page, not one that paged.css sets in blocks. paged.js sets it by itself only if its table is in
 * no other block, such as a quotation.
 */
const undividedRow = ".prose > table:not(.table-in-blocks) tr";

/** Makes the handler that shares a page between text and notes; `line` is that of running text, in px. */
export function fixNoteRoom(Handler: HandlerClass, line: number): HandlerClass {
  return class NoteRoom extends Handler {
    /** The height (px) to which each note area was made smaller. */
    reducedHeights = new WeakMap<Element, number>();
    rowRoom = new RowRoom();
    /** The column of text, as paged.js measured it when it began the page. */
    column = new DOMRect();

    // paged.js makes the note area as high as the rest of a note needs, even higher than the page. Here its height is
    // limited, so that some lines of text have room above it.
    override beforePageLayout({ element }: Page): void {
      const area = find(element, ".pagedjs_area");
      const content = find(area, ".pagedjs_footnote_content");
      const most = area.getBoundingClientRect().height - linesForText * line;
      if (heightOf(area) <= most) return;
      share(area, most, most - frameOf(content));
    }

    override onPageLayout(_wrapper: HTMLElement, _token: BreakToken, { bounds }: PageLayout): void {
      this.column = bounds;
    }

    // paged.js gives a note that does not fit all the room below the line with its mark. If that leaves the paragraph
    // too few lines on this page, it moves overleaf with its heading, and the note is printed a second time. So the
    // note area is made smaller by two lines, which the text gets back.
    override renderNode(rendered: Node): void {
      const element = isElement(rendered) ? rendered : rendered.parentElement;
      const area = element?.closest<HTMLElement>(".pagedjs_area");
      const notes = area?.querySelector<HTMLElement>(".pagedjs_footnote_inner_content");
      if (!element || !area || !notes) return;
      const row = element.closest<HTMLTableRowElement>(undividedRow);
      if (row) {
        const text = find(area, ".pagedjs_page_content");
        this.rowRoom.fit(row, {
          text,
          notes,
          frame: frameOf(notes.parentElement!),
          height: heightOf(area),
          share: (...heights) => share(area, ...heights),
        });
        this.reducedHeights.set(area, heightOf(area));
        // If the rest of a note was cut for the row, the text may be longer than paged.js has measured.
        this.column.height = Math.max(this.column.height, text.getBoundingClientRect().height);
        return;
      }
      if (!isElement(rendered) || !notes.style.height) return;
      const [height, inner] = [heightOf(area), px(notes.style.height)];
      // Less than a line would be cut off at the foot of the page. With room for the whole note, the line with its mark
      // has none, and both move overleaf.
      if (inner < px(getComputedStyle(notes).lineHeight)) {
        notes.style.height = "";
        share(area, frameOf(notes.parentElement!) + notes.getBoundingClientRect().height);
        return;
      }
      if (this.reducedHeights.get(area) === height || inner < leastNoteLines * line) return;
      area.style.setProperty(notesHeight, `${height - linesWithMark * line}px`);
      notes.style.height = `${inner - linesWithMark * line}px`;
      this.reducedHeights.set(area, height - linesWithMark * line);
    }

    // When a note continues overleaf, paged.js makes the note area a little larger after it has filled the text: then a
    // line of text falls off the page. The space between text and notes shrinks, px by px, until the text fits.
    override afterPageLayout(page: HTMLElement): void {
      const area = find(page, ".pagedjs_area");
      const text = find(area, ".pagedjs_page_content");
      const notes = find(area, ".pagedjs_footnote_content");
      const height = heightOf(area);
      const space = px(getComputedStyle(notes).marginTop);
      for (let less = 1; less <= space && text.scrollWidth > text.clientWidth + rounding; less++) {
        area.style.setProperty(notesHeight, `${height - less}px`);
        notes.style.marginTop = `${space - less}px`;
      }
    }
  };
}

function share(area: HTMLElement, height: number, innerHeight?: number): void {
  area.style.setProperty(notesHeight, `${height}px`);
  find(area, ".pagedjs_footnote_inner_content").style.height = innerHeight === undefined ? "" : `${innerHeight}px`;
}

function frameOf(content: HTMLElement): number {
  const { marginTop, borderTopWidth, paddingTop } = getComputedStyle(content);
  return px(marginTop) + px(borderTopWidth) + px(paddingTop);
}

function heightOf(area: HTMLElement): number {
  return px(area.style.getPropertyValue(notesHeight)) || 0;
}

function find(parent: Element, selector: string): HTMLElement {
  return parent.querySelector<HTMLElement>(selector)!;
}
