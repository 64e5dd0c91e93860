import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inspectImage } from "../../src/image.ts";
import { formatProblem } from "../../src/problem.ts";
import { withOverlay } from "../support/overlay.ts";
import { problemsOf } from "../support/problems.ts";

const base = path.join(import.meta.dirname, "../broken/base");

/** Returns the problems with the base publication after a change of its files, each as “file message”. */
function problemsAfter(change: (folder: string) => void): Promise<string[]> {
  return withOverlay(base, base, async (folder) => {
    change(folder);
    const problems = await problemsOf(folder);
    // Every problem can be printed in a line and its hint.
    for (const problem of problems)
      expect(formatProblem(problem).split("\n").length).toBe(problem.hint === undefined ? 1 : 2);
    return problems.map(({ place, message }) => `${place.file} ${message}`);
  });
}

const write = (name: string, content: string | Uint8Array) => (folder: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const append = (name: string, content: string) => (folder: string) =>
  writeFileSync(path.join(folder, name), readFileSync(path.join(folder, name), "utf8") + content);
const replace = (name: string, make: (file: string) => void) => (folder: string) => {
  rmSync(path.join(folder, name), { recursive: true, force: true });
  make(path.join(folder, name));
};
const withKeys = (keys: string) =>
  write("alpha.md", `---\norganisation: Fixture\nsource:\n  file: sources/alpha.txt\n${keys}\n---\n\nWords.\n`);

const aliases = Array.from({ length: 12 }, (_, index) =>
  index === 0
    ? "a0: &a0 [x, x]"
    : `a${index}: &a${index} [${Array(9)
        .fill(`*a${index - 1}`)
        .join(", ")}]`,
);

describe("a file that is not what it seems is a problem", () => {
  it.each<[string, (folder: string) => void, string]>([
    [
      "aliases of aliases",
      withKeys(aliases.join("\n")),
      "alpha.md The YAML cannot be read: the aliases, *name, stand for too much.",
    ],
    [
      "an alias in itself",
      append("publication.yaml", "terms: &t { contents: *t }\n"),
      "publication.yaml The YAML cannot be read: this value would contain itself.",
    ],
    [
      "brackets in brackets",
      withKeys(`author: ${"[".repeat(50_000)}`),
      "alpha.md The YAML cannot be read: values are nested too deep.",
    ],
    [
      "very many keys",
      withKeys("key: value\n".repeat(20_000)),
      "alpha.md The keys here have 220,056 characters, and the most is 200,000.",
    ],
    [
      "a key twice",
      withKeys("organisation: Fixture"),
      "alpha.md The YAML cannot be read: this key is already used above.",
    ],
    ["a tab", withKeys("url:\n\tx"), "alpha.md The YAML cannot be read: this line begins with a tab."],
    [
      "NUL in a value",
      append("publication.yaml", "publisher: a\0b\n"),
      "publication.yaml “publisher” cannot be “a\0b”.",
    ],
    [
      "UTF-16",
      write("alpha.md", Buffer.from("\ufeffWords", "utf16le")),
      "alpha.md The file is not encoded as UTF-8: the byte 0xFF is not part of any character.",
    ],
    [
      "a file of 100 MB",
      (folder) => truncateSync(path.join(folder, "alpha.md"), 1e8),
      "alpha.md The file “alpha.md” has 100 MB, and the most is 5 MB.",
    ],
    [
      "a source of 100 MB",
      (folder) => truncateSync(path.join(folder, "sources/alpha.txt"), 1e8),
      "alpha.md The file “sources/alpha.txt” has 100 MB, and the most is 50 MB.",
    ],
    [
      "images of 600 MB",
      (folder) => {
        for (const name of ["a", "b", "c"]) {
          write(`images/${name}.png`, "")(folder);
          truncateSync(path.join(folder, `images/${name}.png`), 2e8);
        }
      },
      "images The images have 600 MB together, and the most is 500 MB.",
    ],
    [
      "a folder",
      replace("alpha.md", (file) => mkdirSync(file)),
      "publication.yaml The contents list “alpha”, but no text has that name.",
    ],
    [
      "a link to itself",
      replace("alpha.md", (file) => symlinkSync("alpha.md", file)),
      "alpha.md The file “alpha.md” cannot be read: too many symbolic links encountered (ELOOP).",
    ],
    [
      "a link to outside",
      replace("alpha.md", (file) => symlinkSync("/etc/hosts", file)),
      "alpha.md “alpha.md” is outside the publication's folder.",
    ],
    [
      "a device",
      replace("alpha.md", (file) => symlinkSync("/dev/zero", file)),
      "alpha.md “alpha.md” is outside the publication's folder.",
    ],
    ["a line break in a name", write("a\nb.md", "Words."), "a\nb.md The statement “a-b” is not in the contents."],
  ])("%s", async (_, change, expected) => expect(await problemsAfter(change)).toContain(expected));

  // Windows has no named pipes among its files.
  it.skipIf(process.platform === "win32").each(["alpha.md", "publication.yaml", "sources/alpha.txt", "images/a.png"])(
    "a named pipe: %s",
    async (name) => {
      const makePipe = (file: string) => {
        mkdirSync(path.dirname(file), { recursive: true });
        execFileSync("mkfifo", [file]);
      };
      const problems = await problemsAfter(replace(name, makePipe));
      expect(problems.filter((problem) => problem.endsWith(`“${name}” is not a file.`))).toHaveLength(1);
    },
  );

  it.each<[string, (folder: string) => void]>([
    [
      "a byte order mark",
      (folder) => write("alpha.md", `\ufeff${readFileSync(path.join(base, "alpha.md"), "utf8")}`)(folder),
    ],
    [
      "line ends of Windows",
      (folder) => write("alpha.md", readFileSync(path.join(base, "alpha.md"), "utf8").replaceAll("\n", "\r\n"))(folder),
    ],
    ["a folder that links to its parent", (folder) => symlinkSync(".", path.join(folder, "loop"))],
  ])("but not %s", async (_, change) => expect(await problemsAfter(change)).toEqual([]));
});

const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];

