import { check } from "../../src/check/index.ts";
import { load } from "../../src/load.ts";
import { inOrder, type Problem } from "../../src/problem.ts";

/** All problems of a publication's folder, as a build tells them. */
export async function problemsOf(folder: string): Promise<Problem[]> {
  const { draft, problems } = await load(folder);
  return inOrder([...problems, ...check(draft)]);
}
