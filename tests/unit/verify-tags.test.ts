import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import { describe as group, expect, it } from "vitest";
import { setDescription } from "../../src/pdf/document.ts";
import { savePdf } from "../../src/pdf/save.ts";
import { writeTags, type Tag } from "../../src/pdf/tagging/structure.ts";
import { roleMap } from "../../src/pdf/tagging/tags.ts";
import { pdfUa1Properties, setXmp } from "../../src/pdf/xmp.ts";
import { verifyTags } from "../../src/verify/tags.ts";

const place = { file: "text.md", line: 1, column: 1 };
const description = { title: "A Title", authors: [], subject: "", language: "en", date: new Date(0) };

interface Made {
  pdf: PDFDocument;
  /** The link annotation. */
  link: PDFRef;
}

// A heading and a link, as the program writes them.
async function tagged(change: (tags: { heading: Tag; paragraph: Tag; link: Tag }) => void = () => {}): Promise<Made> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const content = "/H1 <</MCID 0>> BDC BT (a) Tj ET EMC /Link <</MCID 1>> BDC BT (b) Tj ET EMC";
  page.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(content)));
  const ref = pdf.context.register(
    pdf.context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [0, 0, 9, 9],
      Contents: PDFHexString.fromText("elsewhere"),
    }),
  );
  page.node.set(PDFName.of("Annots"), pdf.context.obj([ref]));
  page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
  const tag = (type: string, kids: Tag["kids"]): Tag => ({ type, attributes: {}, kids });
  const link = tag("Link", [
    { page: 0, mcid: 1 },
    { page: 0, annotation: ref },
  ]);
  const [heading, paragraph] = [tag("H1", [{ page: 0, mcid: 0 }]), tag("P", [link])];
  change({ heading, paragraph, link });
  setDescription(pdf, description);
  writeTags(pdf, tag("Document", [heading, paragraph]), roleMap);
  setXmp(pdf, description, pdfUa1Properties);
  return { pdf, link: ref };
}

async function lacksOf({ pdf }: Made): Promise<string> {
  const problems = await verifyTags({ path: "x.pdf", bytes: await savePdf(pdf) }, place);
  return problems.map(({ message }) => message).join("\n");
}

group("tags of a file that claims PDF/UA-1", () => {
  it("are right as the program writes them", async () => {
    expect(await lacksOf(await tagged())).toBe("");
  });

  it.each<[string, string, (made: Made) => void]>([
    [
      "a link without Contents",
      "does not say where it leads",
      ({ pdf, link }) => pdf.context.lookup(link, PDFDict).delete(PDFName.of("Contents")),
    ],
    [
      "a link that leads back to nothing",
      "a link on page 1 does not lead back",
      ({ pdf, link }) => pdf.context.lookup(link, PDFDict).delete(PDFName.of("StructParent")),
    ],
    [
      "a link that leads back to its page",
      "a link on page 1 does not lead back",
      ({ pdf, link }) => pdf.context.lookup(link, PDFDict).set(PDFName.of("StructParent"), PDFNumber.of(0)),
    ],
    [
      "a page that leads back to other tags",
      "page 1 does not lead back",
      ({ pdf }) => void pdf.getPage(0).node.set(PDFName.of("StructParents"), PDFNumber.of(7)),
    ],
    [
      "a page whose links come in another order",
      "not reached in the order",
      ({ pdf }) => void pdf.getPage(0).node.delete(PDFName.of("Tabs")),
    ],
    [
      "a link that stands in its page without a number",
      "a link on page 1 has no tag",
      ({ pdf, link }) =>
        void pdf.getPage(0).node.lookup(PDFName.of("Annots"), PDFArray).set(0, pdf.context.lookup(link)!),
    ],
    [
      "a file that does not say it is tagged",
      "does not declare that it is tagged",
      ({ pdf }) => pdf.catalog.delete(PDFName.of("MarkInfo")),
    ],
    ["a file without tags", "has no heading", ({ pdf }) => pdf.catalog.delete(PDFName.of("StructTreeRoot"))],
  ])("tell of %s", async (_, lack, spoil) => {
    const made = await tagged();
    spoil(made);
    expect(await lacksOf(made)).toContain(lack);
  });

  it.each<[string, string, Parameters<typeof tagged>[0]]>([
    ["a link that no tag names", "a link on page 1 has no tag", ({ link }) => void (link.kids = link.kids.slice(0, 1))],
    [
      "a link in two tags",
      "more than one tag",
      ({ paragraph, link }) => void paragraph.kids.push({ ...link, kids: link.kids.slice(1) }),
    ],
    ["a link in a label", "has the tag Lbl", ({ link }) => void (link.type = "Lbl")],
    [
      "content that no tag names",
      "do not belong to each other one to one",
      ({ link }) => void (link.kids = link.kids.slice(1)),
    ],
  ])("tell of %s", async (_, lack, change) => {
    expect(await lacksOf(await tagged(change))).toContain(lack);
  });
});
