import type { ContentEdit, Operation } from "../content-stream.ts";
import { identity, multiply, type Matrix } from "../matrix.ts";

// Everything on a page is either content, which the tags name, or a PDF artifact, such as running heads and rules (ISO
// 32000-1, 14.8.2.2; ISO 14289-1, 7.1). Content has a number, its MCID.

/** The height between the folio and the running head, where the text is, in pt from the foot of the page. */
export interface TextSpan {
  lower: number;
  upper: number;
}

export interface ArtifactMarks {
  edits: ContentEdit[];
  /** Numbers of content that had nothing but rules and backgrounds, and is an artifact now. */
  released: Set<number>;
  /** Text that had no number, and has one now. */
  adopted: NewContent[];
}

/**
 * Content that got a new number, and the number of its neighbour: of the content drawn before it (this one stands
 * `after` that), or if there is none, of the content drawn after it.
 */
export interface NewContent {
  mcid: number;
  after?: number;
  before?: number;
}

/** The numbers of content of two kinds on a page, and where its text is. */
export interface PageContent {
  figures: Set<number>;
  /** The heads of tables that are repeated. */
  repeated: Set<number>;
  span: TextSpan;
}

/**
 * Returns the edits that mark as an artifact everything on a page that is not content. Lines and areas are content only
 * in a figure. Between running head and folio all text is content, unless it is repeated: Chromium leaves some text of a
 * single letter unmarked, and this text gets a number of its own.
 */
export function markArtifacts(operations: Operation[], { figures, repeated, span }: PageContent): ArtifactMarks {
  const heads = operations.filter((operation) => isBegin(operation) && repeated.has(mcidOf(operation) ?? -1));
  const decorations = findDecorations(operations, figures).filter((operation) => !heads.includes(operation));
  const edits = [
    ...decorations.map(({ start, end }) => ({ start, end, text: artifact.layout })),
    ...heads.map(({ start, end }) => ({ start, end, text: artifact.pagination })),
  ];
  const adopted: NewContent[] = [];
  const numbers = operations.map(mcidOf).filter((mcid) => mcid !== undefined);
  let nextNumber = Math.max(-1, ...numbers) + 1;
  let lastNumber: number | undefined;
  const wrap = (start: number, end: number, mark: string): void => {
    edits.push({ start, end: start, text: `${mark}\n` }, { start: end, end, text: "\nEMC" });
  };
  const closeText = (text: TextObject, end: number): void => {
    const kind = kindOutside(span, text.y);
    // Marked content must not begin in one text object and end in another (ISO 32000-1, 14.6.1). So if some of the text
    // is marked already, the rest is wrapped piece by piece.
    for (const part of text.isPartlyMarked ? text.unmarked : [{ start: text.start, end }]) {
      wrap(part.start, part.end, kind ?? `/Span <</MCID ${nextNumber}>> BDC`);
      if (kind) continue;
      adopted.push({ mcid: nextNumber, ...(lastNumber !== undefined && { after: lastNumber }) });
      lastNumber = nextNumber++;
    }
  };

  /** Whether each open sequence of marked content is content or an artifact. */
  const marks: boolean[] = [];
  const savedMatrices: Matrix[] = [];
  let matrix = identity;
  let pathStart: number | undefined;
  let text: TextObject = { start: 0, y: 0, unmarked: [], isPartlyMarked: false };
  for (const operation of operations) {
    const { operator, start, end } = operation;
    const isMarked = marks.includes(true);
    if (operator === "q") savedMatrices.push(matrix);
    else if (operator === "Q") matrix = savedMatrices.pop() ?? matrix;
    else if (operator === "cm") matrix = multiply(operation.operands.map(Number) as Matrix, matrix);
    else if (isBegin(operation)) {
      marks.push(isContentOrArtifact(operation));
      const mcid = mcidOf(operation);
      if (mcid === undefined) continue;
      // What was adopted before any other content stands before the first.
      for (const one of adopted) if (one.after === undefined) one.before ??= mcid;
      lastNumber = mcid;
    } else if (operator === "EMC") marks.pop();
    else if (construction.has(operator)) pathStart ??= start;
    else if (painting.has(operator) || operator === "n") {
      if (!isMarked && operator !== "n") wrap(pathStart ?? start, end, artifact.layout);
      pathStart = undefined;
    } else if (objects.has(operator) && !isMarked) wrap(start, end, artifact.layout);
    else if (operator === "BT") text = { start, y: Number.NaN, unmarked: [], isPartlyMarked: false };
    else if (operator === "Tm" && Number.isNaN(text.y)) text.y = baseline(operation, matrix);
    else if (showing.has(operator)) {
      if (isMarked) text.isPartlyMarked = true;
      else text.unmarked.push(operation);
    } else if (operator === "ET" && text.unmarked.length > 0) closeText(text, end);
  }
  return {
    edits,
    adopted,
    released: new Set([...decorations, ...heads].map(mcidOf).filter((mcid) => mcid !== undefined)),
  };
}

