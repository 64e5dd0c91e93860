import { expect, test } from "vitest";
import { findDifferences, type Hunk } from "../../src/check/diff.ts";

const between = (one: string, other: string) =>
  findDifferences(one.length, other.length, (a, b) => one[a] === other[b]);
const size = (hunks: Hunk[]) => hunks.reduce((sum, { a, b }) => sum + a[1] - a[0] + b[1] - b[0], 0);

test.each([
  ["", "", []],
  ["abc", "abc", []],
  ["abc", "", [{ a: [0, 3], b: [0, 0] }]],
  ["abc", "axc", [{ a: [1, 2], b: [1, 2] }]],
  [
    "abcdef",
    "acdxef",
    [
      { a: [1, 2], b: [1, 1] },
      { a: [4, 4], b: [3, 4] },
    ],
  ],
])("between %j and %j", (one, other, expected) => {
  expect(between(one, other)).toEqual(expected);
});

test("what is left between differences agrees, and no shorter list of differences would do", () => {
  let seed = 1;
  const letter = () => "abc"[(seed = (seed * 48_271) % 2_147_483_647) % 3]!;
  for (let round = 0; round < 300; round++) {
    const [one, other] = [round % 13, round % 11].map((length) => Array.from({ length }, letter).join("")) as [
      string,
      string,
    ];
    const hunks = between(one, other);
    let [rest, from] = ["", 0];
    for (const { a, b } of hunks) {
      rest += one.slice(from, a[0]) + other.slice(...b);
      from = a[1];
    }
    expect(rest + one.slice(from)).toBe(other);
    expect(size(hunks)).toBe(one.length + other.length - 2 * longestCommon(one, other));
  }
});

function longestCommon(one: string, other: string): number {
  if (one === "" || other === "") return 0;
  const table = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  for (let a = 1; a <= one.length; a++) {
    for (let b = 1; b <= other.length; b++) {
      table[a]![b] =
        one[a - 1] === other[b - 1] ? table[a - 1]![b - 1]! + 1 : Math.max(table[a - 1]![b]!, table[a]![b - 1]!);
    }
  }
  return table[one.length]![other.length]!;
}
