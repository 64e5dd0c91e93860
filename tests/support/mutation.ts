import type { Documents } from "../../src/verify/documents.ts";
import { verify } from "../../src/verify/index.ts";
import type { Publication } from "../../src/publication.ts";
import type { Artifact } from "../../src/artifact.ts";

/** The files of an edition, one of them changed in one place. */
export interface Mutant {
  /** The kind of change, by which results are counted. */
  kind: string;
  /** The place, and the words before and after. */
  what: string;
  /** All files of the edition. */
  artifacts: Artifact[];
}

/** What verify compares mutants with: the publication, and its documents for print, compiled once for all mutants. */
export interface Subject {
  publication: Publication;
  documents: Documents;
}

/** How many mutants of each kind were tried, and those that verify did not find. */
export interface Tally {
  tried: Map<string, number>;
  missed: Mutant[];
}

/**
 * Makes and verifies as many mutants as are wanted, of each kind in turn. `make` returns undefined if it finds nothing
 * to change in this way; a kind for which it returns undefined 100 times in a row is left out.
 */
export async function tryMutants(
  { publication, documents }: Subject,
  kinds: string[],
  wanted: number,
  make: (kind: string) => Promise<Mutant | undefined> | Mutant | undefined,
): Promise<Tally> {
  const tally: Tally = { tried: new Map(), missed: [] };
  const possible = [...kinds];
  for (let count = 0; count < wanted && possible.length > 0; count++) {
    const kind = possible[count % possible.length]!;
    const mutant = await firstValue(attempts, () => make(kind));
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
 * Prints the numbers of tried and missed mutants, in all and by kind, and each missed mutant. Returns the missed ones,
 * described.
 */
export function printTally(name: string, { tried, missed }: Tally): string[] {
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

/** How often to look for something to change in one way; chosen by eye, so that rare places are found. */
const attempts = 100;

async function firstValue<Value>(
  limit: number,
  make: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value | undefined> {
  for (let attempt = 0; attempt < limit; attempt++) {
    const value = await make();
    if (value !== undefined) return value;
  }
  return undefined;
}
