import { PDFDict, PDFHexString, PDFName, type PDFDocument } from "@cantoo/pdf-lib";
import { pointsPerMm, type PageGeometry } from "../geometry.ts";
import type { Terms } from "../terms/en.ts";
import { localDigits } from "../written.ts";
import { markArtifacts, type Adopted, type Artifacts } from "./tagging/artifacts.ts";
import { edited, operations, pageContent } from "./content-stream.ts";
import { mendText, type OpenPage } from "./tagging/extraction.ts";
import type { Layout } from "../layout/layout.ts";
import type { Description } from "./document.ts";
import { isTag, readTags, walk, writeTags, type Tag } from "./tagging/structure.ts";
import { hintOf } from "./tagging/tag-hints.ts";
import { inline, mendTags, roles } from "./tagging/tags.ts";
import { pdfUa1, setXmp } from "./xmp.ts";

/** What links are said to lead to: a note, a page. */
export type LinkLabels = Pick<Terms, "note" | "onPage">;

/**
 * Makes a PDF that Chromium printed, cut to its trim, one that everybody can read: PDF/UA-1 (ISO 14289-1), and text
 * that is found and copied as it was written.
 */
export function makeAccessible(
  pdf: PDFDocument,
  geometry: PageGeometry,
  description: Description,
  links: Layout["links"],
  labels: LinkLabels,
): void {
  const document = readTags(pdf);
  describeLinks(
    pdf,
    document,
    links.map((link) => leadingWhere(link, labels, description.language)),
  );
  mendTags(document);
  mendContents(pdf, document, geometry);
  writeTags(pdf, document, roles);
  setXmp(pdf, description, pdfUa1);
}

/** A link says where it leads (ISO 14289-1, 7.18.5). */
function describeLinks(pdf: PDFDocument, document: Tag, descriptions: string[]): void {
  for (const { tag } of walk(document)) {
    const hint = hintOf(tag);
    const description = hint?.name === "link" ? descriptions[hint.number] : undefined;
    if (!description) continue;
    for (const kid of tag.kids) {
      if ("annotation" in kid)
        pdf.context.lookup(kid.annotation, PDFDict).set(PDFName.of("Contents"), PDFHexString.fromText(description));
    }
  }
  for (const { node } of pdf.getPages()) if (node.Annots()) node.set(PDFName.of("Tabs"), PDFName.of("S"));
}

function leadingWhere(
  { text, page, ofNote }: Layout["links"][number],
  { note, onPage }: LinkLabels,
  language: string,
): string {
  const name = ofNote ? `${note} ${text}` : text;
  return page === undefined ? name : `${name}, ${onPage.replace("#", localDigits(page, language))}`;
}

/** Marks what no tag names as artifacts, and has the text say what it is. */
function mendContents(pdf: PDFDocument, document: Tag, { margins }: PageGeometry): void {
  const pages = pdf.getPages().map((page): OpenPage => {
    const content = pageContent(page);
    return { page, content, operations: operations(content) };
  });
  const drawn = pages.map(({ page, operations }, index): Artifacts => {
    const trim = page.getTrimBox();
    const span = {
      lower: trim.y + margins.bottom * pointsPerMm,
      upper: trim.y + trim.height - margins.top * pointsPerMm,
    };
    return markArtifacts(operations, figuresOn(document, index), span);
  });
  const texts = mendText(pdf, pages);
  pages.forEach(({ page, content }, index) => {
    const mended = edited(content, [...drawn[index]!.edits, ...texts[index]!]);
    page.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(Buffer.from(mended, "latin1"))));
  });
  drawn.forEach(({ adopted }, page) => adopted.forEach((one) => adopt(document, page, one)));
  forget(
    document,
    drawn.map(({ released }) => released),
  );
}

// Text that no tag names stands in the tags where it is drawn: in the block of what is drawn before it, or else after
// it; after the label of an item in its body.
function adopt(document: Tag, page: number, { mcid, after, before }: Adopted): void {
  const beside = after ?? before;
  const found = [...walk(document)].find(({ tag }) =>
    tag.kids.some((kid) => "mcid" in kid && kid.page === page && kid.mcid === beside),
  );
  if (!found) return void document.kids.push({ type: "P", attributes: {}, kids: [{ page, mcid }] });
  const path = [...found.ancestors, found.tag];
  const at = path.findLastIndex(({ type }) => !inline.has(type));
  const block = path[at]!;
  const kid = path[at + 1] ?? block.kids.find((kid) => "mcid" in kid && kid.page === page && kid.mcid === beside)!;
  const body = block.type === "LI" ? block.kids.find((kid) => isTag(kid) && kid.type === "LBody") : undefined;
  if (body && isTag(body)) body.kids.unshift({ page, mcid });
  else if (block.type === "LI") block.kids.push({ type: "LBody", attributes: {}, kids: [{ page, mcid }] });
  else block.kids.splice(block.kids.indexOf(kid) + (after === undefined ? 0 : 1), 0, { page, mcid });
}

function figuresOn(document: Tag, page: number): Set<number> {
  const figures = [...walk(document)].filter(({ tag }) => tag.type === "Figure");
  return new Set(
    figures.flatMap(({ tag }) => tag.kids.flatMap((kid) => ("mcid" in kid && kid.page === page ? [kid.mcid] : []))),
  );
}

// What became an artifact leaves the tree, and so does what holds nothing then.
function forget(tag: Tag, released: Set<number>[]): void {
  tag.kids = tag.kids.filter((kid) => {
    if (isTag(kid)) forget(kid, released);
    return isTag(kid)
      ? kid.kids.length > 0 || kid.type === "TD" || kid.type === "TH"
      : !("mcid" in kid && released[kid.page]!.has(kid.mcid));
  });
}
