import { expect, it } from "vitest";
import { countSteps, listStages, type Headway } from "../../src/stages.ts";

it("steps report as each begins, gets on and ends, and are stages too", async () => {
  const reports: Headway[] = [];
  const steps = countSteps((headway) => reports.push(headway));
  expect(await steps.run("step one", () => 1)).toBe(1);
  steps.plan(3);
  let end: () => void;
  const second = steps.run("step two", () => new Promise<void>((resolve) => (end = resolve)));
  const third = steps.run("step three", () => steps.notePart("step three", 1, 2));
  await third;
  end!();
  await second;
  expect(reports).toEqual([
    { done: 0, total: 0, running: ["step one"] },
    { done: 1, total: 0, running: [], ended: "step one" },
    { done: 1, total: 3, running: ["step two"] },
    { done: 1, total: 3, running: ["step two", "step three"] },
    { done: 1, total: 3, running: ["step two", "step three 1 of 2"] },
    { done: 2, total: 3, running: ["step two"], ended: "step three" },
    { done: 3, total: 3, running: [], ended: "step two" },
  ]);
  expect(listStages().map(({ name }) => name)).toEqual(expect.arrayContaining(["step one", "step two", "step three"]));
});

it("a step that fails has not ended well: it is not counted", async () => {
  const reports: Headway[] = [];
  const steps = countSteps((headway) => reports.push(headway));
  await expect(steps.run("step", () => Promise.reject(new Error("in vain")))).rejects.toThrow("in vain");
  expect(reports).toEqual([{ done: 0, total: 0, running: ["step"] }]);
});
