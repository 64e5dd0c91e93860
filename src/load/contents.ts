import type { Place, Problem } from "../problem.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { ContentsPart } from "../publication.ts";
import { isNameOf } from "./text-files.ts";
import type { Yaml } from "./yaml.ts";

/** A file of a statement, with what its front matter says of other files. */
export interface Entry {
  slug: string;
  file: string;
  /** Where the leaflet is named, or the beginning of the file if none is named. */
  place: Place;
  /** The slug of the leaflet that it names; if there is no such text, what is written. */
  leaflet?: string;
  /** The document that it names as its source. */
  source?: string;
  /** Whether the front matter could not be read, so that its leaflet is not known. */
  unread?: true;
}

/** A text that the contents list, by the name that they give it. */
export interface Listed {
  name: string;
  place: Place;
  /** The part that it is in; two parts may have one name. */
  part?: { name: string };
}

/** Returns the names that the contents list, valid or not; undefined if there are no contents. */
export function readContents({ value, at }: Yaml): Listed[] | undefined {
  const contents = (value as { contents?: unknown } | undefined)?.contents;
  if (!Array.isArray(contents)) return undefined;
  const list = (name: unknown, path: (string | number)[], part?: Listed["part"]): Listed[] =>
    typeof name === "string" && name !== "" ? [{ name, place: at("contents", ...path), part }] : [];
  return contents.flatMap((entry: unknown, index) => {
    const { part, texts } = (entry ?? {}) as { part?: unknown; texts?: unknown };
    if (!Array.isArray(texts)) return list(entry, [index]);
    const group = { name: String(part) };
    return texts.flatMap((name: unknown, place) => list(name, [index, "texts", place], group));
  });
}

/** Returns the parts of the contents, with the slugs of their statements. */
export function listParts(contents: Listed[] = [], entries: Entry[]): ContentsPart[] {
  const parts = [...new Set(contents.flatMap(({ part }) => part ?? []))];
  return parts.map((part) => ({
    name: part.name,
    slugs: listContents(
      contents.filter((listed) => listed.part === part),
      entries,
    ),
  }));
}

/** Gives each text the slug of the leaflet that it names, by its slug or its file name. */
export function resolveLeaflets<Text extends { entry: Entry }>(texts: Text[]): Text[] {
  return texts.map((text) => {
    const { leaflet } = text.entry;
    const found = leaflet === undefined ? undefined : texts.find(({ entry }) => isNameOf(leaflet, entry));
    return found ? { ...text, entry: { ...text.entry, leaflet: found.entry.slug } } : text;
  });
}

/**
 * Returns the slugs of the statements in the order of the contents; without contents, in the order of their files. The
 * leaflet of another statement is then not among them.
 */
export function listContents(contents: Listed[] | undefined, entries: Entry[]): string[] {
  if (contents) return contents.flatMap(({ name }) => entries.find((entry) => isNameOf(name, entry))?.slug ?? []);
  const leaflets = new Set(entries.map(({ leaflet }) => leaflet));
  return entries.map(({ slug }) => slug).filter((slug) => !leaflets.has(slug));
}

/**
 * Compares the contents, and the leaflets that statements name, with the statements that exist. Returns a problem for
 * each name that is missing or used twice, and for each statement that is named nowhere.
 */
export function findContentsProblems(contents: Listed[] | undefined, entries: Entry[]): Problem[] {
  const listed = listContents(contents, entries);
  return [
    ...(contents ? [...findRepeated(contents, entries), ...findMissing(contents, entries)] : []),
    ...findUnlisted(listed, entries),
    ...checkLeaflets(listed, entries),
  ];
}

function findRepeated(contents: Listed[], entries: Entry[]): Problem[] {
  const found = contents.map(({ name }) => entries.find((entry) => isNameOf(name, entry)));
  return contents
    .filter((_, index) => found[index] && found.indexOf(found[index]) < index)
    .map(({ name, place }) => ({
      code: "slug-duplicate",
      place,
      message: `The contents list “${name}” twice.`,
      hint: "Keep one of the two.",
    }));
}

function findMissing(contents: Listed[], entries: Entry[]): Problem[] {
  return contents
    .filter(({ name }) => !entries.some((entry) => isNameOf(name, entry)))
    .map(({ name, place }) => ({
      code: "contents-missing",
      place,
      message: `The contents list “${name}”, but no text has that name.`,
      hint: didYouMean(
        name,
        entries.flatMap(({ slug, file }) => [slug, file]),
        `Add ${withEnding(name)}, or delete this line.`,
      ),
    }));
}

function withEnding(name: string): string {
  return name.endsWith(".md") ? name : `${name}.md`;
}

function findUnlisted(contents: string[], entries: Entry[]): Problem[] {
  // Any statement may be the leaflet of one whose front matter could not be read.
  if (entries.some(({ unread }) => unread)) return [];
  const known = new Set([...contents, ...entries.map(({ leaflet }) => leaflet)]);
  return entries
    .filter(({ slug }) => !known.has(slug))
    .map(({ slug, file }) => ({
      code: "contents-stranger",
      place: { file, line: 1, column: 1 },
      message: `The statement “${slug}” is not in the contents.`,
      hint: "Add it to the contents in publication.yaml, or name it as the leaflet of another statement.",
    }));
}

function checkLeaflets(contents: string[], entries: Entry[]): Problem[] {
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
          message: `The leaflet is “${leaflet}”, but no text has that name.`,
          hint: didYouMean(leaflet, others, `Add ${withEnding(leaflet)}, or delete this line.`),
        },
      ];
    }
    if (target.leaflet !== undefined)
      return problem(
        `The leaflet “${leaflet}” names a leaflet itself.`,
        `Delete the line “leaflet:” in ${target.file}.`,
      );
    if (contents.includes(leaflet))
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
