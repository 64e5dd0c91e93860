import { PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { PageText } from "../../src/inspect/pdf-text.ts";
import { readingOf } from "../../src/verify/readings.ts";

/** Reads a page of 100 × 100 pt that draws the content; F1 is a font, Fm a form of 20 × 20 pt that shows “form”. */
async function read(content: string): Promise<PageText> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([100, 100]);
  page.node.normalize();
  const font = (await pdf.embedFont(StandardFonts.Helvetica)).ref;
  const form = pdf.context.flateStream("BT /F1 10 Tf 5 5 Td (form) Tj ET", {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 20, 20],
    Resources: { Font: { F1: font } },
  });
  page.node.setFontDictionary(PDFName.of("F1"), font);
  page.node.setXObject(PDFName.of("Fm"), pdf.context.register(form));
  page.node.addContentStream(pdf.context.register(pdf.context.flateStream(content)));
  return (await readingOf(await pdf.save())).text.pages[0]!;
}

const show = (text: string, before = "") => `BT /F1 10 Tf ${before} 10 50 Td (${text}) Tj ET`;
const textOn = ({ runs }: PageText) => runs.map(({ text }) => text).join("|");

describe("the extent of a page", () => {
  const leftOf = async (content: string) => (await read(content)).extent!.left.edge;
  const letter = (size: number) => `BT /F1 ${size} Tf 9 20 Td (H) Tj ET`;

  it("begins with the ink of a large letter beside smaller type, and elsewhere with the place of a glyph", async () => {
    expect(await leftOf(`${letter(50)} ${show("ere", "30 0 Td")}`)).toBeCloseTo(14);
    expect(await leftOf(`${letter(50)} ${letter(50)}`)).toBeCloseTo(9);
    expect(await leftOf(`${letter(20)} ${show("ere", "30 0 Td")}`)).toBeCloseTo(9);
  });
});

describe("the text of a page", () => {
  it.each([
    ["in one run for each text object", `${show("one")} ${show("two")}`, "one|two"],
    [
      "in one run, however it is moved",
      "BT /F1 10 Tf 12 TL 10 50 Td [(o) -200 (n)] TJ 5 Ts (e) Tj T* (,) Tj ET",
      "one,",
    ],
    ["from right to left where it is marked so", `/ReversedChars BMC ${show("eno")} EMC`, "one"],
    ["as its ActualText has it", `/Span <</ActualText (ONE)>> BDC ${show("one")} EMC`, "ONE"],
    [
      "as its ActualText has it, if that has the same capitals",
      `/Span <</ActualText <FEFF0131>>> BDC ${show("I")} EMC`,
      "ı",
    ],
    [
      "as its fonts have it, if the ActualText is another text",
      `/Span <</ActualText (two)>> BDC ${show("one")} EMC`,
      "one",
    ],
    [
      "once for an ActualText over several text objects",
      `/Span <</ActualText (One)>> BDC ${show("o")} ${show("ne")} EMC`,
      "One",
    ],
    ["in a form, as far as its box shows it", "q 1 0 0 1 30 30 cm /Fm Do Q", "for"],
    ["after what is restored", `q 0 0 5 5 re W n ${show("one")} Q ${show("two")}`, "two"],
    ["on a fill of another colour", `0 0 99 99 re f ${show("one", "1 g")}`, "one"],
    ["beside what is painted later", `${show("one")} 1 g 0 0 99 40 re f`, "one"],
    ["inside its clip", `0 0 99 99 re W n ${show("one")}`, "one"],
  ])("is read %s", async (_, content, text) => expect(textOn(await read(content))).toBe(text));

  it.each([
    ["white on white", show("one", "1 g")],
    ["invisible", show("one", "3 Tr")],
    ["painted over", `${show("one")} 1 g 0 0 99 99 re f`],
    ["clipped away", `0 0 5 5 re W n ${show("one")}`],
    ["clipped by a path without a point", `W n ${show("one")}`],
    ["outside the page", show("one", "200 0 Td")],
    ["of no size", `0 0 0 0 10 10 cm ${show("one")}`],
  ])("is hidden if it is %s", async (_, content) => {
    const page = await read(content);
    expect([textOn(page), page.hidden]).toEqual(["", "one"]);
  });

  it("has its place, its size and its side", async () => {
    const [run] = (await read("q 2 0 0 2 5 5 cm BT /F1 10 Tf 3 Ts 1 0 0 1 10 20 Tm (one) Tj ET Q")).runs;
    expect(run).toMatchObject({ x: 25, y: 51, size: 20, upright: true, artifact: false });
    const [turned] = (await read("/Artifact BMC BT /F1 10 Tf -1 0 0 -1 50 50 Tm (one) Tj ET EMC")).runs;
    expect(turned).toMatchObject({ x: 50, y: 50, size: 10, upright: false, artifact: true });
  });
});
