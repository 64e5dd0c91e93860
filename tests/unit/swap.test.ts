import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MachineError } from "../../src/errors.ts";
import { findBuildPlace } from "../../src/output/build-place.ts";
import { replaceBuild } from "../../src/output/swap.ts";

// The real functions, of which a test can make a call fail.
vi.mock("node:fs/promises", async (original) => {
  const actual = await original<typeof import("node:fs/promises")>();
  return {
    ...actual,
    rename: vi.fn<typeof rename>(actual.rename),
    writeFile: vi.fn<typeof writeFile>(actual.writeFile),
  };
});

let room: string;
let out: string;
beforeEach(() => {
  room = mkdtempSync(path.join(tmpdir(), "pamphlet-swap-"));
  out = path.join(room, "build");
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const buildOf = (text: string) => [
  { path: "manifest.json", bytes: Buffer.from("{}") },
  { path: "SHA256SUMS", bytes: Buffer.from("") },
  { path: "text/a.txt", bytes: Buffer.from(text) },
];
const text = () => readFileSync(path.join(out, "text/a.txt"), "utf8");
const systemError = (code: string, words: string) =>
  Object.assign(new Error(`${code}: ${words}, rename 'a' -> 'b'`), { code, syscall: "rename" });

it("makes a folder that others may read, and the folders above it", async () => {
  out = path.join(room, "a/b/build");
  await replaceBuild(out, buildOf("one"));
  expect(text()).toBe("one");
  expect(statSync(out).mode & 0o777).toBe(0o777 & ~process.umask());
  expect(readdirSync(path.join(room, "a/b"))).toEqual(["build"]);
});

it("replaces an earlier build, and leaves nothing of it", async () => {
  await replaceBuild(out, [...buildOf("one"), { path: "text/b.txt", bytes: Buffer.from("") }]);
  await replaceBuild(out, buildOf("two"));
  expect(text()).toBe("two");
  expect(readdirSync(path.join(out, "text"))).toEqual(["a.txt"]);
  expect(readdirSync(room)).toEqual(["build"]);
});

it("takes the place of an empty folder", async () => {
  mkdirSync(out);
  await replaceBuild(out, buildOf("one"));
  expect(text()).toBe("one");
});

it("refuses a folder with files that no build has made", async () => {
  mkdirSync(out);
  writeFileSync(path.join(out, "manifest.json"), "{}");
  const result = replaceBuild(out, buildOf("one"));
  await expect(result).rejects.toThrow(MachineError);
  await expect(result).rejects.toThrow(/has files that no build has made/);
  expect(readdirSync(out)).toEqual(["manifest.json"]);
});

it("refuses what is not a folder or cannot be read", async () => {
  writeFileSync(out, "a file");
  await expect(replaceBuild(out, buildOf("one"))).rejects.toThrow(
    `${out} cannot be used for the build: not a directory (ENOTDIR). Change that, or name another folder with --out.`,
  );
  expect(readFileSync(out, "utf8")).toBe("a file");
  const loop = path.join(room, "loop");
  symlinkSync("loop", loop);
  await expect(replaceBuild(loop, buildOf("one"))).rejects.toThrow(MachineError);
});

it("leaves the old build as it was if a file cannot be written", async () => {
  await replaceBuild(out, buildOf("one"));
  vi.mocked(writeFile).mockRejectedValueOnce(systemError("ENOSPC", "no space left on device"));
  await expect(replaceBuild(out, buildOf("two"))).rejects.toThrow(
    `The build cannot be written to ${out}: no space left on device (ENOSPC). Make room there, or name another folder with --out.`,
  );
  expect(text()).toBe("one");
  expect(readdirSync(room)).toEqual(["build"]);
});

it("puts the old build back if the new one cannot take its place", async () => {
  await replaceBuild(out, buildOf("one"));
  const actual = vi.mocked(rename).getMockImplementation()!;
  vi.mocked(rename).mockImplementationOnce(actual).mockRejectedValueOnce(systemError("EIO", "input/output error"));
  await expect(replaceBuild(out, buildOf("two"))).rejects.toThrow(/input\/output error \(EIO\)/);
  expect(text()).toBe("one");
  expect(readdirSync(room)).toEqual(["build"]);
});

it("keeps the old build beside its place if it cannot be put back", async () => {
  await replaceBuild(out, buildOf("one"));
  const actual = vi.mocked(rename).getMockImplementation()!;
  const error = systemError("EIO", "input/output error");
  vi.mocked(rename).mockImplementationOnce(actual).mockRejectedValueOnce(error).mockRejectedValueOnce(error);
  await expect(replaceBuild(out, buildOf("two"))).rejects.toThrow(MachineError);
  const [old] = readdirSync(room);
  expect(readFileSync(path.join(room, old!, "text/a.txt"), "utf8")).toBe("one");
});

it("follows a symbolic link", async () => {
  const target = path.join(room, "elsewhere");
  mkdirSync(target);
  symlinkSync(target, out);
  await replaceBuild(out, buildOf("one"));
  await replaceBuild(out, buildOf("two"));
  expect(readFileSync(path.join(target, "text/a.txt"), "utf8")).toBe("two");
  expect(readdirSync(room).toSorted()).toEqual(["build", "elsewhere"]);
});

describe("a folder that cannot be moved, such as a volume of a container", () => {
  const busy = () => vi.mocked(rename).mockRejectedValueOnce(systemError("EBUSY", "resource busy or locked"));

  it("keeps its place and gets other files", async () => {
    await replaceBuild(out, [...buildOf("one"), { path: "b.txt", bytes: Buffer.from("") }]);
    const { ino } = statSync(out);
    busy();
    await replaceBuild(out, buildOf("two"));
    expect(text()).toBe("two");
    expect(statSync(out).ino).toBe(ino);
    expect(readdirSync(out).toSorted()).toEqual(["SHA256SUMS", "manifest.json", "text"]);
    expect(readdirSync(room)).toEqual(["build"]);
  });

  it("gets its old files back if the new ones cannot be put in", async () => {
    await replaceBuild(out, buildOf("one"));
    const actual = vi.mocked(rename).getMockImplementation()!;
    busy();
    // The three entries of the old build are moved away; then the first of the new build fails.
    for (let move = 0; move < 3; move++) vi.mocked(rename).mockImplementationOnce(actual);
    vi.mocked(rename).mockRejectedValueOnce(systemError("EIO", "input/output error"));
    await expect(replaceBuild(out, buildOf("two"))).rejects.toThrow(/EIO/);
    expect(text()).toBe("one");
  });
});

describe("after a build that was killed", () => {
  // No process has this number: Linux gives none above 4,194,304.
  const dead = 9_999_999;

  it("its temporary folders are removed", async () => {
    mkdirSync(path.join(room, `.build-build-${dead}-abc123/text`), { recursive: true });
    mkdirSync(path.join(room, `.build-other-${dead}-abc123`));
    mkdirSync(path.join(room, `.build-build-${process.pid}-abc123`));
    await replaceBuild(out, buildOf("one"));
    expect(readdirSync(room).toSorted()).toEqual([
      `.build-build-${process.pid}-abc123`,
      `.build-other-${dead}-abc123`,
      "build",
    ]);
  });

  it("between its two moves, the old build is put back", async () => {
    await replaceBuild(out, buildOf("one"));
    await rename(out, path.join(room, `.build-build-${dead}-abc123-old`));
    await findBuildPlace(out);
    expect(text()).toBe("one");
    expect(readdirSync(room)).toEqual(["build"]);
  });

  it("its lock is taken over", async () => {
    writeFileSync(path.join(room, ".build-build.lock"), String(dead));
    await replaceBuild(out, buildOf("one"));
    expect(readdirSync(room)).toEqual(["build"]);
  });

  it("its lock is taken over, even if it had not yet written its number into it", async () => {
    const lock = path.join(room, ".build-build.lock");
    writeFileSync(lock, "");
    const tenSecondsAgo = Date.now() / 1000 - 10;
    utimesSync(lock, tenSecondsAgo, tenSecondsAgo);
    await replaceBuild(out, buildOf("one"));
    expect(readdirSync(room)).toEqual(["build"]);
  });
});

it("builds that end at the same time follow each other", async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `build ${index}`);
  await Promise.all(texts.map((words) => replaceBuild(out, buildOf(words))));
  expect(texts).toContain(text());
  expect(readdirSync(room)).toEqual(["build"]);
});

it("passes on an error that is not the system's", async () => {
  vi.mocked(writeFile).mockRejectedValueOnce(new TypeError("a fault of the program"));
  await expect(replaceBuild(out, buildOf("one"))).rejects.toThrow(TypeError);
  expect(readdirSync(room)).toEqual([]);
});