describe("a name that every JavaScript object has is a name like any other", () => {
  it.each(names)("%s", async (name) => {
    const places: [change: (folder: string) => void, expected: string][] = [
      [withKeys(`${name}: x`), `alpha.md The key “${name}” has no meaning here.`],
      [append("publication.yaml", `${name}: x\n`), `publication.yaml The key “${name}” has no meaning here.`],
      [
        append("publication.yaml", `terms: { ${name}: x }\n`),
        `publication.yaml The key “${name}” has no meaning here.`,
      ],
      [
        append("publication.yaml", `fonts: { ${name}: { regular: x } }\n`),
        `publication.yaml The key “${name}” has no meaning here.`,
      ],
      [
        append("publication.yaml", `fonts: { arabic: ${name} }\n`),
        `publication.yaml “fonts.arabic” cannot be “${name}”.`,
      ],
      [append("publication.yaml", `editions: [${name}]\n`), `publication.yaml “editions” cannot be “${name}”.`],
      [withKeys(`lang: ${name}`), `alpha.md “lang” cannot be “${name}”.`],
      [append("preface.md", `![a](images/${name})\n`), `preface.md The image “images/${name}” is not in images/.`],
      [append("preface.md", `a[^${name}]\n`), `preface.md The note mark “${name}” has no note.`],
      [
        append("preface.md", `\n[^${name}]: a\n`),
        `preface.md No note mark leads to the note “${name}”, so it would be lost.`,
      ],
    ];
    for (const attributes of [`.${name}`, `#${name}`, `lang=${name}`, `${name}=x`]) {
      const [problem, ...others] = await problemsAfter(append("preface.md", `[a]{: ${attributes} }\n`));
      expect(problem).toContain(name);
      expect(others).toEqual([]);
    }
    for (const [change, expected] of places) expect(await problemsAfter(change)).toContain(expected);
    expect(
      await problemsAfter(
        append("preface.md", `a[^${name}] [b][${name}]\n\n[^${name}]: c\n\n[${name}]: https://example.org\n`),
      ),
    ).toEqual([]);
  });

  it("so it can be in the contents, if a statement can be called so", async () =>
    expect(await problemsAfter(append("publication.yaml", "  - valueof\n"))).toEqual([
      "publication.yaml The contents list “valueof”, but no text has that name.",
    ]));
});

describe("an image that cannot be used is a problem", () => {
  const still = () => sharp({ create: { width: 40, height: 20, channels: 3, background: "#808080" } });
  const chunk = (type: string, data: number[]) =>
    Buffer.from([0, 0, 0, data.length, ...Buffer.from(type), ...data, 0, 0, 0, 0]);
  const afterHeader = (png: Buffer, inserted: Buffer) =>
    Buffer.concat([png.subarray(0, 33), inserted, png.subarray(33)]);
  const moving = async () => {
    const frames = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#808080" } })
      .raw()
      .toBuffer();
    frames.fill(0, 0, frames.length / 2);
    return sharp(frames, { raw: { width: 40, height: 40, channels: 3, pageHeight: 20 } });
  };
  const animated = "is animated, and paper cannot show that: use one frame of it";
  it.each<[name: string, make: () => Promise<Uint8Array>, fault: string]>([
    ["a.gif", async () => (await moving()).gif().toBuffer(), animated],
    ["a.webp", async () => (await moving()).webp().toBuffer(), animated],
    [
      "a.png",
      async () => afterHeader(await still().png().toBuffer(), chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])),
      animated,
    ],
    ["empty.png", async () => Buffer.alloc(0), "is empty"],
    [
      "svg.png",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
      "is in the format SVG, which cannot be used",
    ],
    ["jpeg.png", () => still().jpeg().toBuffer(), "is in the format JPEG, but its name says otherwise"],
    [
      "tall.png",
      () =>
        sharp({ create: { width: 1, height: 65_535, channels: 3, background: "#808080" } })
          .png()
          .toBuffer(),
      "is 65535 pixels long, and the most is 16383",
    ],
  ])("%s", async (name, make, fault) => expect(await inspectImage(`images/${name}`, await make())).toBe(fault));

  it("but a PNG with one frame, one of 16 bits, and a JPEG in CMYK are none", async () => {
    const facts = { width: 40, height: 20 };
    const oneFrame = afterHeader(await still().png().toBuffer(), chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]));
    expect(await inspectImage("images/a.png", oneFrame)).toMatchObject(facts);
    expect(await inspectImage("images/a.png", await still().toColourspace("rgb16").png().toBuffer())).toMatchObject(
      facts,
    );
    expect(await inspectImage("images/a.jpg", await still().toColourspace("cmyk").jpeg().toBuffer())).toMatchObject(
      facts,
    );
  });
});
