import { largePrint, pamphletPage } from "../geometry.ts";
import { inOrder, type Problem } from "../problem.ts";
import type { Artifact, Publication } from "../publication.ts";
import type { EditionName } from "../schemas.ts";
import { about } from "./problems.ts";
import { mergeAlike } from "./merge-problems.ts";
import { compiledOnce, type Documents } from "./documents.ts";
import { verifyEpub } from "./epub.ts";
import { verifyLeaflets } from "./leaflets.ts";
import { verifyBooklet, verifyFrontsAndBacks } from "./booklet.ts";
import { verifyReadingCopy } from "./reading-copy.ts";
import { verifyPress } from "./press.ts";
import { verifyGlyphs } from "./fonts.ts";
import { verifyTags } from "./tags.ts";
import { verifyText } from "./plain-text.ts";
import { verifyWeb } from "./web.ts";

interface Rule {
  edition: EditionName;
  /** How the paths of the files end that it is about; all of them must be there. */
  files: string[];
  /**
   * `made` is everything that was made, for a rule that holds one edition against another; `documents` those that were
   * printed, as compiled.
   */
  check(publication: Publication, artifacts: Artifact[], made: Artifact[], documents: Documents): Promise<Problem[]>;
}

const file = (
  edition: EditionName,
  ending: string,
  check: (publication: Publication, artifact: Artifact, made: Artifact[], documents: Documents) => Promise<Problem[]>,
): Rule => ({
  edition,
  files: [ending],
  check: (publication, artifacts, made, documents) =>
    check(
      publication,
      artifacts.find(({ path }) => path.endsWith(ending))!,
      made,
      documents,
    ),
});

/**
 * What is held against the source, in this order: each rule opens the files of its edition and knows nothing of how
 * they were made.
 */
const rules: Rule[] = [
  {
    edition: "pamphlet",
    files: [".pdf"],
    check: (publication, artifacts) => verifyGlyphs(publication, artifacts, ["fonts"]),
  },
  {
    edition: "leaflets",
    files: [".pdf"],
    check: (publication, artifacts) => verifyGlyphs(publication, artifacts, ["fonts"]),
  },
  {
    edition: "large-print",
    files: [".pdf"],
    check: (publication, artifacts) => verifyGlyphs(publication, artifacts, ["fonts", "clear-fonts"]),
  },
  file("pamphlet", ".pdf", (publication, artifact, _, documents) =>
    verifyReadingCopy(publication, artifact, pamphletPage(publication.print.page), "pamphlet.html", documents),
  ),
  file("pamphlet", ".pdf", (publication, artifact) => verifyTags(artifact, publication.at("title"))),
  file("large-print", "-large-print.pdf", (publication, artifact, _, documents) =>
    verifyReadingCopy(publication, artifact, largePrint, "large-print.html", documents),
  ),
  file("large-print", "-large-print.pdf", (publication, artifact) => verifyTags(artifact, publication.at("title"))),
  file("booklet", "-short-edge.pdf", (publication, artifact, made) =>
    verifyBooklet(publication, artifact, "short-edge", made),
  ),
  file("booklet", "-long-edge.pdf", (publication, artifact, made) =>
    verifyBooklet(publication, artifact, "long-edge", made),
  ),
  { edition: "booklet", files: ["-fronts.pdf", "-backs.pdf"], check: frontsAndBacks },
  { edition: "press", files: ["-press.pdf"], check: verifyPress },
  {
    edition: "leaflets",
    files: ["-a4.pdf"],
    check: (publication, artifacts, _, documents) => verifyLeaflets(publication, artifacts, documents),
  },
  { edition: "epub", files: [".epub"], check: verifyEpub },
  { edition: "text", files: [".txt"], check: verifyText },
  { edition: "web", files: ["web/index.html", "web/pamphlet.html"], check: verifyWeb },
];

/** Holds everything that was made against the publication. `documents` gives those of the family print, compiled. */
export async function verify(
  publication: Publication,
  artifacts: Artifact[],
  documents: Documents = compiledOnce(publication),
): Promise<Problem[]> {
  const problems: Problem[] = [];
  // One after the other: all of it is work for the one thread, and pdf.js confuses documents that it reads side by
  // side.
  for (const { edition, files, check } of rules) {
    const made = artifacts.filter((artifact) => artifact.edition === edition);
    const missing = files.filter((ending) => !made.some(({ path }) => path.endsWith(ending)));
    if (made.length === 0) continue;
    problems.push(
      ...(missing.length > 0
        ? missing.map((ending) => gone(publication, edition, ending))
        : await check(publication, made, artifacts, documents)),
    );
  }
  return inOrder(
    mergeAlike(
      problems,
      artifacts.map(({ path }) => path),
    ),
  );
}

function gone(publication: Publication, edition: EditionName, ending: string): Problem {
  return about(publication, "file-changed", `Of the edition ${edition} the file ending in ${ending} is gone.`);
}

async function frontsAndBacks(publication: Publication, artifacts: Artifact[], made: Artifact[]): Promise<Problem[]> {
  const [fronts, backs] = ["-fronts.pdf", "-backs.pdf"].map((ending) =>
    artifacts.find(({ path }) => path.endsWith(ending))!,
  );
  return verifyFrontsAndBacks(publication, fronts!, backs!, made);
}
