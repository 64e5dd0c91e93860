// Breaks paragraphs as a whole, by the algorithm of D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”,
// Software: Practice and Experience 11 (1981). Pure arithmetic: in-page/measure-lines.ts has measured the pieces before.

/** What no line divides: a word, or a part of one. Widths are px. */
export interface TextPiece {
  width: number;
  /** The width of the no-break spaces inside it, which stretch and shrink as all others do. */
  inside: number;
  /** The natural width of the space after it; 0 if the next piece follows without one. */
  space: number;
  /** The width of the hyphen that is added if a line ends after it; undefined where none is. */
  hyphen?: number;
  /** Whether it ends with a hyphen or dash of its own. */
  endsDashed?: boolean;
  /** How far it reaches beyond the edge if a line begins or ends with it. */
  hangs: { start: number; end: number };
}

/** The room that a paragraph has, in px. */
export interface Room {
  measure: number;
  /** The indent of the first line. */
  indent: number;
}

/** A paragraph in so many lines. */
export interface Setting {
  /** The pieces with which lines end, but the last line. */
  ends: number[];
  /** What TeX calls demerits: the sum over all lines. */
  demerits: number;
  /** For each line, how much its spaces stretch (above 0, where 1 is `stretch`) or shrink (to -1). */
  ratios: number[];
  /** For each line, whether it ends with a hyphen that is added. */
  hyphens: boolean[];
}

/** How much a space may stretch before a line is bad, and shrink at most, as shares of its natural width: TeX’s. */
export const stretch = 1 / 2;
export const shrink = 1 / 3;

/** The costs of TeX (plain format), except that three hyphens in a row, and short last lines, are as good as forbidden. */
const linePenalty = 10;
const hyphenPenalty = 50;
const twoHyphens = 10_000;
const threeHyphens = 1_000_000;
const hyphenBeforeLast = 5_000;
const unlikeNeighbours = 10_000;
const shortLastLine = 100_000;
const restOfWord = 300_000;

/** A last line of one piece that is shorter than this share of the measure is short. Chosen by eye. */
export const leastLastLine = 1 / 8;

/** How many lines more or less than the best setting are looked for. */
const mostLoose = 1;

/** A way to set all pieces up to one after which a line ends. */
interface Node {
  /** The pieces that are set. */
  position: number;
  line: number;
  /** The class of the last line: tight, decent, loose, very loose. */
  fitness: number;
  hyphenRun: number;
  demerits: number;
  ratio: number;
  /** The width of the last line (px) with natural spaces, as it is if another piece follows on it. */
  natural: number;
  before: Node | undefined;
}

/** How far spaces stretch in the settings that are looked at first; only if there are none, in any. */
const firstTolerance = 2.5;

/**
 * Returns the best settings of a paragraph, by their number of lines: the best of all, and those with one line more or
 * less, if there are any. Empty if a piece is wider than the measure.
 */
export function breakLines(pieces: TextPiece[], room: Room): Map<number, Setting> {
  const settings = breakWithin(pieces, room, firstTolerance);
  return settings.size > 0 ? settings : breakWithin(pieces, room, Infinity);
}

function breakWithin(pieces: TextPiece[], { measure, indent }: Room, tolerance: number): Map<number, Setting> {
  const { widths, spaces } = sumUp(pieces);
  let active: Node[] = [
    { position: 0, line: 0, fitness: 2, hyphenRun: 0, demerits: 0, ratio: 0, natural: 0, before: undefined },
  ];
  for (let end = 1; end <= pieces.length; end++) {
    const isLast = end === pieces.length;
    const piece = pieces[end - 1]!;
    const best = new Map<number, Node>();
    const kept: Node[] = [];
    for (const node of active) {
      const room = measure - (node.position === 0 ? indent : 0);
      const spaceAfter = piece.space;
      const elastic = spaces[end]! - spaces[node.position]! - spaceAfter;
      const natural = widths[end]! - widths[node.position]! - spaceAfter + (isLast ? 0 : (piece.hyphen ?? 0));
      const hanging = pieces[node.position]!.hangs.start + piece.hangs.end;
      const rest = room + hanging - natural;
      // With more pieces, the line would only be longer. A hyphen, or what hangs, may differ by less than this.
      if (rest + elastic * shrink < -room / 4) continue;
      kept.push(node);
      const ratio = ratioOf(rest, elastic, isLast);
      if (ratio < -1 || ratio > tolerance) continue;
      // The browser would join two lines that have room in one.
      if (node.before && node.natural + natural < measure + joinSafety) continue;
      const next = append(node, end, ratio, widths[end]! - widths[node.position]!, piece, isLast);
      if (isLast && end - node.position === 1 && natural < measure * leastLastLine)
        next.demerits += node.hyphenRun > 0 ? restOfWord : shortLastLine;
      const key = (next.line * 4 + next.fitness) * 3 + Math.min(next.hyphenRun, 2);
      const known = best.get(key);
      if (!known || known.demerits > next.demerits) best.set(key, next);
    }
    if (isLast) return listSettings([...best.values()], pieces);
    active = [...kept, ...keepNear([...best.values()])];
  }
  return new Map();
}

