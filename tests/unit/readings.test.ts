import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { readingOf } from "../../src/verify/readings.ts";

async function makePdf(pages: number, padding: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++)
    pdf.addPage([200, 100]).drawText(`Page ${number}`, { x: 10, y: 50, size: 12, font });
  pdf.context.register(pdf.context.stream(new Uint8Array(padding)));
  return pdf.save();
}

it("reads a large file, whose pages are shared out, as it reads a small one", async () => {
  const [small, large] = await Promise.all([makePdf(5, 0), makePdf(5, 500_000)]);
  const texts = async (bytes: Uint8Array) =>
    (await readingOf(bytes)).text.pages.map(({ runs }) => runs.map(({ text }) => text).join(""));
  expect(await texts(large)).toEqual(["Page 1", "Page 2", "Page 3", "Page 4", "Page 5"]);
  expect(await readingOf(large)).toEqual(await readingOf(small));
});

it("rejects a file that is no PDF, with the reason", async () => {
  await expect(readingOf(new TextEncoder().encode("No PDF."))).rejects.toThrow(/PDF/);
});
