import type { Place, Problem } from "../problem.ts";
import { didYouMean } from "../did-you-mean.ts";

// Names that our own pages and folders have; a statement cannot take them.
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
]);

/** A statement that is present, and the leaflet that it names. */
export interface Entry {
  slug: string;
  file: string;
  /** Where the leaflet is named, or else the file begins. */
  place: Place;
  leaflet?: string;
  /** The document that it names as its source. */
  source?: string;
  /** Its front matter could not be read, so that nobody knows its leaflet. */
  unread?: true;
}

/** The contents and the leaflets as they are named, against the statements that are there. */
export function contentsProblems(contents: { slug: string; place: Place }[], entries: Entry[]): Problem[] {
  return [
    ...names(contents, entries),
    ...absent(contents, entries),
    ...strangers(contents, entries),
    ...leaflets(contents, entries),
  ];
}

function names(contents: { slug: string; place: Place }[], entries: Entry[]): Problem[] {
  const twice = contents.filter(({ slug }, index) => contents.findIndex((other) => other.slug === slug) < index);
  const taken = entries.filter(({ slug }) => reserved.has(slug));
  return [
    ...twice.map(({ slug, place }): Problem => ({
      code: "slug-duplicate",
      place,
      message: `"${slug}" stands in the contents twice`,
      hint: "Keep one of the two.",
    })),
    ...taken.map(({ slug, file }): Problem => ({
      code: "slug-duplicate",
      place: { file, line: 1, column: 1 },
      message: `a page or a file of every edition is called "${slug}"`,
      hint: "Give the file another name, and the contents too.",
    })),
  ];
}

function absent(contents: { slug: string; place: Place }[], entries: Entry[]): Problem[] {
  const present = entries.map(({ slug }) => slug);
  return contents
    .filter(({ slug }) => !present.includes(slug))
    .map(({ slug, place }) => ({
      code: "contents-missing",
      place,
      message: `the contents list "${slug}", and there is no ${slug}.md`,
      hint: didYouMean(slug, present, `Add ${slug}.md, or take the line out.`),
    }));
}

function strangers(contents: { slug: string }[], entries: Entry[]): Problem[] {
  if (entries.some(({ unread }) => unread)) return [];
  const known = new Set([...contents.map(({ slug }) => slug), ...entries.map(({ leaflet }) => leaflet)]);
  return entries
    .filter(({ slug }) => !known.has(slug))
    .map(({ slug, file }) => ({
      code: "contents-stranger",
      place: { file, line: 1, column: 1 },
      message: `"${slug}" is not in the contents`,
      hint: "Add it to the contents in publication.yaml, or name it as the leaflet of a statement.",
    }));
}

function leaflets(contents: { slug: string }[], entries: Entry[]): Problem[] {
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
  return entries.flatMap((entry, index): Problem[] => {
    const { slug, leaflet, place } = entry;
    if (leaflet === undefined) return [];
    const wrong = (message: string, hint: string): Problem[] => [{ code: "value-wrong", place, message, hint }];
    const named = bySlug.get(leaflet);
    if (leaflet === slug)
      return wrong(
        "a statement cannot be its own leaflet",
        "Take the line out: a text without a leaflet is printed as one itself.",
      );
    if (!named) {
      const hint = didYouMean(
        leaflet,
        [...bySlug.keys()].filter((other) => other !== slug),
        `Add ${leaflet}.md, or take the line out.`,
      );
      return [
        {
          code: "contents-missing",
          place,
          message: `the leaflet is to be "${leaflet}", and there is no ${leaflet}.md`,
          hint,
        },
      ];
    }
    if (named.leaflet !== undefined)
      return wrong(`"${leaflet}" is a leaflet and names a leaflet itself`, `Take the leaflet out of ${named.file}.`);
    if (contents.some((listed) => listed.slug === leaflet)) {
      return wrong(`"${leaflet}" is a leaflet and stands in the contents too`, "Take it out of one of the two.");
    }
    const first = entries.findIndex((other) => other.leaflet === leaflet);
    return first < index
      ? wrong(`"${leaflet}" is already the leaflet of "${entries[first]!.slug}"`, "Make a leaflet of its own.")
      : [];
  });
}
