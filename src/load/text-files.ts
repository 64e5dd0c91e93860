import { possiblePaths } from "../artifact.ts";
import type { NamingFacts } from "../artifact-kinds.ts";
import { endSlug, toSlug } from "../slug.ts";

// Which files of the folder are texts, in which order, and what they are called in addresses and file names.

/** The Markdown files of a folder. */
export interface TextFiles {
  preface?: string;
  back?: string;
  /** In the order of their names. */
  statements: string[];
  /** Those that are about the folder, not for readers of the publication: README.md. */
  leftOut: string[];
}

const markdown = /\.(?:md|markdown)$/i;

// Files that folders of a repository have. If the contents name one, it is a text.
const aboutFolder = /^(?:readme|licen[cs]e|copying|changelog|contributing|code[_-]of[_-]conduct|todo)$/i;

/** Returns whether a file is a Markdown file, by its name. */
export function isMarkdown(file: string): boolean {
  return markdown.test(file);
}

/** Finds the texts among the files of a folder. `contents` are the names that publication.yaml lists, if it does. */
export function findTextFiles(files: string[], contents: string[] = []): TextFiles {
  const texts = files.filter(isMarkdown).sort(compareNames);
  const findNamed = (name: string) => texts.find((file) => readName(file).words.toLowerCase() === name);
  const preface = findNamed("preface");
  const back = findNamed("back");
  const isLeftOut = (file: string) =>
    aboutFolder.test(stemOf(file)) && !contents.some((name) => isNameOf(name, { file, slug: "" }));
  return {
    ...(preface !== undefined && { preface }),
    ...(back !== undefined && { back }),
    statements: texts.filter((file) => file !== preface && file !== back && !isLeftOut(file)),
    leftOut: texts.filter(isLeftOut),
  };
}

/** Returns whether an editor may mean a text by a name: its slug, or the name of its file, with its ending or without. */
export function isNameOf(name: string, { slug, file }: { slug: string; file: string }): boolean {
  const wanted = name.normalize("NFC").toLowerCase();
  return [slug, file, stemOf(file)].some((own) => own.normalize("NFC").toLowerCase() === wanted);
}

// Returns the name of a file without its ending.
function stemOf(file: string): string {
  return file.replace(markdown, "");
}

// In the order that people expect of numbers: 2 before 10.
const collator = new Intl.Collator("en", { numeric: true });

function compareNames(one: string, other: string): number {
  return collator.compare(stemOf(one), stemOf(other)) || (one < other ? -1 : 1);
}

// The names of the program's own pages, files and folders; a statement with one of these would overwrite them. The
// last are no names of files on Windows.
const reserved = new RegExp(
  "^(?:index|pamphlet|preface|back|contents|cover|imprint|sources|nav|print|404|styles|images|downloads|back-cover|" +
    // paged.js keeps elements by their ids in JavaScript objects, all of which have a property of this name.
    "printer-test|how-to-print|constructor|con|prn|aux|nul|com\\d|lpt\\d)$",
);

/**
 * Returns the slug of each statement, by its file. It is made from the file's name, without a number for the order at its
 * beginning. No two are the same, and none gives a file of the statement the name that another file has, where capital
 * and small letters count as the same, as they do on Windows and macOS.
 */
export async function nameStatements(files: string[], publication: NamingFacts): Promise<Map<string, string>> {
  const names = await Promise.all(
    files.map(async (file) => {
      const { number, words } = readName(file);
      return { file, number, slug: await toSlug(words) };
    }),
  );
  const takenPaths = new Set(possiblePaths(publication, []).map(({ path }) => path.toLowerCase()));
  const slugs = new Map<string, string>();
  // A file whose name is a slug keeps it, whatever the others are called.
  const isSlug = ({ file, slug }: { file: string; slug: string }) => stemOf(file) === endSlug(slug);
  for (const { file, number, slug } of [...names.filter(isSlug), ...names.filter((name) => !isSlug(name))]) {
    const isShared = slug === "text" || names.some((other) => other.file !== file && other.slug === slug);
    for (const ending of endings(isShared ? number : undefined)) {
      const candidate = endSlug(slug, ending);
      const paths = possiblePaths(publication, [candidate])
        .filter(({ statement }) => statement !== undefined)
        .map(({ path }) => path.toLowerCase());
      if (reserved.test(candidate) || paths.some((path) => takenPaths.has(path))) continue;
      for (const path of paths) takenPaths.add(path);
      slugs.set(file, candidate);
      break;
    }
  }
  return slugs;
}

// Yields the endings of a slug until one is free.
function* endings(number: string | undefined): Generator<string> {
  if (number !== undefined) yield `-${number}`;
  else yield "";
  yield "-text";
  for (let count = 2; ; count++) yield `-${count}`;
}

// Splits the name of a file into the number that gives its order, `01` or `2.`, and the words.
function readName(file: string): { number?: string; words: string } {
  const stem = stemOf(file).normalize("NFC");
  const [all = "", digits] = /^\s*(\d+)(?:[\s._)-]+|$)/.exec(stem) ?? [];
  return { ...(digits !== undefined && { number: String(Number(digits)) }), words: stem.slice(all.length) };
}
