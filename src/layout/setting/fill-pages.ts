// Fills pages with a text as a whole: which setting each paragraph gets, so that pages are full, no text ends with a few
// lines on a page, and none ends with a hyphen. Pure arithmetic: in-page/column.ts has measured the blocks before.
// Where a page ends is foreseen by the rules that Chromium and paged.js follow (CSS Fragmentation 3): blocks are divided
// between lines only, at least two lines of a paragraph stay together, and headings stay with what follows.

/** One way to set a block. */
export interface Choice {
  /** Its lines, if it can be divided. */
  lines: number;
  /** Space that is added above it (px). */
  space: number;
  /** What it costs beside the best one; 0 for the best. */
  cost: number;
  /** The notes (px) that stand at the foot of the page where a line is. */
  notes: { line: number; height: number }[];
  /** Whether a line ends with a hyphen. */
  hyphens: boolean[];
}

/** A block of a text, or a line of space. Lengths are px. */
export interface PageBlock<Way extends Choice = Choice> {
  /** Space above, which is left out at the head of a page. */
  gap: number;
  /** A block that is not divided has its height. */
  height?: number;
  /** What is divided, a paragraph, has lines of a height. */
  line?: number;
  /** The ways to set it, one at least. */
  choices: Way[];
  /** Whether it stays with what follows, and with what is before it. */
  staysWithNext: boolean;
  staysWithBefore: boolean;
}

/** The type area of a page, in px. */
export interface PageRoom {
  height: number;
  /** The line of the grid. */
  line: number;
  /** What the notes of a page need beside their own height: a margin, a rule, padding. */
  noteFrame: number;
}

/** A text on so many pages. */
export interface Filling {
  pages: number;
  cost: number;
  /** The index of the choice for each block. */
  chosen: number[];
  /** How many lines the last page has. */
  lastLines: number;
}

/** What is undesired, in units of 10,000 demerits. Chosen by eye: a line with spaces half as wide again costs 1.2. */
const costs = { unfilledLine: 12, shortLastPage: 3000, fewLines: 4, hyphenAtTurn: 15 };

/** A last page of so many lines or fewer looks like a mistake. */
export const shortPage = 3;

/** Lines of a paragraph that stay together at the foot and at the head of a page: `orphans` and `widows` of paged.css. */
const together = 2;

interface State {
  page: number;
  /** How much of the page is filled, and how much its notes take. */
  y: number;
  notes: number;
  cost: number;
  choice: number;
  before: State | undefined;
}

/** Returns the best ways to fill pages with a text, one for each number of pages, the fewest pages first. */
export function fillPages(blocks: PageBlock[], room: PageRoom): Filling[] {
  let states: State[] = [{ page: 1, y: 0, notes: 0, cost: 0, choice: 0, before: undefined }];
  blocks.forEach((block, index) => {
    const next = new Map<string, State>();
    const following = blocks.slice(index + 1);
    for (const state of states)
      for (const [choice, way] of block.choices.entries()) {
        const placed = place(state, block, way, following, room);
        const cost = placed.cost + way.cost;
        const key = `${placed.page} ${Math.round(placed.y)} ${Math.round(placed.notes)}`;
        const known = next.get(key);
        if (!known || known.cost > cost) next.set(key, { ...placed, cost, choice, before: state });
      }
    states = [...next.values()];
  });
  const fillings = new Map<number, Filling>();
  for (const state of states) {
    const lastLines = Math.round(state.y / room.line);
    const isShort = state.page > 1 && lastLines <= shortPage;
    const cost =
      state.cost +
      (isShort ? costs.shortLastPage : 0) +
      (state.page > 1 && lastLines <= 2 * shortPage ? costs.fewLines : 0);
    if ((fillings.get(state.page)?.cost ?? Infinity) <= cost) continue;
    const chosen: number[] = [];
    for (let one = state; one.before; one = one.before) chosen.unshift(one.choice);
    fillings.set(state.page, { pages: state.page, cost, chosen, lastLines });
  }
  return [...fillings.values()].toSorted((one, other) => one.pages - other.pages);
}

