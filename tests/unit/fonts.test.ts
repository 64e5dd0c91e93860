import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import { buildStylesheet } from "../../src/compile/stylesheets.ts";
import { temporaryFolder } from "../support/temporary.ts";

const require = createRequire(import.meta.url);
const temporary = temporaryFolder();

const regular = readFileSync(require.resolve("source-serif/TTF/SourceSerif4-Regular.ttf"));

// Writes a publication with an editor's font, which is one of the program's own fonts under another name.
function writeWithFont(name: string, font: Uint8Array): string {
  const folder = path.join(temporary, name);
  cpSync(path.join(import.meta.dirname, "../broken/base"), folder, { recursive: true });
  mkdirSync(path.join(folder, "fonts"));
  writeFileSync(path.join(folder, "fonts/own.ttf"), font);
  const keys = readFileSync(path.join(folder, "publication.yaml"), "utf8");
  writeFileSync(
    path.join(folder, "publication.yaml"),
    `${keys}fonts:\n  text:\n    regular: fonts/own.ttf\n    licence: A licence\n`,
  );
  return folder;
}

// Sets the bits by which a font's maker forbids embedding: 2 in fsType, at offset 8 of the table OS/2 (OpenType).
function restrictEmbedding(font: Uint8Array): Uint8Array {
  const copy = Buffer.from(font);
  const record = copy.indexOf("OS/2");
  copy.writeUInt16BE(0x0002, copy.readUInt32BE(record + 8) + 8);
  return copy;
}

it("an editor's font comes first in every style sheet, and has its licence", async () => {
  const { publication, problems } = await load(writeWithFont("right", regular));
  expect(problems).toEqual([]);
  expect(publication!.faces.map(({ name, weight, licence }) => [name, weight, String(licence.source)])).toEqual([
    ["own-text-regular.woff2", "100 900", "A licence\n"],
  ]);
  for (const sheets of [
    ["tokens", "fonts", "prose", "web"],
    ["tokens", "fonts", "prose", "paged", "pamphlet"],
  ])
    expect(buildStylesheet(sheets, publication!)).toContain(`--text: "Own Text", "Text Serif"`);
  expect(buildStylesheet(["epub"], publication!)).toMatch(/body \{\n {2}font-family: "Own Text"/);
});

it("a font that must not be embedded is a problem at its line", async () => {
  const folder = writeWithFont("restricted", restrictEmbedding(regular));
  expect((await load(folder)).problems).toMatchObject([
    { code: "font-unusable", place: { file: "publication.yaml", line: 18 } },
  ]);
});

it("characters of an editor's font need no font of a package", async () => {
  const thai = readFileSync(require.resolve("@fontsource/noto-serif-thai/files/noto-serif-thai-thai-400-normal.woff2"));
  const folder = writeWithFont("letters", thai);
  writeFileSync(path.join(folder, "preface.md"), "ไทย\n");
  const { problems, publication } = await load(folder);
  expect(problems).toEqual([]);
  expect(publication!.faces.map(({ family }) => family)).toEqual(["Own Text"]);
});
