import type { Edit, Operation } from "../content-stream.ts";

/** What a font says of its glyphs, and the code of its space. */
export interface Reading {
  texts: Map<string, string>;
  space?: string;
}

/**
 * Puts a space at the end of every line, where Chromium leaves none: words are told apart by spaces alone, not by where
 * they stand (ISO 32000-1, 14.8.2.5). `readings` has the fonts by their names on the page.
 */
export function wordBreaks(operations: Operation[], readings: Map<string, Reading>): Edit[] {
  const lines = textObjects(operations);
  return lines.flatMap((line, index): Edit[] => {
    const next = lines[index + 1];
    const reading = readings.get(line.font);
    if (!next || !reading?.space || !apart(line, next) || line.divided) return [];
    const [last, before] = [line.glyphs.at(-1), line.glyphs.at(-2)].map(
      (glyph) => reading.texts.get(glyph ?? "") ?? "",
    );
    // A word may be broken after its hyphen; a dash between spaces is no part of one.
    if (!last || /\s$/.test(last) || (/[-\u00ad\u2010-\u2014/]$/.test(last) && before !== " ")) return [];
    return [{ start: line.end, end: line.end, text: `<${reading.space}> Tj\n` }];
  });
}

interface TextObject {
  font: string;
  size: number;
  /** Where it begins, and where its last glyph stands. */
  x: number;
  y: number;
  lastX: number;
  glyphs: string[];
  /** Ends in the middle of a word, at a soft hyphen. */
  divided: boolean;
  /** Where its ET stands in the stream. */
  end: number;
}

function textObjects(operations: Operation[]): TextObject[] {
  const found: TextObject[] = [];
  let line: TextObject | undefined;
  for (const [index, { operator, operands, start }] of operations.entries()) {
    if (operator === "BT") line = { font: "", size: 0, x: 0, y: 0, lastX: 0, glyphs: [], divided: false, end: 0 };
    if (!line) continue;
    if (operator === "Tf") [line.font, line.size] = [operands[0]!, Number(operands[1])];
    else if (operator === "Tm")
      [line.x, line.y, line.lastX] = [Number(operands[4]), Number(operands[5]), Number(operands[4])];
    else if (operator === "Td") line.lastX += Number(operands[0]);
    else if (operator === "Tj") line.glyphs.push(...(operands[0]!.toUpperCase().match(/[0-9A-F]{4}/g) ?? []));
    else if (operator === "ET") {
      found.push({ ...line, divided: isSoftHyphen(operations, index - 1), end: start });
      line = undefined;
    }
  }
  return found;
}

function isSoftHyphen(operations: Operation[], at: number): boolean {
  const begin = operations.slice(Math.max(0, at - 3), at).findLast(({ operator }) => operator === "BDC");
  return (
    operations[at]?.operator === "EMC" && begin?.operands.some((operand) => /^<feff00ad>$/i.test(operand)) === true
  );
}

// On another line, or so far along this one that more than a space is between them.
function apart({ x, y, lastX, size }: TextObject, next: TextObject): boolean {
  return Math.abs(next.y - y) > size * 0.9 || next.x - lastX > size * 1.8 || next.x < x - size;
}
