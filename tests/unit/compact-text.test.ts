import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { compactText } from "../../src/pdf/compact-text.ts";

// A font in which every glyph is half as wide as the type is large; glyph 2 is as wide as it.
async function compact(text: string): Promise<string> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const { context } = pdf;
  const descendant = context.obj({ Type: "Font", Subtype: "CIDFontType2", DW: 500, W: [2, [1000]] });
  const font = { Type: "Font", Subtype: "Type0", DescendantFonts: [descendant] };
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F1: font } }));
  return compactText(`q\nBT\n${text}\nET\nQ`, page);
}

const begin = "/F1 10 Tf\n1 0 0 -1 100 200 Tm";

describe("the glyphs of a line", () => {
  let natural: string;
  beforeAll(async () => {
    natural = await compact(`${begin}\n<0001> Tj\n5 0 Td <0002> Tj\n10 0 Td <0003> Tj`);
  });

  it("are one string where each stands at the end of the one before", () => {
    expect(natural).toBe(`q\nBT\n${begin}\n[<000100020003>] TJ\nET\nQ`);
  });

  it("are moved by thousandths of the type size where Chromium has set them otherwise", async () => {
    // 1 px further, then 0.5 px back.
    expect(await compact(`${begin}\n<0001> Tj\n6 0 Td <0001> Tj\n4.5 0 Td <0001> Tj`)).toContain(
      "[<0001>-100<0001>50<0001>] TJ",
    );
  });

  it("do not drift: small distances are corrected before they add up", async () => {
    const shown = await compact(`${begin}\n<0001> Tj\n${"5.01 0 Td <0001> Tj\n".repeat(12)}`);
    const steps = [...shown.matchAll(/>(-?[\d.]+)</g)].map(([, step]) => Number(step));
    // 12 × 0.01 px are 12 thousandths of 10 px; what is not corrected yet is less than the tolerance, 3 thousandths.
    expect(steps.length).toBeGreaterThan(1);
    const corrected = -steps.reduce((sum, step) => sum + step, 0);
    expect(corrected).toBeGreaterThanOrEqual(9);
    expect(corrected).toBeLessThanOrEqual(12);
  });

  it("stay in their marks, and a mark moves nothing", async () => {
    expect(
      await compact(
        `${begin}\n<0001> Tj\n/Span <</ActualText <FEFF0066>>> BDC\n7 0 Td <0001> Tj\nEMC\n12 0 Td <0001> Tj`,
      ),
    ).toContain("[<0001>] TJ\n/Span <</ActualText <FEFF0066>>> BDC\n[-200<0001>] TJ\nEMC\n[-700<0001>] TJ");
  });

  it("follow a move up or down, which counts from the beginning of the line", async () => {
    expect(await compact(`${begin}\n<0001> Tj\n5 0 Td <0001> Tj\n5 -3 Td <0001> Tj\n5 0 Td <0001> Tj`)).toContain(
      "[<00010001>] TJ\n10 -3 Td\n[<00010001>] TJ",
    );
  });
});

describe("a text object stays as it is", () => {
  it.each([
    ["with an operation that Chromium does not write", `${begin}\n2 Tc\n<0001> Tj\n5 0 Td <0001> Tj`],
    ["in a font that is not of Type 0", `/F9 10 Tf\n1 0 0 -1 100 200 Tm\n<01> Tj\n5 0 Td <01> Tj`],
  ])("%s", async (_, text) => expect(await compact(text)).toBe(`q\nBT\n${text}\nET\nQ`));
});
