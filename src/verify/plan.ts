import { editionOf, pathsOf, type Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import type { EditionName } from "../edition-names.ts";
import { kindsOf, listOffprints } from "../offprints.ts";
import type { Publication } from "../publication.ts";
import { verifyRules, type Rule } from "./rules.ts";

/** What a rule can verify of the files that were made. */
export interface PlannedRule {
  rule: Rule;
  /** The files that it opens, in the order of its `kinds`; none if a file that it needs is missing. */
  files: Artifact[];
  /** The paths of the files that it needs and that are missing. */
  missing: string[];
}

/** Decides for each rule which of the files that were made it verifies. */
export function planVerification(publication: Publication, made: Artifact[]): PlannedRule[] {
  return verifyRules.map((rule) => planRule(rule, publication, made));
}

/**
 * Decides which of the files that were made a rule verifies. `made` has at least all files of the kinds that it reads.
 */
export function planRule(rule: Rule, publication: Publication, made: Artifact[]): PlannedRule {
  const missing = findMissingFiles(rule, publication, made);
  const files = rule.kinds.flatMap((kind) => made.filter((file) => file.kind === kind));
  return { rule, files: missing.length > 0 ? [] : files, missing };
}

/** Returns the rules that open files of some of these editions, of which the publication asks for some. */
export function rulesOf(editions: EditionName[], publication: Publication): Rule[] {
  return verifyRules.filter(
    ({ kinds, isAsked = () => true }) =>
      kinds.some((kind) => editions.includes(editionOf(kind))) && isAsked(publication),
  );
}

/** Returns the editions of which a rule reads files. */
export function editionsReadBy({ kinds, comparedWith, reads = [] }: Rule): EditionName[] {
  return [...new Set([...kinds, ...reads, ...(comparedWith ? [comparedWith] : [])].map(editionOf))];
}

// A build may leave out whole editions. Of an edition that was made, every file that a rule needs must be there, and so
// must the file with which the rule compares it.
function findMissingFiles(
  { kinds, optional = [], comparedWith }: Rule,
  publication: Publication,
  made: Artifact[],
): string[] {
  const needed = kinds.filter(
    (kind) => !optional.includes(kind) && made.some((file) => editionOf(file.kind) === editionOf(kind)),
  );
  if (comparedWith && needed.length > 0) needed.push(comparedWith);
  return needed
    .flatMap((kind) => pathsOf(kind, publication, namesOf(kind, publication)))
    .map(({ path }) => path)
    .filter((path) => !made.some((file) => file.path === path));
}

function namesOf(kind: ArtifactKind, publication: Publication): string[] {
  return editionOf(kind) === "leaflets"
    ? listOffprints(publication).flatMap((one) => (kindsOf(one, publication).includes(kind) ? one.name : []))
    : publication.statements.map(({ slug }) => slug);
}
