import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { findSupportedCharacters, createSubset } from "../../src/fonts/font.ts";

const file = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${name}-400-normal.woff2`));

it.each([
  ["Thai", "noto-serif-thai/files/noto-serif-thai-thai", "กำ", "กำ\u0e4d\u0e32"],
  ["Bengali", "noto-serif-bengali/files/noto-serif-bengali-bengali", "কো", "কো\u09c7\u09be"],
  ["Devanagari", "noto-serif-devanagari/files/noto-serif-devanagari-devanagari", "\u095b", "\u095b\u091c\u093c"],
])(
  "a font subset to a text keeps the parts into which browsers decompose its %s letters",
  async (_script, name, text, parts) => {
    const cut = await createSubset(file(name), text);
    expect([...(await findSupportedCharacters(cut, parts))].sort()).toEqual([...new Set(parts)].sort());
  },
);
