import type { Edit, Operation } from "../content-stream.ts";

// What is drawn on a page is either content, which the tags name, or furniture: an artifact (ISO 32000-1, 14.8.2.2; ISO
// 14289-1, 7.1).

/**
 * From where to where the text goes on a page, in pt from its foot: what stands above is the running head, below the
 * folio.
 */
export interface TextSpan {
  lower: number;
  upper: number;
}

export interface Artifacts {
  edits: Edit[];
  /** Marks that held nothing but rules and backgrounds, and are artifacts now. */
  released: Set<number>;
  /**
   * Text of the page that had no mark, and has one now: its number, and that of the content before which or after which
   * it is drawn.
   */
  adopted: Adopted[];
}

export interface Adopted {
  mcid: number;
  after?: number;
  before?: number;
}

/**
 * The edits that mark everything on a page as an artifact but the content; `figures` are the marks in which drawing is
 * content. Between running head and folio all text is content: Chromium leaves some of a single letter without its
 * mark.
 */
export function markArtifacts(operations: Operation[], figures: Set<number>, span: TextSpan): Artifacts {
  const mute = muteMarks(operations, figures);
  const edits = mute.map(({ start, end }) => ({ start, end, text: artifact.layout }));
  const wrap = (start: number, end: number, kind: string) => {
    edits.push({ start, end: start, text: `${kind}\n` }, { start: end, end, text: "\nEMC" });
  };
  const marks: boolean[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let path: number | undefined;
  const adopted: Adopted[] = [];
  let next = Math.max(-1, ...operations.map((operation) => mcidOf(operation) ?? -1)) + 1;
  let last: number | undefined;
  let text: TextObject = { start: 0, y: 0, loose: [], marked: false };
  for (const operation of operations) {
    const { operator, start, end } = operation;
    const loose = !marks.includes(true);
    if (operator === "q") saved.push(matrix);
    else if (operator === "Q") matrix = saved.pop() ?? matrix;
    else if (operator === "cm") matrix = multiply(operation.operands.map(Number) as Matrix, matrix);
    else if (operator === "BMC" || operator === "BDC") {
      marks.push(isMark(operation));
      const mcid = mcidOf(operation);
      for (const one of adopted) if (mcid !== undefined && one.after === undefined) one.before ??= mcid;
      last = mcid ?? last;
    } else if (operator === "EMC") marks.pop();
    else if (construction.has(operator)) path ??= start;
    else if (painting.has(operator) || operator === "n") {
      if (loose && operator !== "n") wrap(path ?? start, end, artifact.layout);
      path = undefined;
    } else if (objects.has(operator) && loose) wrap(start, end, artifact.layout);
    else if (operator === "BT") text = { start, y: Number.NaN, loose: [], marked: false };
    else if (operator === "Tm" && Number.isNaN(text.y)) text.y = height(operation, matrix);
    else if (showing.has(operator)) {
      if (loose) text.loose.push(operation);
      else text.marked = true;
    } else if (operator === "ET" && text.loose.length > 0) {
      const furniture = text.y > span.upper ? artifact.header : text.y < span.lower ? artifact.footer : undefined;
      // A mark may not begin in one text object and end in another, so what is partly content is taken apart.
      for (const part of text.marked ? text.loose : [{ start: text.start, end }]) {
        wrap(part.start, part.end, furniture ?? `/Span <</MCID ${next}>> BDC`);
        if (furniture) continue;
        adopted.push({ mcid: next, ...(last !== undefined && { after: last }) });
        last = next++;
      }
    }
  }
  return { edits, adopted, released: new Set(mute.map(mcidOf).filter((mcid) => mcid !== undefined)) };
}

/** The number by which the tags name a marked sequence, of the operation that begins it. */
export function mcidOf({ operands }: Operation): number | undefined {
  const at = operands.indexOf("/MCID");
  return at < 0 ? undefined : Number(operands[at + 1]);
}

/** Whether all that is drawn is inside content or an artifact. Where it is not, says how often. */
export function unmarked(operations: Operation[]): number {
  const marks: boolean[] = [];
  let count = 0;
  for (const operation of operations) {
    if (operation.operator === "BMC" || operation.operator === "BDC") marks.push(isMark(operation));
    else if (operation.operator === "EMC") marks.pop();
    else if (draws(operation) && !marks.includes(true)) count++;
  }
  return count;
}

interface TextObject {
  start: number;
  /** Its first baseline. */
  y: number;
  loose: Operation[];
  marked: boolean;
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

const artifact = {
  layout: "/Artifact <</Type /Layout>> BDC",
  header: "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
  footer: "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
};

const construction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const showing = new Set(["Tj", "TJ", "'", '"']);
const objects = new Set(["Do", "sh"]);

function draws({ operator }: Operation): boolean {
  return painting.has(operator) || showing.has(operator) || objects.has(operator);
}

// Chromium marks the rules and the background of an element as the element itself.
function muteMarks(operations: Operation[], figures: Set<number>): Operation[] {
  const open: { operation: Operation; speaks: boolean }[] = [];
  return operations.flatMap((operation) => {
    if (operation.operator === "BMC" || operation.operator === "BDC") open.push({ operation, speaks: false });
    else if (showing.has(operation.operator) || objects.has(operation.operator))
      for (const mark of open) mark.speaks = true;
    else if (operation.operator === "EMC") {
      const mark = open.pop();
      const mcid = mark && mcidOf(mark.operation);
      if (mcid !== undefined && !mark!.speaks && !figures.has(mcid)) return [mark!.operation];
    }
    return [];
  });
}

// Content by its number, an artifact by its name. Properties kept elsewhere, as in `/P /MC0 BDC`, are those of other
// programs: let be.
function isMark(operation: Operation): boolean {
  const [tag, properties] = operation.operands;
  return tag === "/Artifact" || mcidOf(operation) !== undefined || properties?.startsWith("/") === true;
}

function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function height({ operands }: Operation, [, b, , d, , f]: Matrix): number {
  return Number(operands[4]) * b + Number(operands[5]) * d + f;
}
