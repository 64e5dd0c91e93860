import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Artifact } from "../../src/artifact.ts";
import { MachineError } from "../../src/errors.ts";
import { makeManifest } from "../../src/output/manifest.ts";
import { readBuild } from "../../src/output/reopen.ts";
import { replaceBuild } from "../../src/output/swap.ts";
import { publicationOf } from "../support/publication.ts";

const artifacts: Artifact[] = [
  { path: "print/a.pdf", kind: "pamphlet", bytes: Buffer.from("a"), pages: 8 },
  { path: "print/b.pdf", kind: "booklet-short-edge", bytes: Buffer.from("b"), pages: 4, sheets: 2 },
  { path: "text/c.txt", kind: "statement-text", bytes: Buffer.from("c"), statement: "c" },
];

let room: string;
let out: string;
beforeEach(async () => {
  room = mkdtempSync(path.join(tmpdir(), "pamphlet-reopen-"));
  out = path.join(room, "build");
  await replaceBuild(out, [...artifacts, ...makeManifest(publicationOf([{}]), artifacts)]);
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

it("gives back what a build has made", async () => {
  expect(await readBuild(out)).toEqual({ artifacts, problems: [], unusable: [] });
});

it("reports each file that has changed, is missing or cannot be read", async () => {
  writeFileSync(path.join(out, "print/a.pdf"), "x");
  rmSync(path.join(out, "print/b.pdf"));
  rmSync(path.join(out, "text/c.txt"));
  mkdirSync(path.join(out, "text/c.txt"));
  const { artifacts, problems, unusable } = await readBuild(out);
  expect(artifacts).toEqual([]);
  expect(unusable).toEqual(["print/a.pdf", "print/b.pdf", "text/c.txt"]);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "file-changed print/a.pdf has changed since it was made.",
    "file-changed print/b.pdf is missing.",
    "file-changed text/c.txt cannot be read: illegal operation on a directory (EISDIR).",
  ]);
});

it("refuses a folder that has no build", async () => {
  for (const folder of [path.join(room, "nowhere"), room]) {
    await expect(readBuild(folder)).rejects.toThrow(MachineError);
    await expect(readBuild(folder)).rejects.toThrow(`${folder} has no build in it: there is no manifest.json.`);
  }
});

it("says so if the manifest cannot be read", async () => {
  const file = path.join(out, "manifest.json");
  rmSync(file);
  symlinkSync("manifest.json", file);
  await expect(readBuild(out)).rejects.toThrow(`${file} cannot be read: too many symbolic links encountered (ELOOP).`);
});

it.each([
  ["cut short", '{ "title": "A'],
  ["empty", ""],
  ["of another program", '{ "name": "An app", "icons": [] }'],
  ["not an object", "7"],
  ["with a file of a kind that does not exist", '{ "files": [{ "path": "a", "kind": "banner", "sha256": "0" }] }'],
])("refuses a manifest that is %s", async (_, text) => {
  writeFileSync(path.join(out, "manifest.json"), text);
  const result = readBuild(out);
  await expect(result).rejects.toThrow(MachineError);
  await expect(result).rejects.toThrow(`${out}/manifest.json is not a manifest of this program. Build again.`);
});
