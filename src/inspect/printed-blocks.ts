import type { PDFDocument } from "@cantoo/pdf-lib";
import { openWithPdfjs } from "../pdfjs.ts";
import { isTag, readTags, type Tag } from "../pdf/tagging/structure.ts";
import { inlineTypes } from "../pdf/tagging/tags.ts";
import type { Drawing, DrawnPiece, Glyph } from "./drawing/drawing.ts";
import { drawPage } from "./pdf-text.ts";
import { makeLine, type PrintedLine } from "./printed-line.ts";
import { mostRise } from "./reading-order.ts";

// Reads the blocks of a tagged PDF with their lines. What belongs to a block is told by the tags, which join the parts
// of a paragraph that is divided between pages; where its lines are is told by the places of its glyphs.

/** A paragraph, an item of a list, a heading, a cell: what is set in lines of its own. */
export interface PrintedBlock {
  /** The types of its tag and of those around it, the outermost first: Document, Art, L, LI, LBody. */
  tags: string[];
  /** In the order of reading, on one page or on several. */
  lines: PrintedLine[];
}

/** What is set on the pages of a PDF. */
export interface PrintedBlocks {
  blocks: PrintedBlock[];
  /** For each page, how far up its lowest line or image stands, in pt from the foot of the trim; none on a blank page. */
  feet: (number | undefined)[];
}

/** Reads the blocks of a PDF. `opened` is the same PDF as pdf-lib opens it. Throws if pdf.js cannot read it. */
export async function readPrintedBlocks(bytes: Uint8Array, opened: PDFDocument): Promise<PrintedBlocks> {
  const task = openWithPdfjs(bytes);
  try {
    const pdf = await task.promise;
    const feet: PrintedBlocks["feet"] = [];
    const glyphsOf = new Map<string, Glyph[]>();
    for (const [index, page] of opened.getPages().entries()) {
      const drawing = await drawPage(await pdf.getPage(index + 1), page);
      feet.push(findFoot(drawing));
      for (const glyph of listGlyphs(drawing)) {
        const key = keyOf(index, glyph.showing.content);
        const glyphs = glyphsOf.get(key);
        if (glyphs) glyphs.push(glyph);
        else glyphsOf.set(key, [glyph]);
      }
    }
    const blocks = listBlocks(readTags(opened)).map(({ tags, content }) => ({
      tags,
      lines: content.flatMap(({ page, numbers }) =>
        splitIntoLines(numbers.flatMap((number) => glyphsOf.get(keyOf(page, number)) ?? [])).map((glyphs) =>
          makeLine(glyphs, page + 1),
        ),
      ),
    }));
    return { blocks: blocks.filter(({ lines }) => lines.length > 0), feet };
  } finally {
    await task.destroy();
  }
}

function keyOf(page: number, content: number | undefined): string {
  return `${page} ${content}`;
}

/** The marked content of a block: for each page, from 0, its numbers. */
interface TaggedBlock {
  tags: string[];
  content: { page: number; numbers: number[] }[];
}

// A tag inside the lines of a block belongs to that block.
function listBlocks(document: Tag): TaggedBlock[] {
  const blocks: TaggedBlock[] = [];
  const visit = (tag: Tag, around: TaggedBlock | undefined): void => {
    let block = around;
    if (!block || !inlineTypes.has(tag.type)) {
      block = { tags: [...(around?.tags ?? []), tag.type], content: [] };
      blocks.push(block);
    }
    for (const kid of tag.kids) {
      if (isTag(kid)) visit(kid, block);
      else if ("mcid" in kid) {
        const last = block.content.at(-1);
        if (last?.page === kid.page) last.numbers.push(kid.mcid);
        else block.content.push({ page: kid.page, numbers: [kid.mcid] });
      }
    }
  };
  visit(document, undefined);
  return blocks;
}

// Raised and lowered signs stand on the line of the glyphs that are drawn before them.
function splitIntoLines(glyphs: Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs) {
    const line = lines.findLast(
      ([first]) => Math.abs(first!.y - glyph.y) < mostRise * Math.max(first!.showing.size, glyph.showing.size),
    );
    if (line) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
}

function listGlyphs({ runs }: Drawing): Glyph[] {
  return runs.flatMap(({ artifact, pieces }) => (artifact ? [] : pieces.flatMap(withoutAddedSpaces)));
}

// A ligature may have a space drawn after it, of no width and under the same ActualText: it separates no words.
function withoutAddedSpaces({ actualText, glyphs }: DrawnPiece): Glyph[] {
  return actualText === undefined || /\s/.test(actualText) ? glyphs : glyphs.filter(({ text }) => text.trim() !== "");
}

// An image has no colour of its own.
function findFoot(drawing: Drawing): number | undefined {
  const baselines = listGlyphs(drawing).flatMap(({ text, y }) => (text.trim() === "" ? [] : [y]));
  const images = drawing.paints.filter(({ colour }) => colour === undefined);
  const feet = images.flatMap(({ polygons }) => polygons.flatMap((points) => points.map(([, y]) => y)));
  const lowest = [...baselines, ...feet].reduce((least, y) => Math.min(least, y), Infinity);
  return Number.isFinite(lowest) ? lowest : undefined;
}
