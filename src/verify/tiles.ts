import { divideIntoTiles } from "../folds/tiles.ts";
import type { FormPage } from "../forms.ts";
import { officePaperOf } from "../papers.ts";
import { pointsPerMm } from "../geometry.ts";
import type { TextRun } from "../inspect/pdf-text.ts";
import type { Place, Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { readingOf } from "./readings.ts";

/** How far a glyph may be from its place, in pt, as in same-pages.ts. */
const tolerance = 0.05;

/** Proves that the tiles of a poster, laid over each other as their names say, show what the whole poster shows. */
export async function verifyTiles(
  publication: Publication,
  { path, bytes }: Artifact,
  whole: Artifact,
  poster: FormPage,
  place: Place,
): Promise<Problem[]> {
  const tiling = divideIntoTiles(poster, officePaperOf(publication.print.page));
  const { columns, rows, sheet } = tiling;
  const { pages } = (await readingOf(bytes)).text;
  const problem = (code: Problem["code"], message: string): Problem => ({ code, place, message });
  if (pages.length !== columns * rows)
    return [problem("page-box-wrong", `${path} has ${pages.length} tiles, but must have ${columns * rows}.`)];
  const tiles = pages.map(({ runs, height }, index) => {
    const left = (tiling.area.x - (index % columns) * tiling.step.x) * pointsPerMm;
    const above = (tiling.area.y - Math.floor(index / columns) * tiling.step.y) * pointsPerMm;
    // From the upper edge of the poster.
    return runs.map((run) => ({ ...run, x: run.x - left, y: height - run.y - above }));
  });
  const [page] = (await readingOf(whole.bytes)).text.pages;
  const expected = page!.runs.map((run) => ({ ...run, y: page!.height - run.y }));
  return [
    ...compare(expected, tiles).map((message) => problem("words-lost", `${path} ${message}`)),
    ...(await verifySizeAndFonts(publication, bytes, path, sheet)),
  ];
}

// Every run of the poster must be on the tiles, piece by piece; and every piece on a tile must be of a run of the poster.
// Spaces count as seen on every tile, so they are left out.
function compare(expected: TextRun[], tiles: TextRun[][]): string[] {
  const pieces = tiles.flatMap(withoutSpaces);
  const known = new Set<TextRun>();
  for (const run of withoutSpaces(expected)) {
    const own = pieces.filter((piece) => isOnLineOf(piece, run)).sort((one, other) => one.x - other.x);
    let covered = 0;
    for (const piece of own) {
      const start = run.glyphs.lastIndexOf(piece.glyphs, covered);
      if (start < 0) continue;
      covered = Math.max(covered, start + piece.glyphs.length);
      known.add(piece);
    }
    if (covered < run.glyphs.length)
      return [`does not show all of “${run.text.trim()}” when its tiles are put together.`];
  }
  const strange = pieces.find((piece) => !known.has(piece));
  return strange ? [`shows “${strange.text.trim()}” at a place where the poster does not.`] : [];
}

function withoutSpaces(runs: TextRun[]): TextRun[] {
  return runs.map((run) => ({ ...run, glyphs: run.glyphs.replace(/\s/g, "") })).filter(({ glyphs }) => glyphs !== "");
}

function isOnLineOf(piece: TextRun, run: TextRun): boolean {
  return (
    Math.abs(piece.y - run.y) < tolerance &&
    Math.abs(piece.size - run.size) < tolerance &&
    piece.x > run.x - tolerance &&
    piece.upright === run.upright
  );
}
