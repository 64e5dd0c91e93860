import { PDFDict, PDFName, type PDFDocument } from "@cantoo/pdf-lib";
import { pointsPerMm } from "../geometry.ts";
import {
  applyEdits,
  collectDrawnObjects,
  decodeContent,
  hasName,
  parseOperations,
  replaceContent,
  type ContentEdit,
  type Operation,
} from "../pdf/content-stream.ts";
import { identity, multiply, transformRectangle, type Matrix, type Rectangle } from "../pdf/matrix.ts";
import type { Percentages } from "../shop.ts";

// Black ink alone looks grey on a large ground, so it gets other inks below it. Text stays in black alone, since four
// inks never fall on the same place exactly; it is printed over what is below it, so that no paper shines through beside
// it.

/** The shortest side of a ground that is large, in mm; chosen by eye. */
const leastSide = 20;

/** The names of two graphics states: black prints over the other inks, or takes them away as usual (ISO 32000-2, 8.6.7). */
const [over, usual] = ["BlackOver", "BlackUsual"];

/** Gives large black grounds of a PDF, whose colours are inks, the inks of deep black, and lets black text overprint. */
export function deepenBlack(pdf: PDFDocument, shares: Percentages): void {
  const { context } = pdf;
  const states = {
    [over]: context.register(context.obj({ Type: "ExtGState", op: true, OPM: 1 })),
    [usual]: context.register(context.obj({ Type: "ExtGState", op: false, OPM: 0 })),
  };
  const ground = `${shares.map((share) => share / 100).join(" ")} k`;
  for (const page of pdf.getPages()) {
    for (const [ref, stream] of collectDrawnObjects(page).contents) {
      const content = decodeContent(stream);
      const edits = findEdits(parseOperations(content), ground);
      if (edits.length === 0) continue;
      const isForm = hasName(stream.dict, "Subtype", "Form");
      const resources = isForm ? stream.dict.lookup(PDFName.of("Resources"), PDFDict) : page.node.Resources()!;
      const named = resources.lookupMaybe(PDFName.of("ExtGState"), PDFDict) ?? context.obj({});
      resources.set(PDFName.of("ExtGState"), named);
      for (const [name, state] of Object.entries(states)) named.set(PDFName.of(name), state);
      context.assign(ref, replaceContent(stream, applyEdits(content, edits)));
    }
  }
}

/** What decides how the next operator paints. */
interface State {
  matrix: Matrix;
  isBlack: boolean;
}

function findEdits(operations: Operation[], ground: string): ContentEdit[] {
  const edits: ContentEdit[] = [];
  const insert = (at: number, text: string) => edits.push({ start: at, end: at, text });
  const saved: State[] = [];
  let state: State = { matrix: identity, isBlack: true };
  // The path that is being built: where it begins, and its parts, which are rectangles or other lines.
  let path: { start: number; parts: (Rectangle | undefined)[] } | undefined;
  let textStart: number | undefined;
  for (const { operator, operands, start, end } of operations) {
    const numbers = operands.map(Number);
    if (operator === "q") saved.push(state);
    else if (operator === "Q") state = saved.pop() ?? state;
    else if (operator === "cm") state = { ...state, matrix: multiply(numbers as Matrix, state.matrix) };
    else if (["g", "k", "rg"].includes(operator)) {
      state = { ...state, isBlack: operator === "g" && numbers[0] === 0 };
      textStart = undefined;
    } else if (operator === "BT") textStart = state.isBlack ? start : undefined;
    else if (operator === "ET" && textStart !== undefined) {
      insert(textStart, `/${over} gs 0 0 0 1 k `);
      insert(end, ` /${usual} gs 0 g`);
    } else if (operator === "re") {
      const [x, y, width, height] = numbers as Rectangle;
      path ??= { start, parts: [] };
      path.parts.push(transformRectangle([x, y, x + width, y + height], state.matrix));
    } else if (operator === "m") {
      path ??= { start, parts: [] };
      path.parts.push(undefined);
    } else if (["f", "F", "f*"].includes(operator)) {
      const [rectangle, ...others] = path?.parts ?? [];
      if (path && state.isBlack && rectangle && others.length === 0 && isLarge(rectangle)) {
        insert(path.start, `${ground} `);
        insert(end, " 0 g");
      }
      path = undefined;
    } else if (["S", "s", "B", "B*", "b", "b*", "n"].includes(operator)) path = undefined;
  }
  return edits;
}

function isLarge([left, bottom, right, top]: Rectangle): boolean {
  return Math.min(right - left, top - bottom) >= leastSide * pointsPerMm;
}
