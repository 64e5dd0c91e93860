import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { progressOn, type Output } from "../../src/cli/progress.ts";
import type { Headway } from "../../src/stages.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

const checking: Headway = { done: 0, total: 0, running: ["check"] };
const early: Headway = { done: 1, total: 24, running: ["pamphlet", "leaflets"] };
const late: Headway = { done: 23, total: 24, running: ["write"], ended: "prove words of web-index" };
const whole: Headway = { done: 24, total: 24, running: [], ended: "write" };

/** Returns a stream that keeps what is written to it, one entry for each call. */
function streamOf(facts: Omit<Output, "write">): { output: Output; written: string[] } {
  const written: string[] = [];
  return { output: { ...facts, write: (text) => written.push(text) }, written };
}

/** Returns what a terminal shows after each call, which writes over the line and erases the rest of it. */
function shownBy(written: string[]): string[] {
  const [begin, end] = ["\r", "\u001b[K"];
  for (const text of written) expect(text.startsWith(begin) && text.endsWith(end)).toBe(true);
  return written.map((text) => text.slice(begin.length, -end.length));
}

it("on a terminal is one line, written over in one go: a bar, the count, the time, what runs", () => {
  const { output, written } = streamOf({ isTTY: true, columns: 80 });
  const progress = progressOn(output);
  progress.show(checking);
  vi.advanceTimersByTime(50);
  progress.show(early);
  progress.show(late);
  progress.show(whole);
  progress.end();
  expect(shownBy(written)).toEqual([
    "  0.0 s  check",
    "[----------]   1 of 24    0.1 s  pamphlet, leaflets",
    "[#########-]  23 of 24    0.1 s  write",
    "[##########]  24 of 24    0.1 s  ",
    "",
  ]);
});

it("on a terminal goes on with the time while nothing else changes, until it ends", () => {
  const { output, written } = streamOf({ isTTY: true });
  const progress = progressOn(output);
  progress.show(early);
  vi.advanceTimersByTime(61_000);
  expect(new Set(shownBy(written)).size).toBe(written.length);
  expect(shownBy(written).at(-1)).toBe("[----------]   1 of 24   61.0 s  pamphlet, leaflets");
  progress.end();
  const { length } = written;
  // An edition may still be at work when another has failed.
  progress.show(late);
  vi.advanceTimersByTime(61_000);
  expect(written).toHaveLength(length);
});

it.each([
  [20, "[----------]   1 of"],
  [40, "[----------]   1 of 24    0.0 s  pamphl"],
  // What some terminals say that do not know.
  [0, "[----------]   1 of 24    0.0 s  pamphlet, leaflets"],
])("on a terminal of %i columns leaves the last one free", (columns, shown) => {
  const { output, written } = streamOf({ isTTY: true, columns });
  const progress = progressOn(output);
  progress.show(early);
  progress.end();
  expect(shownBy(written)).toEqual([shown, ""]);
});

it("on a terminal removes no line where it has shown none", () => {
  const { output, written } = streamOf({ isTTY: true });
  progressOn(output).end();
  expect(written).toEqual([]);
});

it("elsewhere is a line for each step that has ended", () => {
  const { output, written } = streamOf({});
  const progress = progressOn(output);
  progress.show(checking);
  progress.show({ done: 1, total: 0, running: [], ended: "check" });
  progress.show(early);
  vi.advanceTimersByTime(104_200);
  progress.show({ done: 2, total: 24, running: ["pamphlet"], ended: "leaflets" });
  progress.show(late);
  progress.end();
  progress.show(whole);
  expect(written).toEqual([
    "  0.0 s  check\n",
    "104.2 s   2 of 24  leaflets\n",
    "104.2 s  23 of 24  prove words of web-index\n",
  ]);
});
