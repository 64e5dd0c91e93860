import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith(".d.ts"));

const importsOf = (name: string): string[] =>
  [
    ...readFileSync(`src/${name}`, "utf8").matchAll(
      /^(?:import|export)\b[^;]*?from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)/gm,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);

const ours = files.flatMap((from) =>
  importsOf(from)
    .filter((target) => target.startsWith("."))
    .map((target) => ({ from, to: path.posix.join(path.posix.dirname(from), target) })),
);

// Imports run one way, from a higher number to the same or a lower one.
const height = (name: string): number => {
  if (/^(cli\.ts|pamphlet\.js)$/.test(name)) return 5;
  if (/^(build|doctor|report)\.ts$/.test(name)) return 4;
  if (/^(load|check|editions|verify)\/|^(load|eleventy|manifest|swap|reopen)\.ts$/.test(name)) return 3;
  if (/^(publication|problem|words|geometry|language|terms)\.ts$|^terms\//.test(name)) return 1;
  return 2;
};

describe("imports", () => {
  it("run one way: cli → build → steps → what they share → the vocabulary", () => {
    const uphill = ours.filter(({ from, to }) => height(to) > height(from)).map(({ from, to }) => `${from} → ${to}`);
    expect(uphill).toEqual([]);
  });

  it("do not join the steps to each other, nor the editions", () => {
    const step = (name: string) => /^(check|editions|verify)\//.exec(name)?.[1];
    const crossing = ours
      .filter(({ from, to }) => step(from) && step(to) && step(from) !== step(to))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(crossing).toEqual([]);
    const between = ours.filter(
      ({ from, to }) =>
        step(from) === "editions" &&
        step(to) === "editions" &&
        from !== "editions/index.ts" &&
        to !== "editions/edition.ts",
    );
    expect(between).toEqual([]);
  });

  it("let each library in through one file, pdf-lib through src/print alone", () => {
    const users = new Map<string, string[]>();
    for (const from of files)
      for (const target of importsOf(from).filter((target) => !/^(\.|node:)/.test(target) && target !== "tsx/esm"))
        users.set(target, [...(users.get(target) ?? []), from]);
    const shared = [...users].filter(
      ([library, from]) =>
        from.length > 1 && !(library === "pdf-lib" && from.every((name) => name.startsWith("print/"))),
    );
    expect(shared).toEqual([]);
  });
});

describe("the program", () => {
  it("knows no word of the publication it ships with", () => {
    const words = ["Soleimani", "Hekmatist", "IASWI", "Drive to War", "Workers’ Liberty", "Calthorpe"];
    const sources = ["src", "styles"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    );
    const texts = sources
      .filter((name) => /\.(ts|js|njk|css)$/.test(name))
      .map((name) => ({ name, text: readFileSync(name, "utf8") }));
    expect(texts.filter(({ text }) => words.some((word) => text.includes(word))).map(({ name }) => name)).toEqual([]);
  });
});
