import { findArtifact } from "../artifact.ts";
import { describePublication } from "../editions/edition.ts";
import { pamphletPageOf } from "../geometry.ts";
import { findChangedPages } from "../inspect/changed-words.ts";
import { readPageWords } from "../inspect/page-words.ts";
import { finishPdf } from "../pdf/reading-copy.ts";
import { remember } from "../remember.ts";
import { termsOf } from "../terms/index.ts";
import { readingOf } from "../verify/readings.ts";
import type { Changes } from "./messages.ts";
import { printPamphlet } from "./pages.ts";
import type { Version } from "./version.ts";

/**
 * Finds the pages of the pamphlet whose words differ from those of the last build; returns undefined if there is no
 * build. The PDF is finished for that, so that both are read as verify reads them.
 */
export const findChanges = remember(async (version: Version): Promise<Changes | undefined> => {
  const { publication } = version;
  const lastBuild = await version.lastBuild();
  const built = lastBuild && findArtifact(lastBuild.artifacts, "pamphlet");
  if (!built) return undefined;
  const printed = await printPamphlet(version);
  const page = pamphletPageOf(publication.print.page);
  const description = describePublication(publication);
  const finished = await finishPdf("pamphlet.html", printed, page, description, termsOf(publication));
  const [before, after] = await Promise.all([readingOf(built.bytes), readingOf(finished)]);
  const { is } = findChangedPages(readPageWords(before.text), readPageWords(after.text));
  return { pages: is, since: lastBuild.made.toISOString() };
});
