import type { Place, Problem } from "../problem.ts";
import { didYouMean } from "../did-you-mean.ts";
import { slug as slugSchema } from "../schema-fields.ts";

// The names of the program's own pages, files and folders. A statement with one of these names would overwrite them.
const reserved = new Set([
  "index",
  "pamphlet",
  "preface",
  "contents",
  "cover",
  "imprint",
  "sources",
  "nav",
  "print",
  "404",
  "styles",
  "images",
  "downloads",
  "back-cover",
  "printer-test",
  "how-to-print",
  // paged.js keeps elements by their ids in JavaScript objects, all of which have a property of this name.
  "constructor",
]);

/** A file of a statement, with what its front matter says of other files. */
export interface Entry {
  slug: string;
  file: string;
  /** Where the leaflet is named, or the beginning of the file if none is named. */
  place: Place;
  /** The slug of the leaflet that it names. */
  leaflet?: string;
  /** The document that it names as its source. */
  source?: string;
  /** Whether the front matter could not be read, so that its leaflet is not known. */
  unread?: true;
}

/**
 * Compares the contents, and the leaflets that statements name, with the statements that exist. Returns a problem for
 * each name that is missing, used twice or taken by the program, and for each statement that is named nowhere.
 */
export function findContentsProblems(contents: { slug: string; place: Place }[], entries: Entry[]): Problem[] {
  return [
    ...findNameClashes(contents, entries),
    ...findMissing(contents, entries),
    ...findUnlisted(contents, entries),
    ...checkLeaflets(contents, entries),
  ];
}

function findNameClashes(contents: { slug: string; place: Place }[], entries: Entry[]): Problem[] {
  const repeated = contents.filter(({ slug }, index) => contents.findIndex((other) => other.slug === slug) < index);
  const taken = entries.filter(({ slug }) => reserved.has(slug));
  return [
    ...repeated.map(({ slug, place }): Problem => ({
      code: "slug-duplicate",
      place,
      message: `The contents list “${slug}” twice.`,
      hint: "Keep one of the two.",
    })),
    ...taken.map(({ slug, file }): Problem => ({
      code: "slug-duplicate",
      place: { file, line: 1, column: 1 },
      message: `The program itself uses the name “${slug}”.`,
      hint: "Give the file another name, and write that name in the contents too.",
    })),
  ];
}

function findMissing(contents: { slug: string; place: Place }[], entries: Entry[]): Problem[] {
  const present = entries.map(({ slug }) => slug);
  return contents
    .filter(({ slug }) => !present.includes(slug))
    .map(({ slug, place }) => ({
      code: "contents-missing",
      place,
      message: `The contents list “${slug}”, but there is no file ${slug}.md.`,
      hint: didYouMean(slug, present, `Add ${slug}.md, or delete this line.`),
    }));
}

function findUnlisted(contents: { slug: string }[], entries: Entry[]): Problem[] {
  // Any statement may be the leaflet of one whose front matter could not be read.
  if (entries.some(({ unread }) => unread)) return [];
  const known = new Set([...contents.map(({ slug }) => slug), ...entries.map(({ leaflet }) => leaflet)]);
  // A file whose name cannot be in the contents is a problem already, in texts.ts.
  return entries
    .filter(({ slug }) => !known.has(slug) && slugSchema.safeParse(slug).success)
    .map(({ slug, file }) => ({
      code: "contents-stranger",
      place: { file, line: 1, column: 1 },
      message: `The statement “${slug}” is not in the contents.`,
      hint: "Add it to the contents in publication.yaml, or name it as the leaflet of another statement.",
    }));
}

function checkLeaflets(contents: { slug: string }[], entries: Entry[]): Problem[] {
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
  return entries.flatMap((entry, index): Problem[] => {
    const { slug, leaflet, place } = entry;
    if (leaflet === undefined) return [];
    const problem = (message: string, hint: string): Problem[] => [{ code: "value-wrong", place, message, hint }];
    const target = bySlug.get(leaflet);
    if (leaflet === slug) {
      return problem(
        "A statement cannot be its own leaflet.",
        "Delete this line: a statement that names no leaflet becomes a leaflet itself.",
      );
    }
    if (!target) {
      const others = [...bySlug.keys()].filter((other) => other !== slug);
      return [
        {
          code: "contents-missing",
          place,
          message: `The leaflet is “${leaflet}”, but there is no file ${leaflet}.md.`,
          hint: didYouMean(leaflet, others, `Add ${leaflet}.md, or delete this line.`),
        },
      ];
    }
    if (target.leaflet !== undefined)
      return problem(
        `The leaflet “${leaflet}” names a leaflet itself.`,
        `Delete the line “leaflet:” in ${target.file}.`,
      );
    if (contents.some((listed) => listed.slug === leaflet))
      return problem(
        `The leaflet “${leaflet}” is in the contents too.`,
        "Delete this line, or take the leaflet out of the contents.",
      );
    const firstToName = entries.findIndex((other) => other.leaflet === leaflet);
    return firstToName < index
      ? problem(
          `“${leaflet}” is already the leaflet of “${entries[firstToName]!.slug}”.`,
          "Write another leaflet for this statement.",
        )
      : [];
  });
}
