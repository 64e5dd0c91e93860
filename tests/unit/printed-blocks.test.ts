import { PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { readPrintedBlocks, type PrintedBlocks } from "../../src/inspect/printed-blocks.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { writeTags, type Kid, type Tag } from "../../src/pdf/tagging/structure.ts";

const tag = (type: string, ...kids: Kid[]): Tag => ({ type, attributes: {}, kids });
const content = (page: number, mcid: number): Kid => ({ page, mcid });

/** Reads a PDF with pages of 200 × 100 pt that draw the contents in Courier, in which every glyph is 0.6 em wide, and may draw /Im. */
async function read(contents: string[], ...tags: Tag[]): Promise<PrintedBlocks> {
  const pdf = await PDFDocument.create();
  const font = (await pdf.embedFont(StandardFonts.Courier)).ref;
  const image = pdf.context.stream(new Uint8Array(1), {
    Type: "XObject",
    Subtype: "Image",
    Width: 1,
    Height: 1,
    ColorSpace: "DeviceGray",
    BitsPerComponent: 8,
  });
  for (const content of contents) {
    const page = pdf.addPage([200, 100]);
    page.node.normalize();
    page.node.setFontDictionary(PDFName.of("F1"), font);
    page.node.setXObject(PDFName.of("Im"), pdf.context.register(image));
    page.node.addContentStream(pdf.context.register(pdf.context.flateStream(content)));
  }
  writeTags(pdf, tag("Document", ...tags), {});
  const bytes = await pdf.save();
  return readPrintedBlocks(bytes, await openPdf(bytes));
}

const mark = (mcid: number, drawing: string) => `/Span <</MCID ${mcid}>> BDC BT /F1 10 Tf ${drawing} ET EMC`;

describe("the blocks of a PDF", () => {
  it("have lines with their edges, and spaces with their own width and that of the font", async () => {
    // A step of -100 thousandths of 10 pt makes each space 1 pt wider than the 6 pt of the font.
    const { blocks, feet } = await read(
      [mark(0, "1 0 0 1 20 80 Tm [(ab ) -100 (cd )] TJ 0 -12 Td (ef gh ) Tj")],
      tag("Art", tag("P", content(0, 0))),
    );
    expect(blocks.map(({ tags }) => tags)).toEqual([["Document", "Art", "P"]]);
    const [first, second] = blocks[0]!.lines;
    expect(first).toMatchObject({ page: 1, baseline: 80, left: 20, right: 51, size: 10, text: "ab cd" });
    expect(first!.spaces).toEqual([{ left: 32, right: 39, natural: 6 }]);
    expect(second).toMatchObject({ baseline: 68, right: 50, text: "ef gh", spaces: [{ left: 32, right: 38 }] });
    expect(feet).toEqual([68]);
  });

  it("go on over pages, and have what stands in their lines, raised signs too", async () => {
    const { blocks } = await read(
      [
        `${mark(0, "1 0 0 1 20 80 Tm (ab) Tj")} ${mark(1, "1 0 0 1 32 84 Tm (1) Tj")} ${mark(2, "1 0 0 1 38 80 Tm (c) Tj")}`,
        mark(0, "1 0 0 1 20 90 Tm (d) Tj"),
      ],
      tag("P", content(0, 0), tag("Link", content(0, 1)), content(0, 2), content(1, 0)),
    );
    expect(blocks[0]!.lines.map(({ page, text }) => `${page} ${text}`)).toEqual(["1 ab1c", "2 d"]);
    expect(blocks).toHaveLength(1);
  });

  it("have no space where a ligature has one under its ActualText", async () => {
    const drawing = "/Span <</ActualText (fl)>> BDC (fl) Tj 0 Tw ( ) Tj EMC (y) Tj";
    const { blocks } = await read([mark(0, `1 0 0 1 20 80 Tm ${drawing}`)], tag("P", content(0, 0)));
    expect(blocks[0]!.lines[0]).toMatchObject({ text: "fly", spaces: [] });
  });

  it("are none for what no tag has, such as running heads", async () => {
    const artifact = "/Artifact BMC BT /F1 10 Tf 20 5 Td (7) Tj ET EMC";
    expect(await read([artifact])).toEqual({ blocks: [], feet: [undefined] });
  });

  it("end at the foot of an image, if that is lower than the last line", async () => {
    const image = "q 50 0 0 20 20 30 cm /Im Do Q";
    const { feet } = await read([`${mark(0, "20 80 Td (ab) Tj")} ${image}`, ""], tag("P", content(0, 0)));
    expect(feet).toEqual([30, undefined]);
  });
});
