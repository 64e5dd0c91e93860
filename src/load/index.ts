import path from "node:path";
import type { NamingFacts } from "../artifact-kinds.ts";
import { listCoverImages } from "../cover.ts";
import { pageFormats } from "../geometry.ts";
import { directionOf } from "../language.ts";
import type { Place, Problem } from "../problem.ts";
import { imprintOf, type Draft, type Prose, type Publication } from "../publication.ts";
import { publicationSchema } from "../schemas.ts";
import { usualEditions } from "../edition-names.ts";
import {
  findContentsProblems,
  listContents,
  listParts,
  readContents,
  resolveLeaflets,
  type Entry,
} from "./contents.ts";
import { readFaces } from "./faces.ts";
import { listFiles, readText } from "./folder.ts";
import { findExcess } from "./limits.ts";
import { findPaperProblems } from "./papers.ts";
import { readImages } from "./images.ts";
import { readMarkdown } from "./markdown-file.ts";
import { composePublication } from "./publication.ts";
import { findStrayFiles } from "./strays.ts";
import { tellKeys, textAt } from "./tell.ts";
import { findTextFiles, nameStatements } from "./text-files.ts";
import { readPreface, readStatement, type TextFile } from "./texts.ts";
import { validate } from "./validate.ts";
import { readYaml, type Yaml } from "./yaml.ts";

/** A publication as far as it could be read. */
export interface LoadResult {
  /** Undefined if there are problems. */
  publication?: Publication;
  /** Whatever could be read, for check/. */
  draft: Draft;
  problems: Problem[];
}

const publicationFile = "publication.yaml";

/**
 * Reads a publication's folder; nothing else does. In the places of problems, files are named from that folder. Throws
 * a MachineError if a folder cannot be read.
 */
export async function load(folder: string): Promise<LoadResult> {
  const root = path.resolve(folder);
  const files = await listFiles(root);
  if (!files) return { draft: { texts: [], statements: [], images: [] }, problems: [noFolderProblem(root)] };

  const yaml = await readPublicationFile(root, files);
  const { value, problems: invalid } = yaml.problem ? { problems: [yaml.problem] } : validate(publicationSchema, yaml);
  const [{ preface, back, statements, leftOut, told }, { images, found, problems: imageProblems }] = await Promise.all([
    readTexts(root, files, yaml),
    readImages(root),
  ]);
  const { language } = told.keys;
  const texts = [preface ?? [], statements, back ?? []].flat();
  const strays = await findStrays(root, statements);
  const imprint = readImprint(yaml, language);
  const draft: Draft = {
    // What is complete is one object here and in `statements`, so that it is parsed once.
    texts: [
      ...texts.flatMap(({ prose, statement, preface }) => {
        const text = statement ?? preface;
        return text ? [text, text.about ?? []].flat() : (prose ?? []);
      }),
      ...(imprint.prose ? [imprint.prose] : []),
    ],
    statements: statements.flatMap(({ statement }) => statement ?? []),
    images: found,
    ...(value && { cover: { page: value.print.page, images: listCoverImages(value.cover, yaml.at) } }),
  };
  const { faces, problems: fontProblems } = await readFaces(root, draft, {
    value: { ...(yaml.value as object | undefined), title: told.keys.title },
    ownTexts: [preface?.preface ?? [], back?.preface ?? []].flat(),
    fonts: value?.fonts,
    editions: value?.editions ?? usualEditions(value?.print.inks ?? {}),
    at: yaml.at,
  });
  const problems = [
    ...invalid,
    ...texts.flatMap((text) => text.problems),
    ...imprint.problems,
    ...imageProblems,
    ...strays,
    ...checkContents(yaml, statements),
    ...fontProblems,
    ...(value ? findPaperProblems(value.print, yaml.at) : []),
  ];
  if (!value || problems.length > 0) return { draft, problems };
  return {
    publication: composePublication({
      value: { ...value, ...told.keys },
      contents: listContents(readContents(yaml), entriesOf(statements)),
      parts: listParts(readContents(yaml), entriesOf(statements)),
      at: yaml.at,
      preface,
      back,
      texts: statements,
      images,
      faces,
      assumed: [...told.assumed, ...texts.flatMap(({ assumed }) => assumed ?? [])],
      leftOut,
    }),
    draft,
    problems,
  };
}

