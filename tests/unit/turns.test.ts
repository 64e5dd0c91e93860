import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeTurns } from "../../src/layout/turns.ts";

const [small, large] = [1000, 1_000_000];

// Begins documents of these sizes in turn, as in a browser, and records which of them are open at once.
function openAll(sizes: Record<string, number>) {
  const takeTurn = takeTurns();
  const open: string[] = [];
  const seen: string[][] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const results = Object.entries(sizes).map(([name, bytes]) =>
    takeTurn(bytes, async () => {
      open.push(name);
      seen.push([...open]);
      await new Promise<void>((resolve, reject) =>
        ends.set(name, (failure) => (failure ? reject(failure) : resolve())),
      ).finally(() => open.splice(open.indexOf(name), 1));
      return name;
    }),
  );
  const end = async (name: string, failure?: Error) => {
    ends.get(name)!(failure);
    await setImmediate();
  };
  return { results, seen, end };
}

test("no more than two documents are open at once, and each gets its result", async () => {
  const { results, seen, end } = openAll({ one: small, two: small, three: small, four: small });
  await setImmediate();
  expect(seen.at(-1)).toEqual(["one", "two"]);
  await end("two");
  expect(seen.at(-1)).toEqual(["one", "three"]);
  await end("one");
  expect(seen.at(-1)).toEqual(["three", "four"]);
  await end("three");
  await end("four");
  expect(await Promise.all(results)).toEqual(["one", "two", "three", "four"]);
});

test("two large documents are not open at once, but a small one beside a large one", async () => {
  const { seen, end } = openAll({ one: large, two: large, three: small, four: small });
  await setImmediate();
  expect(seen.at(-1)).toEqual(["one", "three"]);
  await end("three");
  expect(seen.at(-1)).toEqual(["one", "four"]);
  await end("one");
  expect(seen.at(-1)).toEqual(["four", "two"]);
});

test("of documents that ask at the same moment, the longest is the first", async () => {
  const { seen } = openAll({ one: small, two: 2 * small, three: 3 * small });
  await setImmediate();
  expect(seen.at(-1)).toEqual(["three", "two"]);
});

test("a document that fails gives way to the next", async () => {
  const { results, seen, end } = openAll({ one: small, two: small, three: small });
  await setImmediate();
  await Promise.all([expect(results[0]).rejects.toThrow("lost"), end("one", new Error("lost"))]);
  expect(seen.at(-1)).toEqual(["two", "three"]);
});
