import { PublicationProblems } from "../errors.ts";
import { load } from "../load/index.ts";
import { sortProblems } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { check } from "./index.ts";

/**
 * Loads the publication of a folder and checks it. Throws PublicationProblems, or a MachineError if it cannot be read.
 */
export async function loadAndCheck(folder: string): Promise<Publication> {
  const { publication, draft, problems } = await load(folder);
  const all = sortProblems([...problems, ...check(draft)]);
  if (!publication || all.length > 0) throw new PublicationProblems(all);
  return publication;
}
