import type { ContentsPart, Prose, Publication, Statement } from "./publication.ts";

// The parts of the contents, under which statements stand.

/** Returns the statements as the contents group them: those of each part, with its name, and those between two parts. */
export function groupStatements({
  statements,
  parts,
}: Pick<Publication, "statements" | "parts">): { name?: string; statements: Statement[] }[] {
  const groups: { part?: ContentsPart | undefined; statements: Statement[] }[] = [];
  for (const statement of statements) {
    const part = partOf(statement, { parts });
    const last = groups.at(-1);
    if (last && last.part === part) last.statements.push(statement);
    else groups.push({ part, statements: [statement] });
  }
  return groups.map(({ part, statements }) => ({ name: part?.name, statements }));
}

/** Returns the part of the contents in which a statement is, if it is in one. */
export function partOf({ slug }: Pick<Prose, "slug">, { parts }: Pick<Publication, "parts">): ContentsPart | undefined {
  return parts.find(({ slugs }) => slugs.includes(slug));
}
