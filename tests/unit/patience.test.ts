import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MachineError } from "../../src/errors.ts";
import { secondsFor, secondsToStart, watch } from "../../src/layout/patience.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it("gives a document time by its size, and every document a minute", () => {
  expect([0, 1000, 60_000, 120_000, 5_000_000].map(secondsFor)).toEqual([60, 60, 60, 120, 5000]);
});

it("waits as many times as long as PAMPHLET_PATIENCE says", () => {
  vi.stubEnv("PAMPHLET_PATIENCE", "2");
  expect([secondsToStart(), secondsFor(0), secondsFor(100_000)]).toEqual([120, 120, 200]);
  vi.stubEnv("PAMPHLET_PATIENCE", "");
  expect(secondsToStart()).toBe(60);
});

it.each(["long", "0", "-1", "Infinity"])("refuses PAMPHLET_PATIENCE=%s", (value) => {
  vi.stubEnv("PAMPHLET_PATIENCE", value);
  expect(secondsToStart).toThrow(MachineError);
  expect(secondsToStart).toThrow(`PAMPHLET_PATIENCE is “${value}”, which is not a number above 0. Set it to 2`);
});

it("gives up once, when the time has passed since the start or since it was set back", () => {
  const giveUp = vi.fn<() => void>();
  const limit = watch(10, giveUp);
  vi.advanceTimersByTime(9000);
  limit.restart();
  vi.advanceTimersByTime(9000);
  expect(giveUp).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(giveUp).toHaveBeenCalledOnce();
});

it("does not give up after it was stopped", () => {
  const giveUp = vi.fn<() => void>();
  watch(10, giveUp).stop();
  vi.advanceTimersByTime(60_000);
  expect(giveUp).not.toHaveBeenCalled();
});

it("does not count the time in which this process could not listen", async () => {
  vi.useRealTimers();
  const giveUp = vi.fn<() => void>();
  const limit = watch(2, giveUp);
  const end = performance.now() + 3000;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 10));
  limit.stop();
  expect(giveUp).not.toHaveBeenCalled();
});
