import { describe, expect, it } from "vitest";
import { titleSize } from "../../src/compile/title-size.ts";
import { separateWords } from "../../src/compile/title-words.ts";

describe("a title in Chinese or Japanese", () => {
  it("may be divided between words, not inside a word", () => {
    expect(separateWords("『世界人権宣言』", "ja")).toBe("『世界<wbr />人権<wbr />宣言』");
    expect(separateWords("世界人权宣言", "zh")).toBe("世界<wbr />人权<wbr />宣言");
  });

  it("stays as it is if the browser finds its phrases, and in other languages", () => {
    expect(separateWords("平和のために", "ja")).toBe("平和のために");
    expect(separateWords("R &amp; D", "en")).toBe("R &amp; D");
  });
});

describe("a title with marks between its words", () => {
  it("is as large as the same title with spaces", () => {
    expect(titleSize("የሰብአዊ፡መብቶች፡መግለጫ")).toBe(titleSize("የሰብአዊ መብቶች መግለጫ"));
  });
});