type Place = Omit<State, "choice" | "before">;

function place(state: State, block: PageBlock, choice: Choice, following: PageBlock[], room: PageRoom): Place {
  const gap = state.y === 0 ? 0 : block.gap + choice.space;
  if (block.line !== undefined) return placeLines(state, gap, block.line, choice, following, room);
  const needed = gap + (block.height ?? 0) + (block.staysWithNext ? startOf(following) : 0);
  if (state.y > 0 && state.y + needed > roomFor(state.notes, room)) {
    const turned = turn(state, room);
    return { ...turned, y: block.height ?? 0 };
  }
  const end = state.y + gap + (block.height ?? 0);
  // What is higher than a page goes on for as many pages as it needs.
  const over = Math.max(0, Math.ceil(end / room.height - rounding) - 1);
  return { page: state.page + over, y: end - over * room.height, notes: over > 0 ? 0 : state.notes, cost: state.cost };
}

/** Browsers round lengths: a share of a line or a page that does not count. */
const rounding = 0.01;

function placeLines(
  state: Place,
  gap: number,
  line: number,
  choice: Choice,
  following: PageBlock[],
  room: PageRoom,
): Place {
  let { page, y, notes, cost } = state;
  let [done, above] = [0, gap];
  // What must stay with its last lines: a signature.
  const tail = following[0]?.staysWithBefore ? startOf(following) : 0;
  while (done < choice.lines) {
    const rest = choice.lines - done;
    let [fits, noted] = [0, notes];
    while (fits < rest) {
      const more = noted + notesIn(choice, done + fits);
      if (y + above + (fits + 1) * line > roomFor(more, room) + line * rounding) break;
      noted = more;
      fits += 1;
    }
    if (
      fits === rest &&
      (y > 0 || rest > together) &&
      tail > 0 &&
      y + above + fits * line + tail > roomFor(noted, room) + line * rounding
    )
      fits = Math.max(0, rest - together);
    if (fits < rest) fits = Math.min(fits, rest - together);
    const least = done === 0 ? together : 1;
    if (fits < Math.min(least, rest)) {
      if (y === 0) fits = Math.min(rest, Math.max(fits, 1));
      else fits = 0;
    }
    for (let index = done; index < done + fits; index++) notes += notesIn(choice, index);
    done += fits;
    y += fits > 0 ? above + fits * line : 0;
    if (done === choice.lines) break;
    if (fits > 0 && choice.hyphens[done - 1]) cost += costs.hyphenAtTurn;
    ({ page, y, notes, cost } = turn({ page, y, notes, cost }, room));
    above = 0;
  }
  return { page, y, notes, cost };
}

function turn({ page, y, notes, cost }: Place, room: PageRoom): Place {
  const unfilled = Math.floor((roomFor(notes, room) - y) / room.line + rounding);
  return { page: page + 1, y: 0, notes: 0, cost: cost + unfilled ** 2 * costs.unfilledLine };
}

function notesIn({ notes }: Choice, line: number): number {
  return notes.reduce((sum, note) => (note.line === line ? sum + note.height : sum), 0);
}

function roomFor(notes: number, { height, noteFrame }: PageRoom): number {
  return notes > 0 ? height - notes - noteFrame : height;
}

// The height of what must stand on one page with the block before: the next block, or its first lines, and what in turn
// stays with it.
function startOf([block, ...following]: PageBlock[]): number {
  if (!block) return 0;
  if (block.line !== undefined) {
    const lines = Math.min(...block.choices.map(({ lines }) => lines));
    return block.gap + (lines < 2 * together ? lines : together) * block.line;
  }
  return block.gap + (block.height ?? 0) + (block.staysWithNext ? startOf(following) : 0);
}
