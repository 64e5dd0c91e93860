import { largePrint, pamphletPage } from "../geometry.ts";
import { inOrder, type Problem } from "../problem.ts";
import type { Artifact, EditionName, Publication } from "../publication.ts";
import { verifyEpub } from "./epub.ts";
import { verifyLeaflets } from "./leaflets.ts";
import { verifyBooklet, verifyFrontsAndBacks, verifyReadingCopy } from "./pdf.ts";
import { verifyPress } from "./press.ts";
import { verifyGlyphs } from "./glyphs.ts";
import { verifyTags } from "./tags.ts";
import { verifyText } from "./text.ts";
import { verifyWeb } from "./web.ts";

interface Rule {
  edition: EditionName;
  /** `made` is everything that was made, for a rule that holds one edition against another. */
  check(publication: Publication, artifacts: Artifact[], made: Artifact[]): Promise<Problem[]>;
}

const file = (edition: EditionName, ending: string, check: (publication: Publication, artifact: Artifact) => Promise<Problem[]>): Rule => ({
  edition,
  check: async (publication, artifacts) => {
    const artifact = artifacts.find(({ path }) => path.endsWith(ending));
    return artifact ? check(publication, artifact) : [];
  },
});

/** What is held against the source, in this order: each rule opens the files of its edition and knows nothing of how they were made. */
const rules: Rule[] = [
  { edition: "pamphlet", check: (publication, artifacts) => verifyGlyphs(publication, artifacts, ["fonts"]) },
  { edition: "leaflets", check: (publication, artifacts) => verifyGlyphs(publication, artifacts, ["fonts"]) },
  { edition: "large-print", check: (publication, artifacts) => verifyGlyphs(publication, artifacts, ["fonts", "clear-fonts"]) },
  file("pamphlet", ".pdf", (publication, artifact) => verifyReadingCopy(publication, artifact, pamphletPage(publication.print.page))),
  file("pamphlet", ".pdf", verifyTags),
  file("large-print", "-large-print.pdf", (publication, artifact) => verifyReadingCopy(publication, artifact, largePrint)),
  file("large-print", "-large-print.pdf", verifyTags),
  file("booklet", "-short-edge.pdf", (publication, artifact) => verifyBooklet(publication, artifact, "short-edge")),
  file("booklet", "-long-edge.pdf", (publication, artifact) => verifyBooklet(publication, artifact, "long-edge")),
  { edition: "booklet", check: frontsAndBacks },
  { edition: "press", check: verifyPress },
  { edition: "leaflets", check: verifyLeaflets },
  { edition: "epub", check: verifyEpub },
  { edition: "text", check: verifyText },
  { edition: "web", check: verifyWeb },
];

/** Holds everything that was made against the publication. */
export async function verify(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  // One after the other: all of it is work for the one thread, and pdf.js confuses documents that it reads side by side.
  for (const { edition, check } of rules) {
    const files = artifacts.filter((artifact) => artifact.edition === edition);
    if (files.length > 0) problems.push(...(await check(publication, files, artifacts)));
  }
  return inOrder(problems);
}

async function frontsAndBacks(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const [fronts, backs] = ["-fronts.pdf", "-backs.pdf"].map((ending) => artifacts.find(({ path }) => path.endsWith(ending)));
  return fronts && backs ? verifyFrontsAndBacks(publication, fronts, backs) : [];
}
