import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { decodePageContent } from "../../src/pdf/content-stream.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { savePdf } from "../../src/pdf/save.ts";

const content = "0 0 9 9 re f\n".repeat(200);

async function saveExample(): Promise<Uint8Array> {
  const empty = await PDFDocument.create({ updateMetadata: false });
  for (const _ of [1, 2, 3]) empty.addPage([100, 200]);
  const pdf = await openPdf(await empty.save());
  for (const { node } of pdf.getPages())
    node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(content)));
  pdf.context.register(pdf.context.stream("unreachable"));
  return savePdf(pdf);
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
