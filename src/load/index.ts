import path from "node:path";
import type { NamingFacts } from "../artifact.ts";
import { didYouMean } from "../did-you-mean.ts";
import { pageFormats } from "../geometry.ts";
import { directionOf } from "../language.ts";
import type { Place, Problem } from "../problem.ts";
import { imprintOf, type Draft, type Prose, type Publication } from "../publication.ts";
import { slug } from "../schema-fields.ts";
import { publicationSchema } from "../schemas.ts";
import { editionNames } from "../edition-names.ts";
import { findContentsProblems } from "./contents.ts";
import { readFaces } from "./faces.ts";
import { findFileNameClashes } from "./file-names.ts";
import { listFiles, readText } from "./folder.ts";
import { findExcess } from "./limits.ts";
import { readImages } from "./images.ts";
import { composePublication } from "./publication.ts";
import { findStrayFiles } from "./strays.ts";
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
const prefaceFile = "preface.md";

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
  const language = stringAt(yaml.value, "language") ?? "en";
  const [preface, statements, { images, found, problems: imageProblems }] = await Promise.all([
    files.includes(prefaceFile) ? readPreface(root, prefaceFile, language) : undefined,
    readStatements(root, files, language),
    readImages(root),
  ]);
  const texts = preface ? [preface, ...statements] : statements;
  const strays = await findStrays(root, statements);
  const imprint = readImprint(yaml, language);
  const draft: Draft = {
    // What is complete is one object here and in `statements`, so that it is parsed once.
    texts: [
      ...texts.flatMap(({ prose, statement, preface }) => statement ?? preface ?? prose ?? []),
      ...(imprint.prose ? [imprint.prose] : []),
    ],
    statements: statements.flatMap(({ statement }) => statement ?? []),
    images: found,
  };
  const { faces, problems: fontProblems } = await readFaces(root, draft, {
    value: yaml.value,
    preface: preface?.preface,
    fonts: value?.fonts,
    editions: value?.editions ?? [...editionNames],
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
  ];
  if (!value || problems.length > 0) return { draft, problems };
  return {
    publication: composePublication({ value, at: yaml.at, preface, texts: statements, images, faces }),
    draft,
    problems,
  };
}

async function readPublicationFile(root: string, files: string[]): Promise<Yaml> {
  const place: Place = { file: publicationFile, line: 1, column: 1 };
  const text = await readText(root, publicationFile, place);
  if (typeof text === "string") return readYaml(text, publicationFile);
  const hint = didYouMean(
    publicationFile,
    files,
    "Is this the folder of a publication? It has a file publication.yaml, and one Markdown file for each statement.",
  );
  return { value: undefined, at: () => place, atKey: () => place, problem: { ...text, hint: text.hint ?? hint } };
}

function readStatements(root: string, files: string[], language: string): Promise<TextFile[]> {
  const names = files.filter((file) => file.endsWith(".md") && file !== prefaceFile);
  return Promise.all(names.map((file) => readStatement(root, file, language)));
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
  const imprint = stringAt(value, "imprint");
  if (imprint === undefined) return { problems: [] };
  const prose = imprintOf({ imprint, language, dir: directionOf(language), at });
  const excess = findExcess(prose);
  return excess ? { problems: [excess] } : { prose, problems: [] };
}

// Checks the contents even if another key of publication.yaml is invalid, so that all problems are reported at once.
function checkContents(yaml: Yaml, texts: TextFile[]): Problem[] {
  const contents = (yaml.value as { contents?: unknown } | undefined)?.contents;
  if (!Array.isArray(contents)) return [];
  const listed = contents.flatMap((name, index) =>
    slug.safeParse(name).success ? [{ slug: name as string, place: yaml.at("contents", index) }] : [],
  );
  const entries = texts.map(({ entry }) => entry);
  const statements = entries.filter(({ slug }) => listed.some((item) => item.slug === slug));
  return [...findContentsProblems(listed, entries), ...findFileNameClashes(namingFactsIn(yaml), statements)];
}

// Returns what the names of files depend on, with the default for a key that is invalid or left out.
function namingFactsIn({ value }: Yaml): NamingFacts {
  const page = stringAt((value as { print?: unknown }).print, "page");
  return {
    slug: stringAt(value, "slug") ?? "",
    print: { page: pageFormats.find((format) => format === page) ?? "A5" },
  };
}

function stringAt(value: unknown, key: string): string | undefined {
  const found = (value as Record<string, unknown> | undefined)?.[key];
  return typeof found === "string" && found !== "" ? found : undefined;
}

function noFolderProblem(root: string): Problem {
  return {
    code: "file-missing",
    place: { file: publicationFile, line: 1, column: 1 },
    message: `There is no folder ${root}.`,
    hint: "Name the folder that has publication.yaml in it.",
  };
}
