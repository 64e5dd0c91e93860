import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { findForeignCharacters, findFaces } from "../../src/fonts/faces.ts";
import { findSupportedCharacters } from "../../src/fonts/font.ts";
import { scripts } from "../../src/fonts/scripts.ts";
import { fontsOf, buildStylesheet } from "../../src/compile/stylesheets.ts";
import { titleSize } from "../../src/compile/title-size.ts";
import { facesFor, publicationOf } from "../support/publication.ts";

const require = createRequire(import.meta.url);
const families = async (text: string, languages: string[] = []) =>
  [...new Set((await facesFor(text, languages)).map(({ family }) => family))].sort();
const find = (text: string, languages: string[] = []) =>
  findFaces(findForeignCharacters(text), languages, scripts, ".");

describe("the faces of a publication", () => {
  it("are none but the program's own if these have every character", async () => {
    expect(await families("English, français, Ελληνικά, русский, Tiếng Việt: “quoted” – 5 €…")).toEqual([]);
  });

  it("follow from its characters, whatever language is declared", async () => {
    expect(await families("A word, سلام, and another, שלום.")).toEqual(["Arabic Text", "Hebrew Text"]);
    expect(await families("अनुच्छेद १।")).toEqual(["Devanagari Text"]);
    expect(await families("অনুচ্ছেদ ১।")).toEqual(["Bengali Text"]);
    expect(await families("ไทย ქართული հայերեն አማርኛ தமிழ் ਪੰਜਾਬੀ")).toHaveLength(6);
  });

  it("set Greek with breathings in one family", async () => {
    expect(await families("Ἐπειδὴ ἡ ἀναγνώριση")).toEqual(["Greek Text"]);
    const sheet = buildStylesheet(
      ["fonts"],
      publicationOf([{ body: "Ἐν ἀρχῇ" }], { faces: await facesFor("Ἐν ἀρχῇ") }),
    );
    expect(sheet).toMatch(/--text: "Greek Text", "Text Serif"/);
  });

  it("have signs and mathematical characters", async () => {
    expect((await find("→ ∀x ∈ ℝ, ✓ ★ ☎ ✂")).unknown.size).toBe(0);
  });

  it("are known to have the common characters without reading a font, and each of the program's own fonts has these", async () => {
    const all = Array.from({ length: 0x2500 }, (_, code) => String.fromCharCode(code)).join("");
    const known = [...all].filter(
      (character) =>
        !/[\s\p{C}]/u.test(character) &&
        !findForeignCharacters(character).has(character) &&
        !/\p{Default_Ignorable_Code_Point}/u.test(character),
    );
    expect(known.length).toBeGreaterThan(600);
    const ours = [
      ...["Regular", "It", "Semibold", "SemiboldIt"].map(
        (cut) => `source-serif/WOFF2/TTF/SourceSerif4-${cut}.ttf.woff2`,
      ),
      ...["Display-Black", "Caption-Regular"].map((cut) => `source-serif/WOFF2/TTF/SourceSerif4${cut}.ttf.woff2`),
      ...["Regular", "Bold"].map((cut) => `source-sans/WOFF2/TTF/SourceSans3-${cut}.ttf.woff2`),
    ];
    for (const file of ours) {
      const has = await findSupportedCharacters(readFileSync(require.resolve(file)), known.join(""));
      expect({ file, lacks: known.filter((character) => !has.has(character)) }).toEqual({ file, lacks: [] });
    }
  });
});

describe("a script whose font is not installed", () => {
  it("is reported once, with its npm package", async () => {
    const { absent, unknown } = await find("សេចក្តីប្រកាសជាសកល");
    expect(absent.map(({ script }) => script.type.npm)).toEqual(["@fontsource/noto-serif-khmer"]);
    expect(unknown.size).toBe(0);
  });

  it("is found by the language if its characters belong to several scripts", async () => {
    const npm = async (text: string, languages: string[] = []) =>
      (await find(text, languages)).absent.map(({ script }) => script.code);
    expect(await npm("人権", ["ja"])).toEqual(["Jpan"]);
    expect(await npm("人權", ["zh-TW"])).toEqual(["Hant"]);
    expect(await npm("人权")).toEqual(["Hans"]);
    expect(await npm("すべての人間")).toEqual(["Jpan"]);
    expect(await npm("모든 인간은")).toEqual(["Kore"]);
    expect(await npm("人権と人权", ["ja", "zh"])).toEqual(["Jpan", "Hans"]);
  });

  it("is told apart from characters for which no face is known", async () => {
    expect([...(await find("\u{103a0} 𓀀")).unknown]).toEqual(["\u{103a0}", "𓀀"]);
  });
});

describe("the style sheet of a publication", () => {
  const sheet = async (lang: string, body: string, names = ["fonts", "prose"]) =>
    buildStylesheet(names, publicationOf([{ lang, body }], { faces: await facesFor(body, [lang]) }));

  it("goes by script: Kurdish in Latin characters is not set as Arabic, Uzbek in Arabic characters is", async () => {
    expect(await sheet("ckb-Latn", "hemû mirov")).not.toContain(":lang(ckb-Latn)");
    expect(await sheet("uz-Arab", "سلام")).toMatch(/:lang\(uz-Arab\) \{\n {2}font-style: normal/);
    expect(await sheet("ckb", "سلام [hemû]{: lang=ckb-Latn }")).toContain(":lang(ckb):not(:lang(ckb-Latn))");
  });

  it("numbers lists in the figures of the language", async () => {
    expect(await sheet("fa", "۱")).toMatch(
      /ol:not\(\.contents-list, \.contents\):is\(:lang\(fa\)\) \{\n {2}list-style-type: persian/,
    );
    expect(await sheet("bn", "এক")).toContain("list-style-type: bengali");
    expect(await sheet("hi", "एक")).not.toContain("list-style-type: devanagari");
  });

  it("loads no font that the publication does not need", async () => {
    expect(fontsOf(await sheet("en", "English alone.")).join(" ")).not.toMatch(/vazirmatn|noto|gentium/i);
    expect(fontsOf(await sheet("en", "A word, سلام.")).join(" ")).toContain("Vazirmatn-Regular");
  });
});

describe("the size of a title", () => {
  it("depends on its longest word, if the script has spaces, and on the width of its glyphs", () => {
    expect(titleSize("Against War")).toBe("size-1");
    expect(titleSize("Internationalism")).toBe("size-3");
    expect(titleSize("ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน")).not.toBe("size-4");
    expect(titleSize("世界人权宣言")).toBe("size-1");
    expect(titleSize("ԻՐԱՎՈՒՆՔՆԵՐԻ")).toBe("size-3");
  });
});
