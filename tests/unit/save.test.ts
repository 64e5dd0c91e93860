import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { decodePageContent } from "../../src/pdf/content-stream.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { savePdf } from "../../src/pdf/save.ts";

const content = "0 0 9 9 re f\n".repeat(200);

async function saveExample(options = {}): Promise<Uint8Array> {
  const empty = await PDFDocument.create({ updateMetadata: false });
  for (const _ of [1, 2, 3]) empty.addPage([100, 200]);
  const pdf = await openPdf(await empty.save());
  for (const { node } of pdf.getPages())
    node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(content)));
  pdf.context.register(pdf.context.stream("unreachable"));
  return savePdf(pdf, options);
}

it("saves the same bytes each time, which can be opened", async () => {
  const bytes = await saveExample();
  expect(await saveExample()).toEqual(bytes);
  const pages = (await openPdf(bytes)).getPages();
  expect(pages.map((page) => [page.getWidth(), decodePageContent(page)])).toEqual([1, 2, 3].map(() => [100, content]));
});

it("leaves out what cannot be reached, and packs the pages into object streams", async () => {
  const text = Buffer.from(await saveExample()).toString("latin1");
  expect(text).not.toContain("unreachable");
  expect(text).not.toMatch(/\/Type \/Page\b(?!s)/);
});

it("has a table of its objects in place of streams, for readers of PDF 1.4, and an identifier too", async () => {
  const bytes = await saveExample({ objectStreams: false });
  expect(await saveExample({ objectStreams: false })).toEqual(bytes);
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).toMatch(/\nxref\n/);
  expect(text).not.toMatch(/\/(?:ObjStm|XRef)\b/);
  const [, identifier] = text.match(/\/ID \[ <([0-9a-f]{32})> <\1> \]/)!;
  expect(identifier).not.toBe("0".repeat(32));
  expect((await openPdf(bytes)).getPageCount()).toBe(3);
});
