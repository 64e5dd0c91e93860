import { editionOf, type Artifact } from "../artifact.ts";
import { editionNames, type EditionName } from "../edition-names.ts";
import { sortProblems, type Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { inStage } from "../stages.ts";
import { mergeProblems } from "./merge-problems.ts";
import { compileOnce, type Documents } from "./documents.ts";
import { editionsReadBy, planRule } from "./plan.ts";
import { makeFileProblem } from "./problems.ts";
import { stageOf, verifyRules, type Rule } from "./rules.ts";

/** Returns the files of an edition as soon as they are made; none if the edition is not made at all. */
export type MadeEdition = (edition: EditionName) => Promise<Artifact[]>;

/**
 * Opens everything that was made and compares it with the publication. Returns the problems in reading order.
 * `documents` returns the compiled documents of the family print; a caller that has them already passes its own.
 */
export function verify(
  publication: Publication,
  made: Artifact[],
  documents: Documents = compileOnce(publication),
): Promise<Problem[]> {
  const madeBy: MadeEdition = async (edition) => made.filter(({ kind }) => editionOf(kind) === edition);
  return verifyAsMade(publication, madeBy, documents);
}

/**
 * Verifies as verify() does, each file as soon as all is made that it is compared with. `run` runs the work of each rule
 * under a name of its own.
 */
export async function verifyAsMade(
  publication: Publication,
  madeBy: MadeEdition,
  documents: Documents,
  run = inStage,
): Promise<Problem[]> {
  const verifyRule = async (rule: Rule): Promise<Problem[]> => {
    const made = await collect(editionsReadBy(rule), madeBy);
    const { files, missing } = planRule(rule, publication, made);
    const problems = missing.map((path) => makeFileProblem(publication, "file-changed", `${path} is missing.`));
    if (files.length === 0) return problems;
    return [...problems, ...(await run(stageOf(rule), () => rule.verify({ publication, files, made, documents })))];
  };
  const problems = (await Promise.all(verifyRules.map(verifyRule))).flat();
  const paths = (await collect(editionNames, madeBy)).map(({ path }) => path);
  return sortProblems(mergeProblems(problems, paths));
}

async function collect(editions: readonly EditionName[], madeBy: MadeEdition): Promise<Artifact[]> {
  return (await Promise.all(editions.map(madeBy))).flat();
}