/** Returns the number of marked content, from the operation that begins it. */
export function mcidOf({ operands }: Operation): number | undefined {
  const at = operands.indexOf("/MCID");
  return at < 0 ? undefined : Number(operands[at + 1]);
}

/** Counts the operations that draw something outside of content and artifacts. */
export function countUnmarked(operations: Operation[]): number {
  const marks: boolean[] = [];
  let count = 0;
  for (const operation of operations) {
    if (isBegin(operation)) marks.push(isContentOrArtifact(operation));
    else if (operation.operator === "EMC") marks.pop();
    else if (draws(operation) && !marks.includes(true)) count++;
  }
  return count;
}

interface TextObject {
  start: number;
  /** Its first baseline, in pt from the foot of the page. */
  y: number;
  unmarked: Operation[];
  isPartlyMarked: boolean;
}

const artifact = {
  layout: "/Artifact <</Type /Layout>> BDC",
  header: "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
  footer: "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
  pagination: "/Artifact <</Type /Pagination>> BDC",
};

// Operators by what they do (ISO 32000-1, tables 59, 60, 109, 87 and 77).
const construction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const showing = new Set(["Tj", "TJ", "'", '"']);
const objects = new Set(["Do", "sh"]);

function draws({ operator }: Operation): boolean {
  return painting.has(operator) || showing.has(operator) || objects.has(operator);
}

function isBegin({ operator }: Operation): boolean {
  return operator === "BMC" || operator === "BDC";
}

// Content has a number, an artifact its name. Other programs keep properties elsewhere, as in `/P /MC0 BDC`; such marks
// are taken to be content.
function isContentOrArtifact(operation: Operation): boolean {
  const [tag, properties] = operation.operands;
  return tag === "/Artifact" || mcidOf(operation) !== undefined || properties?.startsWith("/") === true;
}

// Chromium marks the rules and the background of an element as content of the element. Returns the operations that
// begin such content: it has a number, but neither text nor images, and is no figure.
function findDecorations(operations: Operation[], figures: Set<number>): Operation[] {
  const open: { begin: Operation; hasContent: boolean }[] = [];
  return operations.flatMap((operation) => {
    if (isBegin(operation)) open.push({ begin: operation, hasContent: false });
    else if (showing.has(operation.operator) || objects.has(operation.operator))
      for (const mark of open) mark.hasContent = true;
    else if (operation.operator === "EMC") {
      const mark = open.pop();
      const mcid = mark && mcidOf(mark.begin);
      if (mark && mcid !== undefined && !mark.hasContent && !figures.has(mcid)) return [mark.begin];
    }
    return [];
  });
}

// Returns the mark of a running head or a folio for a baseline (pt) that is above or below the text, else nothing.
function kindOutside({ lower, upper }: TextSpan, y: number): string | undefined {
  if (y > upper) return artifact.header;
  if (y < lower) return artifact.footer;
  return undefined;
}

// Returns the y (pt) of the origin that a Tm operation sets.
function baseline({ operands }: Operation, [, b, , d, , f]: Matrix): number {
  return Number(operands[4]) * b + Number(operands[5]) * d + f;
}
