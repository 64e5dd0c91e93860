import { possiblePaths, type NamingFacts } from "../artifact.ts";
import type { Problem } from "../problem.ts";
import type { Entry } from "./contents.ts";

/**
 * Returns a problem for each statement one of whose files would get the same path as another file that the editions
 * make. In a publication `peace`, for example, the leaflet of a statement `peace-a5` would get the path of the pamphlet
 * among the downloads. Capital and small letters count as the same, as they do on Windows and macOS.
 */
export function findFileNameClashes(publication: NamingFacts, statements: Entry[]): Problem[] {
  const slugs = statements.map(({ slug }) => slug);
  // The statement that each path belongs to; undefined if it belongs to the whole publication.
  const owners = new Map<string, string | undefined>();
  const problems = new Map<string, Problem>();
  for (const { path, statement } of possiblePaths(publication, slugs)) {
    const key = path.toLowerCase();
    if (!owners.has(key)) {
      owners.set(key, statement);
      continue;
    }
    const owner = owners.get(key);
    if (owner === statement) continue;
    // Of the two owners, at most one is the whole publication. The other is a statement, which can be renamed.
    const [renamed, other] = statement === undefined ? [owner!, statement] : [statement, owner];
    if (!problems.has(renamed)) problems.set(renamed, samePathProblem(statements, renamed, other, path));
  }
  return [...problems.values()];
}

function samePathProblem(statements: Entry[], slug: string, other: string | undefined, path: string): Problem {
  return {
    code: "slug-duplicate",
    place: { file: statements.find((statement) => statement.slug === slug)!.file, line: 1, column: 1 },
    message:
      `A file of “${slug}” would get the same name as one of ` +
      `${other === undefined ? "the whole publication" : `“${other}”`}: ${path}.`,
    hint: "Give the statement's file another name, and change it in the contents too.",
  };
}