// The keys of a publication that its editor leaves out are taken from a file with none, which need not be there.
async function readPublicationFile(root: string, files: string[]): Promise<Yaml> {
  const place: Place = { file: publicationFile, line: 1, column: 1 };
  const absent: Yaml = { value: {}, at: () => place, atKey: () => place };
  if (!files.includes(publicationFile)) return absent;
  const text = await readText(root, publicationFile, place);
  return typeof text === "string" ? readYaml(text, publicationFile) : { ...absent, value: undefined, problem: text };
}

// The language of a text and its slug depend on those of the others. So all files are read first.
async function readTexts(root: string, files: string[], yaml: Yaml) {
  const contents = readContents(yaml)?.map(({ name }) => name);
  const names = findTextFiles(files, contents);
  const [preface, back, ...statements] = await Promise.all(
    [names.preface, names.back, ...names.statements].map((file) =>
      file === undefined ? file : readMarkdown(root, file),
    ),
  );
  const read = statements.map((file) => file!);
  const told = await tellKeys({ root, file: publicationFile, value: yaml.value, preface, statements: read });
  const usual = { language: told.keys.language, isTold: textAt(yaml.value, "language") === undefined };
  const slugs = await nameStatements(names.statements, { slug: told.keys.slug, print: { page: pageIn(yaml) } });
  return {
    told,
    leftOut: names.leftOut,
    preface: preface && (await readPreface(preface, "preface", usual, told.prefaceGivesTitle)),
    back: back && (await readPreface(back, "back", usual)),
    statements: resolveLeaflets(
      await Promise.all(read.map((file) => readStatement(root, file, slugs.get(file.file)!, usual))),
    ),
  };
}

// If the front matter of a statement cannot be read, its source is not known, and might be any file.
async function findStrays(root: string, texts: TextFile[]): Promise<Problem[]> {
  if (texts.some(({ entry }) => entry.unread)) return [];
  return findStrayFiles(
    root,
    texts.flatMap(({ entry }) => entry.source ?? []),
  );
}

function readImprint({ value, at }: Yaml, language: string): { prose?: Prose; problems: Problem[] } {
  const prose = imprintOf({ imprint: textAt(value, "imprint"), language, dir: directionOf(language), at });
  if (!prose) return { problems: [] };
  const excess = findExcess(prose);
  return excess ? { problems: [excess] } : { prose, problems: [] };
}

// Checks the contents even if another key of publication.yaml is invalid, so that all problems are reported at once.
function checkContents(yaml: Yaml, texts: TextFile[]): Problem[] {
  if (texts.length === 0) return [noTextProblem()];
  return findContentsProblems(readContents(yaml), entriesOf(texts));
}

function entriesOf(texts: TextFile[]): Entry[] {
  return texts.map(({ entry }) => entry);
}

// Returns the size of a page, on which the names of files depend, with the default for one that is invalid.
function pageIn({ value }: Yaml): NamingFacts["print"]["page"] {
  const page = textAt((value as { print?: unknown } | undefined)?.print, "page");
  return pageFormats.find((format) => format === page) ?? "A5";
}

function noTextProblem(): Problem {
  return {
    code: "file-missing",
    place: { file: publicationFile, line: 1, column: 1 },
    message: "There is no text in this folder.",
    hint: "Put a Markdown file into it for each text, for example 1-hands-off.md.",
  };
}

function noFolderProblem(root: string): Problem {
  return {
    code: "file-missing",
    place: { file: publicationFile, line: 1, column: 1 },
    message: `There is no folder ${root}.`,
    hint: "Name the folder that has the texts in it.",
  };
}
