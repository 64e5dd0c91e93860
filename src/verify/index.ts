import { editionOf, pathsOf, type Artifact } from "../artifact.ts";
import { sortProblems, type Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { mergeProblems } from "./merge-problems.ts";
import { compileOnce, type Documents } from "./documents.ts";
import { makeFileProblem } from "./problems.ts";
import { verifyRules, type Rule } from "./rules.ts";

/**
 * Opens everything that was made and compares it with the publication. Returns the problems in reading order.
 * `documents` returns the compiled documents of the family print; a caller that has them already passes its own.
 */
export async function verify(
  publication: Publication,
  made: Artifact[],
  documents: Documents = compileOnce(publication),
): Promise<Problem[]> {
  const problems: Problem[] = [];
  // One rule after the other: pdf.js confuses documents that it reads at the same time, and there is only one thread.
  for (const rule of verifyRules) {
    const files = rule.kinds.flatMap((kind) => made.filter((file) => file.kind === kind));
    const missing = findMissingFiles(rule, publication, made);
    if (missing.length > 0) problems.push(...missing);
    else if (files.length > 0) problems.push(...(await rule.verify({ publication, files, made, documents })));
  }
  const paths = made.map(({ path }) => path);
  return sortProblems(mergeProblems(problems, paths));
}

// A build may leave out whole editions. Of an edition that was made, every file that a rule needs must be there, and so
// must the file with which the rule compares it.
function findMissingFiles(
  { kinds, optional = [], comparedWith }: Rule,
  publication: Publication,
  made: Artifact[],
): Problem[] {
  const slugs = publication.statements.map(({ slug }) => slug);
  const needed = kinds.filter(
    (kind) => !optional.includes(kind) && made.some((file) => editionOf(file.kind) === editionOf(kind)),
  );
  if (comparedWith && needed.length > 0) needed.push(comparedWith);
  return needed
    .flatMap((kind) => pathsOf(kind, publication, slugs))
    .filter(({ path }) => !made.some((file) => file.path === path))
    .map(({ path }) => makeFileProblem(publication, "file-changed", `${path} is missing.`));
}
