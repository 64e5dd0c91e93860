import { PDFDict, PDFHexString, PDFName, type PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { pointsPerMm, type PageGeometry } from "../geometry.ts";
import type { LaidOutLink } from "../layout/layout.ts";
import type { Terms } from "../terms/en.ts";
import { formatInteger } from "../locale-format.ts";
import { applyEdits, parseOperations, decodePageContent } from "./content-stream.ts";
import { compactText } from "./compact-text.ts";
import type { Description } from "./document.ts";
import { markArtifacts, type NewContent, type TextSpan } from "./tagging/artifacts.ts";
import { readPage, repairText } from "./tagging/extraction.ts";
import {
  isContent,
  isTag,
  readTags,
  listTags,
  writeTags,
  type MarkedContent,
  type Kid,
  type Tag,
} from "./tagging/structure.ts";
import { hintOf } from "./tagging/tag-hints.ts";
import { inlineTypes, isCell, repairTags, roleMap, takeRepeatedHeads } from "./tagging/tags.ts";
import { addPackedStream } from "./save.ts";
import { pdfUa1Properties, setXmp } from "./xmp.ts";

/** Words with which links are described. */
export type LinkLabels = Pick<Terms, "note" | "onPage">;

/**
 * Makes a PDF accessible that Chromium printed and that is cut to its trim: PDF/UA-1 (ISO 14289-1), with text that is
 * found and copied as it was written.
 */
export function makeAccessible(
  pdf: PDFDocument,
  geometry: PageGeometry,
  description: Description,
  links: LaidOutLink[],
  labels: LinkLabels,
): void {
  const document = readTags(pdf);
  const descriptions = links.map((link) => describeLink(link, labels, description.language));
  writeLinkDescriptions(pdf, document, descriptions);
  const repeated = takeRepeatedHeads(document);
  repairTags(document);
  repairPages(pdf, document, geometry, repeated);
  writeTags(pdf, document, roleMap);
  setXmp(pdf, description, pdfUa1Properties);
}

function describeLink({ text, page, ofNote }: LaidOutLink, { note, onPage }: LinkLabels, language: string): string {
  const name = ofNote ? `${note} ${text}` : text;
  return page === undefined ? name : `${name}, ${onPage.replace("#", formatInteger(page, language))}`;
}

// The annotation of a link describes where the link leads (ISO 14289-1, 7.18.5).
function writeLinkDescriptions(pdf: PDFDocument, document: Tag, descriptions: string[]): void {
  for (const tag of listTags(document)) {
    const hint = hintOf(tag);
    const description = hint?.name === "link" ? descriptions[hint.number] : undefined;
    if (!description) continue;
    for (const kid of tag.kids)
      if ("annotation" in kid)
        pdf.context.lookup(kid.annotation, PDFDict).set(PDFName.of("Contents"), PDFHexString.fromText(description));
  }
  // The tab key goes through annotations in the order of the tags (ISO 14289-1, 7.18.3).
  for (const { node } of pdf.getPages()) if (node.Annots()) node.set(PDFName.of("Tabs"), PDFName.of("S"));
}

// Marks as artifacts whatever no tag names, and what is repeated; repairs the text that is found and copied.
function repairPages(pdf: PDFDocument, document: Tag, geometry: PageGeometry, repeated: MarkedContent[]): void {
  const figures = groupByPage(
    listTags(document)
      .filter(({ type }) => type === "Figure")
      .flatMap(({ kids }) => kids.filter(isContent)),
  );
  const repeatedOn = groupByPage(repeated);
  const pages = pdf.getPages().map((page, index) => {
    const content = decodePageContent(page);
    const operations = parseOperations(content);
    const marks = markArtifacts(operations, {
      figures: figures.get(index) ?? new Set(),
      repeated: repeatedOn.get(index) ?? new Set(),
      span: textSpanOf(page, geometry),
    });
    return { content, marks, repair: readPage(page, operations) };
  });
  const repairs = repairText(
    pdf,
    pages.map(({ repair }) => repair),
  );
  pages.forEach(({ content, marks, repair: { page } }, index) => {
    const repaired = compactText(applyEdits(content, [...marks.edits, ...repairs[index]!]), page);
    page.node.set(PDFName.of("Contents"), addPackedStream(pdf, Buffer.from(repaired, "latin1")));
  });
  for (const [page, { marks }] of pages.entries())
    for (const content of marks.adopted) insertContent(document, page, content);
  removeContents(document, ({ page, mcid }) => pages[page]!.marks.released.has(mcid));
}

function textSpanOf(page: PDFPage, { margins }: PageGeometry): TextSpan {
  const trim = page.getTrimBox();
  return {
    lower: trim.y + margins.bottom * pointsPerMm,
    upper: trim.y + trim.height - margins.top * pointsPerMm,
  };
}

// Returns the numbers of marked content, by page.
function groupByPage(contents: MarkedContent[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { page, mcid } of contents) found.set(page, (found.get(page) ?? new Set()).add(mcid));
  return found;
}

// Inserts text that no tag named into the tags, where it is drawn: into the block of its neighbour, which is the
// content drawn before it, or if there is none, the content drawn after it. In an item of a list it becomes part of the
// body.
function insertContent(document: Tag, page: number, { mcid, after, before }: NewContent): void {
  const neighbour = after ?? before;
  const isNeighbour = (kid: Kid) => isContent(kid) && kid.page === page && kid.mcid === neighbour;
  const path = findPath(document, (tag) => tag.kids.some(isNeighbour));
  if (!path) {
    document.kids.push({ type: "P", attributes: {}, kids: [{ page, mcid }] });
    return;
  }
  const at = path.findLastIndex(({ type }) => !inlineTypes.has(type));
  const block = path[at]!;
  if (block.type === "LI") {
    const body = block.kids.filter(isTag).find(({ type }) => type === "LBody");
    if (body) body.kids.unshift({ page, mcid });
    else block.kids.push({ type: "LBody", attributes: {}, kids: [{ page, mcid }] });
    return;
  }
  // The kid of the block that is the neighbour, or has it inside.
  const beside = block.kids.indexOf(path[at + 1] ?? block.kids.find(isNeighbour)!);
  block.kids.splice(after === undefined ? beside : beside + 1, 0, { page, mcid });
}

// Returns the first tag in reading order that fulfils a condition, after its ancestors from the root on.
function findPath(tag: Tag, isSought: (tag: Tag) => boolean): Tag[] | undefined {
  if (isSought(tag)) return [tag];
  for (const kid of tag.kids) {
    const path = isTag(kid) ? findPath(kid, isSought) : undefined;
    if (path) return [tag, ...path];
  }
  return undefined;
}

// Removes contents from the tree, and then the tags that have become empty; a cell may be empty.
function removeContents(tag: Tag, isRemoved: (content: MarkedContent) => boolean): void {
  tag.kids = tag.kids.filter((kid) => {
    if (!isTag(kid)) return !(isContent(kid) && isRemoved(kid));
    removeContents(kid, isRemoved);
    return kid.kids.length > 0 || isCell(kid);
  });
}