/** Two lines that together have less than so many px more than the measure could be joined by the browser. */
const joinSafety = 2;

// Of the ways to set the same pieces, those with many more or fewer lines than the best lead nowhere.
function keepNear(nodes: Node[]): Node[] {
  if (nodes.length === 0) return nodes;
  const { line } = nodes.reduce((one, other) => (other.demerits < one.demerits ? other : one));
  return nodes.filter((node) => Math.abs(node.line - line) <= mostLoose + 1);
}

function sumUp(pieces: TextPiece[]): { widths: number[]; spaces: number[] } {
  const widths = [0];
  const spaces = [0];
  for (const { width, inside, space } of pieces) {
    widths.push(widths.at(-1)! + width + space);
    spaces.push(spaces.at(-1)! + inside + space);
  }
  return { widths, spaces };
}

function ratioOf(rest: number, elastic: number, isLast: boolean): number {
  if (rest >= 0) return isLast ? 0 : rest / Math.max(elastic * stretch, 0.001);
  return elastic > 0 ? rest / (elastic * shrink) : -Infinity;
}

function append(
  before: Node,
  position: number,
  ratio: number,
  natural: number,
  piece: TextPiece,
  isLast: boolean,
): Node {
  const endsInHyphen = !isLast && (piece.hyphen !== undefined || piece.endsDashed);
  const hyphenRun = endsInHyphen ? before.hyphenRun + 1 : 0;
  const penalty = endsInHyphen ? hyphenPenalty : 0;
  const fitness = fitnessOf(ratio);
  let demerits = (linePenalty + 100 * Math.min(Math.abs(ratio), mostRatio) ** 3) ** 2 + penalty ** 2;
  if (hyphenRun === 2) demerits += twoHyphens;
  if (hyphenRun > 2) demerits += threeHyphens;
  if (isLast && before.hyphenRun > 0) demerits += hyphenBeforeLast;
  if (before.before && Math.abs(fitness - before.fitness) > 1) demerits += unlikeNeighbours;
  const line = before.line + 1;
  return { position, line, fitness, hyphenRun, demerits: before.demerits + demerits, ratio, natural, before };
}

/** Beyond this, a line is as bad as can be, however wide its spaces are. */
const mostRatio = 10;

// TeX: The Program, section 817.
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function listSettings(ends: Node[], pieces: TextPiece[]): Map<number, Setting> {
  const settings = new Map<number, Setting>();
  if (ends.length === 0) return settings;
  const best = ends.reduce((one, other) => (other.demerits < one.demerits ? other : one));
  for (const node of ends) {
    const known = settings.get(node.line);
    if (Math.abs(node.line - best.line) > mostLoose || (known && known.demerits <= node.demerits)) continue;
    const chain: Node[] = [];
    for (let one = node; one.before; one = one.before) chain.unshift(one);
    settings.set(node.line, {
      ends: chain.slice(0, -1).map(({ position }) => position - 1),
      demerits: node.demerits,
      ratios: chain.map(({ ratio }) => ratio),
      hyphens: chain.map(({ position }) => pieces[position - 1]!.hyphen !== undefined),
    });
  }
  return settings;
}
