import { a4Landscape } from "../geometry.ts";
import { inOrder, type Problem } from "../problem.ts";
import type { Artifact, Publication } from "../publication.ts";
import { verifyEpub } from "./epub.ts";
import { verifyBooklet, verifyPamphlet } from "./pdf.ts";
import { verifyText } from "./text.ts";
import { verifyWeb } from "./web.ts";

type Rule = (publication: Publication, artifacts: Artifact[]) => Promise<Problem[]>;

const of = (ending: string, check: (publication: Publication, artifact: Artifact) => Promise<Problem[]>): Rule => async (publication, artifacts) => {
  const found = artifacts.filter(({ path }) => path.startsWith("print/") && path.endsWith(ending));
  return (await Promise.all(found.map((artifact) => check(publication, artifact)))).flat();
};

/** What is held against the source, in this order: each rule opens the files it is about and knows nothing of how they were made. */
const rules: Rule[] = [
  of("-a5.pdf", verifyPamphlet),
  of("-booklet-short-edge.pdf", (publication, artifact) => verifyBooklet(publication, artifact, a4Landscape, "short-edge")),
  of("-booklet-long-edge.pdf", (publication, artifact) => verifyBooklet(publication, artifact, a4Landscape, "long-edge")),
  verifyEpub,
  verifyText,
  verifyWeb,
];

/** Holds everything that was made against the publication. */
export async function verify(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const problems = await Promise.all(rules.map((rule) => rule(publication, artifacts)));
  return inOrder(problems.flat());
}
