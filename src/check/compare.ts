import path from "node:path";
import { didYouMean } from "../did-you-mean.ts";
import { PublicationProblems, UsageError } from "../errors.ts";
import { load } from "../load/index.ts";
import { sortProblems } from "../problem.ts";
import type { Statement } from "../publication.ts";
import { check } from "./index.ts";
import type { Transcript } from "./passage.ts";
import { compareWithSource, isTranscript, type SourceComparison } from "./verbatim.ts";

/** A statement, and its comparison with its source; none for an original, which has no source. */
export type ComparedStatement =
  { statement: Transcript; comparison: SourceComparison } | { statement: Statement; comparison?: undefined };

/**
 * Compares one statement of a publication with its source, whatever is wrong with the others. `name` is that of its
 * file, with or without `.md`, or the one that it has in addresses. Throws a UsageError if there is no such statement,
 * and PublicationProblems if it cannot be compared.
 */
export async function compareStatement(folder: string, name: string): Promise<ComparedStatement> {
  const { draft, problems } = await load(folder);
  const wanted = path.basename(name, ".md");
  const statement = draft.statements.find(({ slug, file }) => [slug, path.basename(file, ".md")].includes(wanted));
  if (statement && !isTranscript(statement)) return { statement };
  const comparison = statement && compareWithSource(statement);
  if (comparison && !Array.isArray(comparison)) return { statement, comparison };
  const file = statement?.file ?? `${wanted}.md`;
  const own = [...problems, ...check(draft)].filter(({ place }) => place.file === file);
  if (own.length > 0) throw new PublicationProblems(sortProblems(own));
  const names = draft.statements.map(({ file }) => path.basename(file, ".md"));
  const hint = didYouMean(wanted, names, names.length > 0 ? `The statements are ${names.join(", ")}.` : "");
  throw new UsageError(`There is no statement “${wanted}” in ${folder}. ${hint}`.trimEnd());
}
