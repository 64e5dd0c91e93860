import type { MarkdownIt } from "./markdown-it.ts";
import {
  addClass,
  classesOf,
  hasClass,
  listParagraphs,
  readTypedLines,
  tokensOfParagraph,
  type ParagraphTokens,
} from "./paragraphs.ts";

/** The place and date of a letter, and the words to whom it is written, have no more characters. Chosen by eye. */
const longestLine = 72;

/**
 * Adds a rule to markdown-it that finds how a letter begins: the place and date, which get the class `dateline` if they
 * are the first paragraph of a text, and below them the words that address the reader, which get the class `salutation`.
 * A dateline that the writer has marked may stand anywhere. A letter ends with a signature.
 */
export function addLetters(md: MarkdownIt): void {
  md.core.ruler.push("letters", ({ tokens }) => {
    const paragraphs = listParagraphs(tokens);
    for (const [place, paragraph] of paragraphs.entries()) {
      const { open, index } = paragraph;
      const next = paragraphs[place + 1];
      const isAddressed = next?.index === index + tokensOfParagraph && isSalutation(next);
      const isDateline = hasClass(open, "dateline") || (index === 0 && isAddressed && hasDate(paragraph));
      if (isDateline) addClass(open, "dateline");
      if (isDateline && isAddressed) addClass(next.open, "salutation");
    }
  });
}

function hasDate(paragraph: ParagraphTokens): boolean {
  return isLine(paragraph, /\p{Nd}{4}(?!.*[.!?؟:]$)/u);
}

function isSalutation(paragraph: ParagraphTokens): boolean {
  return isLine(paragraph, /[,،!:]$/);
}

function isLine({ open, inline }: ParagraphTokens, pattern: RegExp): boolean {
  const [line, ...more] = readTypedLines(inline.children ?? []);
  return (
    classesOf(open).every((name) => name === "dateline") &&
    more.length === 0 &&
    line!.length <= longestLine &&
    pattern.test(line!.trim())
  );
}
