import { build, type BuildOptions } from "../../src/build.ts";
import { check } from "../../src/check/index.ts";
import { load } from "../../src/load/index.ts";
import { sortProblems, formatProblem, type Problem } from "../../src/problem.ts";
import { PublicationProblems } from "../../src/errors.ts";

/** Returns all problems with a publication's folder, in the order in which a build reports them. */
export async function problemsOf(folder: string): Promise<Problem[]> {
  const { draft, problems } = await load(folder);
  return sortProblems([...problems, ...check(draft)]);
}

/** Builds, and returns the problems that stopped the build, one line each; an empty list if it succeeded. */
export async function findBuildProblems(options: BuildOptions): Promise<string[]> {
  try {
    await build(options);
    return [];
  } catch (error) {
    if (error instanceof PublicationProblems)
      return error.problems.map((problem) => formatProblem({ ...problem, hint: undefined }));
    throw error;
  }
}
