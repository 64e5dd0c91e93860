import { isElement, px, rounding } from "./dom.ts";
import type { HandlerClass, Page } from "./pagedjs.d.ts";

const notesHeight = "--pagedjs-footnotes-height";

/** Lines of text that stay on a page whose notes would fill it. Chosen by eye. */
const linesForText = 4;

/** Lines of text that stay with the mark of a note: `orphans` of paged.css. */
const linesWithMark = 2;

/** A note area of fewer lines than these is not made smaller: the two lines above, and one of the note. */
const leastNoteLines = 3;

/** Makes the handler that shares a page between text and notes; `line` is that of running text, in px. */
export function fixNoteRoom(Handler: HandlerClass, line: number): HandlerClass {
  return class NoteRoom extends Handler {
    /** The height (px) to which each note area was made smaller. */
    reducedHeights = new WeakMap<Element, number>();

    // paged.js makes the note area as high as the rest of a note needs, even higher than the page. Here its height is
    // limited, so that some lines of text have room above it.
    override beforePageLayout({ element }: Page): void {
      const area = find(element, ".pagedjs_area");
      const content = find(area, ".pagedjs_footnote_content");
      const most = area.getBoundingClientRect().height - linesForText * line;
      if (heightOf(area) <= most) return;
      const { marginTop, borderTopWidth, paddingTop } = getComputedStyle(content);
      const frame = px(marginTop) + px(borderTopWidth) + px(paddingTop);
      area.style.setProperty(notesHeight, `${most}px`);
      find(content, ".pagedjs_footnote_inner_content").style.height = `${most - frame}px`;
    }

    // paged.js gives a note that does not fit all the room below the line with its mark. If that leaves the paragraph
    // too few lines on this page, it moves overleaf with its heading, and the note is printed a second time. So the note
    // area is made smaller by two lines, which the text gets back.
    override renderNode(rendered: Node): void {
      const area = isElement(rendered) ? rendered.closest<HTMLElement>(".pagedjs_area") : null;
      const notes = area?.querySelector<HTMLElement>(".pagedjs_footnote_inner_content");
      if (!area || !notes?.style.height) return;
      const [height, inner] = [heightOf(area), px(notes.style.height)];
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

function heightOf(area: HTMLElement): number {
  return px(area.style.getPropertyValue(notesHeight)) || 0;
}

function find(parent: Element, selector: string): HTMLElement {
  return parent.querySelector<HTMLElement>(selector)!;
}
