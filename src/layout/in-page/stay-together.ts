import { isElement, withHeadings } from "./dom.ts";

/**
 * Moves the place at which a page ends, if it is before an element, so that what belongs together stays on one page: a
 * stanza is not divided after its first line or before its last one, and of several blocks that each stay with the next,
 * as a heading and a question below it, none is left behind. Returns nothing where the page may end.
 */
export function keepTogether(overflow: Range): Range | undefined {
  const first = overflow.startContainer.childNodes[overflow.startOffset];
  if (!isElement(first)) return undefined;
  const block = first.matches(".line") ? keepStanza(first) : first;
  const start = block.matches(".line") ? block : withHeadings(block);
  if (!start || start === first) return undefined;
  overflow.setStartBefore(start);
  return overflow;
}

// Returns what goes overleaf if a stanza does not fit from this line on: a line, or the whole stanza. Two lines stay
// together at the end of a stanza, and two at its beginning.
function keepStanza(line: HTMLElement): HTMLElement {
  const stanza = line.parentElement!;
  const isLast = !line.nextElementSibling;
  const before = isElement(line.previousElementSibling) ? line.previousElementSibling : line;
  const first = isLast ? before : line;
  const isSecond = first.previousElementSibling === stanza.firstElementChild;
  const isFirst = first === stanza.firstElementChild;
  return (isFirst || isSecond) && !stanza.dataset["splitFrom"] ? stanza : first;
}
