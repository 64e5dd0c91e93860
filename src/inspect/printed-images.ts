import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFPage } from "@cantoo/pdf-lib";
import { contentOf, is, operations, pageContent } from "../pdf/content-stream.ts";

/**
 * A picture as it is printed: its size in px, and how many of them come on an inch, across or down, whichever are
 * fewer.
 */
export interface PrintedPicture {
  width: number;
  height: number;
  ppi: number;
}

type Matrix = [number, number, number, number, number, number];

/** The pictures that a page shows, in the order in which they are painted. */
export function picturesOn(page: PDFPage): PrintedPicture[] {
  return painted(pageContent(page), page.node.Resources(), [1, 0, 0, 1, 0, 0]);
}

function painted(content: string, resources: PDFDict | undefined, start: Matrix): PrintedPicture[] {
  const found: PrintedPicture[] = [];
  const saved: Matrix[] = [];
  let matrix = start;
  for (const { operator, operands } of operations(content)) {
    if (operator === "q") saved.push(matrix);
    else if (operator === "Q") matrix = saved.pop() ?? start;
    else if (operator === "cm") matrix = times(operands.map(Number) as Matrix, matrix);
    else if (operator === "Do") found.push(...shown(resources, operands[0]!, matrix));
  }
  return found;
}

function shown(resources: PDFDict | undefined, name: string, matrix: Matrix): PrintedPicture[] {
  const object = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(name.slice(1)));
  if (!(object instanceof PDFRawStream)) return [];
  const { dict } = object;
  if (is(dict, "Subtype", "Form")) {
    const own = dict
      .lookupMaybe(PDFName.of("Matrix"), PDFArray)
      ?.asArray()
      .map((part) => Number(part.toString())) as Matrix | undefined;
    return painted(
      contentOf(object),
      dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? resources,
      own ? times(own, matrix) : matrix,
    );
  }
  const [width, height] = ["Width", "Height"].map((key) => Number(dict.lookup(PDFName.of(key))?.toString())) as [
    number,
    number,
  ];
  const [a, b, c, d] = matrix;
  return [{ width, height, ppi: 72 * Math.min(width / Math.hypot(a, b), height / Math.hypot(c, d)) }];
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
