import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFPage } from "@cantoo/pdf-lib";
import {
  decodeContent,
  hasName,
  decodePageContent,
  parseOperations,
  readNumber,
  type Operation,
} from "../pdf/content-stream.ts";
import { identity, multiply, type Matrix } from "../pdf/matrix.ts";

/** An image as it is printed. */
export interface PrintedImage {
  /** Its size in px. */
  width: number;
  height: number;
  /** Pixels to an inch of paper, across or down, whichever are fewer. */
  ppi: number;
}

const pointsPerInch = 72;

/** Returns the images that a page shows, in the order of painting. */
export function findPrintedImages(page: PDFPage): PrintedImage[] {
  return findImages(parseOperations(decodePageContent(page)), page.node.Resources(), identity);
}

function findImages(operations: Operation[], resources: PDFDict | undefined, start: Matrix): PrintedImage[] {
  const found: PrintedImage[] = [];
  const saved: Matrix[] = [];
  let matrix = start;
  for (const { operator, operands } of operations) {
    if (operator === "q") saved.push(matrix);
    else if (operator === "Q") matrix = saved.pop() ?? start;
    else if (operator === "cm") matrix = multiply(operands.map(Number) as Matrix, matrix);
    else if (operator === "Do") found.push(...findImagesOf(operands[0]!, resources, matrix));
  }
  return found;
}

// An XObject is an image, or a form, which may show images itself. Returns nothing for an XObject that does not exist.
function findImagesOf(operand: string, resources: PDFDict | undefined, matrix: Matrix): PrintedImage[] {
  const xObject = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(operand.slice(1)));
  if (!(xObject instanceof PDFRawStream)) return [];
  const { dict } = xObject;
  if (hasName(dict, "Subtype", "Form")) {
    const ownMatrix = dict.lookupMaybe(PDFName.of("Matrix"), PDFArray)?.asArray().map(String).map(Number);
    return findImages(
      parseOperations(decodeContent(xObject)),
      dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? resources,
      ownMatrix ? multiply(ownMatrix as Matrix, matrix) : matrix,
    );
  }
  const [width, height] = [readNumber(dict, "Width"), readNumber(dict, "Height")];
  // An image is drawn on the unit square, so the matrix gives its printed size in pt.
  const [a, b, c, d] = matrix;
  return [{ width, height, ppi: pointsPerInch * Math.min(width / Math.hypot(a, b), height / Math.hypot(c, d)) }];
}
