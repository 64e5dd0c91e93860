import { differentLine, linesIn, mostOfOneLine, textNodesIn, visibleBoxes } from "./dom.ts";

/** If a line fills less than this share of its width before it is justified, its spaces get too wide. Chosen by eye. */
const leastFilled = 6 / 7;

/**
 * Binds the last two words of a paragraph together if the last line would have one word only. This is not done if the
 * paragraph would become longer by it, or if the line before the last, which loses a word, would get spaces that are too
 * wide. `line` is the line height, in px.
 */
export function avoidOneWordLastLine(paragraph: HTMLElement, line: number): void {
  const last = findLastText(paragraph);
  if (!last || !hasOneWordLastLine(paragraph, last)) return;
  const before = last.data;
  const { height } = paragraph.getBoundingClientRect();
  // Without soft hyphens the last word is not divided either.
  last.data = before
    .trimEnd()
    .replace(/\s+(\S+)$/, "\u00a0$1")
    .replace(/\u00ad(?=\S*$)/g, "");
  if (paragraph.getBoundingClientRect().height > height || isLoose(paragraph, line)) last.data = before;
}

// Finds the text node that ends a paragraph, if it has at least three words; notes do not count.
function findLastText(paragraph: HTMLElement): Text | undefined {
  const last = textNodesIn(paragraph).findLast(
    ({ data, parentElement }) => data.trim() && !parentElement!.closest(".footnote"),
  );
  return last && /\S\s+\S+\s+\S+\s*$/.test(last.data) ? last : undefined;
}

function hasOneWordLastLine(paragraph: HTMLElement, last: Text): boolean {
  const range = document.createRange();
  const end = last.data.trimEnd().length;
  const start = last.data.trimEnd().lastIndexOf(" ") + 1;
  range.setStart(last, start);
  range.setEnd(last, end);
  // A word that is divided between two lines has a box on each.
  const [word, ...otherParts] = range.getClientRects();
  // The space before the word, and the letter before that, show where the word before ends.
  range.setStart(last, Math.max(0, start - 2));
  range.setEnd(last, start);
  const before = range.getClientRects()[0];
  const opensLine = word && before && word.top > before.top + differentLine;
  return linesIn(paragraph) > mostOfOneLine && (opensLine || otherParts.length > 0);
}

// Whether the line before the last is filled too little. It is measured while it is not justified.
function isLoose(paragraph: HTMLElement, line: number): boolean {
  const { textAlign } = paragraph.style;
  paragraph.style.textAlign = "start";
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const boxes = visibleBoxes(range);
  paragraph.style.textAlign = textAlign;
  // The line before ends one line above the foot of the last; half a line more or less is the same line.
  const foot = Math.max(...boxes.map(({ bottom }) => bottom));
  const before = boxes.filter(({ bottom }) => bottom < foot - line / 2 && bottom > foot - 1.5 * line);
  const width = Math.max(...before.map(({ right }) => right)) - Math.min(...before.map(({ left }) => left));
  return before.length > 0 && width < leastFilled * paragraph.getBoundingClientRect().width;
}
