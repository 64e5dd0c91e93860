import type { Artifact } from "../artifact.ts";
import { sortProblems, type Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { mergeProblems } from "./merge-problems.ts";
import { compileOnce, type Documents } from "./documents.ts";
import { planVerification } from "./plan.ts";
import { makeFileProblem } from "./problems.ts";

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
  for (const { rule, files, missing } of planVerification(publication, made)) {
    problems.push(...missing.map((path) => makeFileProblem(publication, "file-changed", `${path} is missing.`)));
    if (files.length > 0) problems.push(...(await rule.verify({ publication, files, made, documents })));
  }
  const paths = made.map(({ path }) => path);
  return sortProblems(mergeProblems(problems, paths));
}
