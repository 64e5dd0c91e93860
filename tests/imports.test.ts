import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms of src/, from the bottom up: a file imports from its own room and from those before it in the list. */
const rooms = [
  "vocabulary",
  "folds",
  "markdown",
  "html",
  "fonts",
  "output",
  "text",
  "epub",
  "web",
  "guide",
  "import",
  "load",
  "compile",
  "check",
  "bring-in",
  "layout",
  "pdf",
  "imposition",
  "forms",
  "press",
  "inspect",
  "editions",
  "verify",
  "errata",
  "status",
  "build",
  "explain",
  "new",
  "preview",
  "cli",
];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith(".d.ts"));

const importsOf = (name: string): string[] =>
  [
    ...readFileSync(`src/${name}`, "utf8").matchAll(
      /^(?:import|export)\b[^;]*?from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)/gm,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);

// Imports of types count: they tell as well as others which file knows of which.
const imports = files.flatMap((from) =>
  importsOf(from)
    .filter((target) => target.startsWith("."))
    .map((target) => ({ from, to: path.posix.join(path.posix.dirname(from), target) })),
);

function roomOf(name: string): string {
  if (["build.ts", "make.ts", "thread.ts"].includes(name)) return "build";
  if (name === "pamphlet.js") return "cli";
  const [folder] = name.split("/");
  return folder === name || folder === "terms" ? "vocabulary" : folder!;
}

function list(found: { from: string; to: string }[]): string[] {
  return found.map(({ from, to }) => `${from} → ${to}`);
}

describe("imports", () => {
  it("know the rooms that there are", () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual([...rooms].sort());
  });

  it("run one way, from a room to itself and to those below it", () => {
    const upward = imports.filter(({ from, to }) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from)));
    expect(list(upward)).toEqual([]);
  });

  it("make no circle", () => {
    const targets = new Map(
      files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]),
    );
    const circles: string[] = [];
    const walk = (file: string, trail: string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      else for (const target of targets.get(file) ?? []) walk(target, [...trail, file]);
      // What was walked once leads to no circle that was not found.
      targets.set(file, []);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it("join neither check, editions and verify to each other, nor one edition to another", () => {
    const step = (name: string) => ["check", "editions", "verify"].find((room) => room === roomOf(name));
    const crossing = imports.filter(({ from, to }) => step(from) && step(to) && step(from) !== step(to));
    expect(list(crossing)).toEqual([]);
    const between = imports.filter(
      ({ from, to }) =>
        step(from) === "editions" &&
        step(to) === "editions" &&
        from !== "editions/index.ts" &&
        to !== "editions/edition.ts",
    );
    expect(list(between)).toEqual([]);
  });

  it("keep the publication's folder from the editions: they read no file and load nothing", () => {
    const reading = files
      .filter((file) => roomOf(file) === "editions")
      .flatMap((from) => importsOf(from).map((to) => ({ from, to })))
      .filter(({ to }) => /^node:(?:fs|child_process)|\/load\//.test(to));
    expect(list(reading)).toEqual([]);
  });

  it("let each library in through one file", () => {
    const users = new Map<string, string[]>();
    for (const from of files)
      for (const target of new Set(importsOf(from).filter((target) => !/^(\.|node:)/.test(target))))
        users.set(target, [...(users.get(target) ?? []), from]);
    // The rooms that make and read PDFs all work on the objects of the PDF library.
    const onPdf = (from: string[]) => from.every((name) => /^(pdf|imposition|press|inspect)\//.test(name));
    const shared = [...users].filter(
      ([library, from]) => from.length > 1 && !(library === "@cantoo/pdf-lib" && onPdf(from)),
    );
    expect(shared).toEqual([]);
  });
});

describe("the program", () => {
  it("exports no name twice", () => {
    const exported = files.flatMap((file) =>
      [
        ...readFileSync(`src/${file}`, "utf8").matchAll(
          /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm,
        ),
      ].map((match) => match[1]!),
    );
    expect(exported.filter((name, index) => exported.indexOf(name) < index)).toEqual([]);
  });

  it("has no file of more than 250 lines", () => {
    const lengths = files.map((file) => ({ file, lines: readFileSync(`src/${file}`, "utf8").split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  });

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
