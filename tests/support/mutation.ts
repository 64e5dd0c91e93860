import type { Documents } from "../../src/verify/documents.ts";
import { verify } from "../../src/verify/index.ts";
import type { Publication } from "../../src/publication.ts";
import type { Artifact } from "../../src/artifact.ts";

/** A file of a build, changed in one place. */
export interface Mutant {
  /** What was done, in a few words: results are counted by it. */
  kind: string;
  /** Where, and what became of what. */
  what: string;
  /** The files of the edition, the changed one among them. */
  artifacts: Artifact[];
}

/** What mutants are held against: the publication, and its documents for print, compiled once for all. */
export interface Held {
  publication: Publication;
  documents: Documents;
}

/** How many mutants were tried of a kind, and those that nothing was said of. */
export interface Tally {
  tried: Map<string, number>;
  missed: Mutant[];
}

/**
 * Makes and tries as many mutants as are wanted, in turn of every kind. `make` returns none where it meets nothing to
 * change in this way.
 */
export async function tried(
  { publication, documents }: Held,
  kinds: string[],
  wanted: number,
  make: (kind: string) => Promise<Mutant | undefined> | Mutant | undefined,
): Promise<Tally> {
  const tally: Tally = { tried: new Map(), missed: [] };
  const possible = [...kinds];
  for (let count = 0; count < wanted && possible.length > 0; count++) {
    const kind = possible[count % possible.length]!;
    const mutant = await first(100, () => make(kind));
    if (!mutant) {
      possible.splice(possible.indexOf(kind), 1);
      continue;
    }
    tally.tried.set(kind, (tally.tried.get(kind) ?? 0) + 1);
    if ((await verify(publication, mutant.artifacts, documents)).length === 0) tally.missed.push(mutant);
  }
  return tally;
}

/**
 * Prints a tally: how many were tried and missed in all, then by kind, then those that were missed. Returns the missed.
 */
export function told(name: string, { tried, missed }: Tally): string[] {
  const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...tried].map(
    ([kind, count]) => `    ${kind}: ${count} tried, ${missed.filter((mutant) => mutant.kind === kind).length} missed`,
  );
  const names = missed.map(({ kind, what }) => `${kind}: ${what}`);
  process.stdout.write(
    `${[`${name}: ${all} tried, ${missed.length} missed`, ...kinds, ...names.map((name) => `    missed: ${name}`)].join("\n")}\n`,
  );
  return names;
}

async function first<Value>(
  attempts: number,
  make: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const value = await make();
    if (value !== undefined) return value;
  }
  return undefined;
}
