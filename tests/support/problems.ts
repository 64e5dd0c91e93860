import { build, type BuildOptions } from "../../src/build.ts";
import { check } from "../../src/check/index.ts";
import { load } from "../../src/load/index.ts";
import { inOrder, problemText, type Problem } from "../../src/problem.ts";
import { PublicationProblems } from "../../src/errors.ts";

/** All problems of a publication's folder, as a build tells them. */
export async function problemsOf(folder: string): Promise<Problem[]> {
  const { draft, problems } = await load(folder);
  return inOrder([...problems, ...check(draft)]);
}

/** What stops a build, a line each; none where it comes to its end. */
export async function stops(options: BuildOptions): Promise<string[]> {
  try {
    await build(options);
    return [];
  } catch (error) {
    if (error instanceof PublicationProblems)
      return error.problems.map((problem) => problemText({ ...problem, hint: undefined }));
    throw error;
  }
}
