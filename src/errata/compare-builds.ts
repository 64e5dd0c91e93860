import { findArtifact } from "../artifact.ts";
import { MachineError } from "../errors.ts";
import { findChangedWords, type ChangedWords } from "../inspect/changed-words.ts";
import { readPageWords, type PageWord } from "../inspect/page-words.ts";
import { readPdfText, type PdfText } from "../inspect/pdf-text.ts";
import { readBuild } from "../output/reopen.ts";
import { openPdf } from "../pdf/document.ts";
import { spellShortly, spellWords } from "../words.ts";

/** Words of an earlier build that are others in a later one. */
export interface Erratum {
  /** The page of the earlier build, as it is numbered there. */
  page: string;
  /** From 1, counted from the top of the page, without the running head. */
  line: number;
  /** With a word beside it if words were only added; of many words the middle is left out. */
  was: string;
  /** With the same word beside it if words were only removed. */
  is: string;
}

/**
 * Compares the pamphlets of two builds, and returns the words that changed, in the order of the earlier one. Throws a
 * MachineError if a folder has no build with a pamphlet.
 */
export async function compareBuilds(earlier: string, later: string): Promise<Erratum[]> {
  const [was, is] = await Promise.all([readPamphlet(earlier), readPamphlet(later)]);
  return findChangedWords(readPageWords(was), readPageWords(is)).map((change) => describeChange(change, was));
}

async function readPamphlet(folder: string): Promise<PdfText> {
  const { artifacts } = await readBuild(folder);
  const pamphlet = findArtifact(artifacts, "pamphlet");
  if (!pamphlet)
    throw new MachineError(
      `The build in ${folder} has no pamphlet to compare: it was made without one, or its file has changed since.`,
    );
  return readPdfText(pamphlet.bytes, await openPdf(pamphlet.bytes));
}

function describeChange({ was, is, before, next }: ChangedWords, { labels }: PdfText): Erratum {
  const place = was[0] ?? before.was ?? next.was;
  const [wordsBefore, wordsNext] = was.length > 0 && is.length > 0 ? [{}, {}] : before.was ? [before, {}] : [{}, next];
  const around = (build: "was" | "is", words: PageWord[]) =>
    [wordsBefore[build], ...words, wordsNext[build]].filter((word) => word !== undefined);
  const page = place?.page ?? 1;
  return {
    page: labels?.[page - 1] ?? String(page),
    line: place?.line ?? 1,
    was: spellShortly(around("was", was)),
    is: spellWords(around("is", is)),
  };
}
