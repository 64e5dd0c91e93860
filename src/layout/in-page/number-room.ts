import { px, rounding } from "./dom.ts";

/**
 * Waits until all fonts are there, so that text can be measured, and makes the room before the items of each numbered list
 * as wide as its widest number, if that is wider than the style sheet has it.
 */
export async function readyToMeasure(): Promise<void> {
  await document.fonts.ready;
  for (const list of document.querySelectorAll<HTMLOListElement>(".prose ol")) {
    const { fontSize, paddingInlineStart } = getComputedStyle(list);
    const room = measureNumbers(list) + rounding;
    // In em, since the size of type may be changed later.
    if (room > px(paddingInlineStart)) list.style.paddingInlineStart = `${(room / px(fontSize)).toFixed(3)}em`;
  }
}

// The browser does not tell how wide a number is that stands before an item. Inside of an item with nothing that is seen, it
// is as wide as the item.
function measureNumbers(list: HTMLOListElement): number {
  const probe = list.cloneNode() as HTMLOListElement;
  probe.style.cssText =
    "position: absolute; visibility: hidden; list-style-position: inside; padding: 0; text-indent: 0";
  let number = list.start;
  for (const item of list.querySelectorAll<HTMLLIElement>(":scope > li")) {
    const numbered = document.createElement("li");
    number = item.hasAttribute("value") ? item.value : number;
    numbered.value = number++;
    numbered.style.width = "max-content";
    // At the end of a line the space after the number would not count.
    numbered.textContent = "\u2060";
    probe.append(numbered);
  }
  list.after(probe);
  const widest = Math.max(0, ...[...probe.children].map((item) => item.getBoundingClientRect().width));
  probe.remove();
  return widest;
}
