import { pamphletPageOf } from "../geometry.ts";
import { valuesOf } from "../html/select.ts";
import type { PrintedBlock } from "../inspect/printed-blocks.ts";
import { findMostCommon, type PrintedLine } from "../inspect/printed-line.ts";
import { listInReadingOrder, type Publication } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import type { Documents } from "./documents.ts";
import { measureLines, type LineMeasures } from "./line-measures.ts";
import { measurePages, type PageMeasures } from "./page-measures.ts";
import { blocksOf, readingOf } from "./readings.ts";
import { findTypeAreas } from "./type-area.ts";

/** How a text of the pamphlet is set: what a book designer looks for in its lines and pages. */
export interface TextMeasures extends LineMeasures, PageMeasures {
  /** The slug of the text. */
  text: string;
}

/**
 * Returns how each text of the pamphlet is set, in reading order; nothing if the pamphlet was not made. `documents` are
 * the compiled documents of the family print.
 */
export async function measureTexts(
  publication: Publication,
  made: Artifact[],
  documents: Documents,
): Promise<TextMeasures[]> {
  const file = findArtifact(made, "pamphlet");
  if (!file) return [];
  const { bookmarks, pages } = (await readingOf(file.bytes)).text;
  const { blocks, feet } = await blocksOf(file.bytes);
  const parts = valuesOf((await documents()).get("pamphlet.html") ?? "", "[data-bookmark]", "id");
  const running = blocks.filter(isRunningText).map(({ lines }) => lines);
  const leading = findLeading(running);
  const areas = findTypeAreas(
    publication,
    pamphletPageOf(publication.print.page),
    pages.map(({ extent }) => extent),
  );
  return listInReadingOrder(publication).flatMap(({ slug }): TextMeasures[] => {
    const part = parts.indexOf(slug);
    const first = bookmarks[part]?.page;
    if (first === undefined) return [];
    const last = (bookmarks[part + 1]?.page ?? pages.length + 1) - 1;
    const isOnPages = ([line]: PrintedLine[]) => line!.page >= first && line!.page <= last;
    const own = running.filter(isOnPages);
    const all = blocks.map(({ lines }) => lines).filter(isOnPages);
    return [
      {
        text: slug,
        ...measureLines(own, (page) => areas[page - 1]!),
        ...measurePages({ first, last }, own, all.flat(), feet, leading),
      },
    ];
  });
}

/** What is not running text, though it has paragraphs. */
const apart = new Set(["Note", "Table", "TOC", "Figure", "Caption"]);

function isRunningText({ tags }: PrintedBlock): boolean {
  return ["P", "LBody"].includes(tags.at(-1)!) && !tags.some((tag) => apart.has(tag));
}

// Returns the distance of most lines from the next one, in pt; 1 if no block has two lines.
function findLeading(blocks: PrintedLine[][]): number {
  const distances = blocks.flatMap((lines) =>
    lines.slice(1).map(({ baseline }, index) => Math.round((lines[index]!.baseline - baseline) * 100) / 100),
  );
  return distances.length > 0 ? findMostCommon(distances) : 1;
}
