import { editionOf, type Artifact } from "../artifact.ts";
import type { EditionName } from "../edition-names.ts";
import { sortProblems, type Problem } from "../problem.ts";
import { markHandled } from "../promises.ts";
import type { Publication } from "../publication.ts";
import { inStage } from "../stages.ts";
import { mergeProblems } from "./merge-problems.ts";
import { compileOnce, type Documents } from "./documents.ts";
import { editionsReadBy, planRule } from "./plan.ts";
import { makeFileProblem } from "./problems.ts";
import { stageOf, verifyRules, type Rule } from "./rules.ts";

/** Returns the files of an edition as soon as they are made; none if the edition is not made at all. */
type MadeEdition = (edition: EditionName) => Promise<Artifact[]>;

/** A problem, and the editions whose files have it. */
interface Fault {
  problem: Problem;
  editions: EditionName[];
}

/** A rule under way. */
interface StartedRule {
  /** The editions whose files it verifies. */
  editions: EditionName[];
  faults: Promise<Fault[]>;
}

/**
 * Opens everything that was made and compares it with the publication. Returns the problems in reading order.
 * `documents` returns the compiled documents of the family print; a caller that has them already passes its own.
 */
export async function verify(
  publication: Publication,
  made: Artifact[],
  documents: Documents = compileOnce(publication),
): Promise<Problem[]> {
  const madeBy: MadeEdition = async (edition) => made.filter(({ kind }) => editionOf(kind) === edition);
  const rules = startRules(publication, madeBy, documents);
  const faults = (await Promise.all(rules.map(({ faults }) => faults))).flat();
  const problems = faults.map(({ problem }) => problem);
  return arrangeProblems(problems, made);
}

/**
 * Starts to verify as verify() does, each file as soon as all is made that it is compared with. `run` runs the work of
 * each rule under a name of its own.
 */
export function startRules(
  publication: Publication,
  madeBy: MadeEdition,
  documents: Documents,
  run = inStage,
): StartedRule[] {
  const findFaults = async (rule: Rule, editions: EditionName[]): Promise<Fault[]> => {
    const made = await collect(editionsReadBy(rule), madeBy);
    const { files, missing } = planRule(rule, publication, made);
    const problems = missing.map((path) => makeFileProblem(publication, "file-changed", `${path} is missing.`));
    if (files.length > 0)
      problems.push(...(await run(stageOf(rule), () => rule.verify({ publication, files, made, documents }))));
    return problems.map((problem) => ({ problem, editions: findEditions(problem, files) ?? editions }));
  };
  return verifyRules.map((rule) => {
    const editions = [...new Set(rule.kinds.map(editionOf))];
    return { editions, faults: markHandled(findFaults(rule, editions)) };
  });
}

/** Returns problems with the files that were made as an editor reads them: sorted, and each cause once. */
export function arrangeProblems(problems: Problem[], made: Artifact[]): Problem[] {
  const paths = made.map(({ path }) => path);
  return sortProblems(mergeProblems(problems, paths));
}

// A rule may verify files of several editions; most problems name their file.
function findEditions({ message }: Problem, files: Artifact[]): EditionName[] | undefined {
  const named = files.filter(({ path }) => message.includes(path));
  return named.length > 0 ? named.map(({ kind }) => editionOf(kind)) : undefined;
}

async function collect(editions: readonly EditionName[], madeBy: MadeEdition): Promise<Artifact[]> {
  return (await Promise.all(editions.map(madeBy))).flat();
}
