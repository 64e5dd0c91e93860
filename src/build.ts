import { check } from "./check/index.ts";
import { editions } from "./editions/index.ts";
import { compile, madeFile, type Family } from "./compile/eleventy.ts";
import { load } from "./load/index.ts";
import { manifest } from "./output/manifest.ts";
import { startBrowser, type PrintShop } from "./layout/browser.ts";
import { inOrder, type Problem } from "./problem.ts";
import { PublicationProblems } from "./errors.ts";
import type { Publication } from "./publication.ts";
import type { Artifact } from "./artifact.ts";
import type { EditionName } from "./schemas.ts";
import { remarksOn } from "./check/remarks.ts";
import { reopen } from "./output/reopen.ts";
import { swap } from "./output/swap.ts";
import { compiledOnce, type Documents } from "./verify/documents.ts";
import { verify } from "./verify/index.ts";
import { preflight, type PreflightRow } from "./verify/preflight.ts";

export interface BuildOptions {
  /** The publication's folder. */
  folder: string;
  /** The folder for the files; an earlier build in it is replaced. */
  out: string;
  /** The editions to make, if not all that the publication names. Editions that they are made from are added. */
  only?: EditionName[];
  /** Called with a short name for each step as it starts. */
  progress?: (step: string) => void;
  /** Called with each remark on the publication as a whole: one sentence that says what could be better. */
  remark?: (sentence: string) => void;
}

/**
 * Makes the editions, verifies them against the source, and puts them into `out`. Throws PublicationProblems; `out` is
 * then unchanged.
 */
export async function build({
  folder,
  out,
  only,
  progress = () => {},
  remark = () => {},
}: BuildOptions): Promise<Artifact[]> {
  progress("check");
  const publication = await checked(folder);
  remarksOn(publication).forEach(remark);
  const print = compiledOnce(publication);
  const artifacts = await made(publication, withSources(only ?? publication.editions), print, progress);
  progress("verify");
  const problems = await verify(publication, artifacts, print);
  if (problems.length > 0) throw new PublicationProblems(problems);
  await swap(out, [...artifacts, ...manifest(publication, artifacts)]);
  progress("done");
  return artifacts;
}

/** Reads an earlier build back, verifies it against the publication, and returns the facts of each file. */
export async function inspectBuild(
  folder: string,
  out: string,
): Promise<{ rows: PreflightRow[]; problems: Problem[] }> {
  const publication = await checked(folder);
  const { artifacts, problems: changed } = await reopen(out);
  const problems = [...changed, ...(await verify(publication, artifacts))];
  return { rows: await preflight(artifacts, problems), problems };
}

/** Loads the publication of a folder and checks it. Throws PublicationProblems. */
export async function checked(folder: string): Promise<Publication> {
  const { publication, draft, problems } = await load(folder);
  const all = inOrder([...problems, ...check(draft)]);
  if (!publication || all.length > 0) throw new PublicationProblems(all);
  return publication;
}

// Editions that do not wait for each other are made at the same time. Print documents do not depend on other artifacts:
// they are compiled once, and shared by all editions and by verify. Documents of the other families name artifacts that
// were made before them; each family has only one edition.
async function made(
  publication: Publication,
  names: EditionName[],
  print: Documents,
  progress: (step: string) => void,
): Promise<Artifact[]> {
  let shop: Promise<PrintShop> | undefined;
  const browser = () => (shop ??= startBrowser());
  const results = new Map<EditionName, Promise<Artifact[]>>();
  for (const { name, from, after = [], make } of editions.filter(({ name }) => names.includes(name))) {
    const sources = Promise.all([...from, ...after].map((source) => results.get(source) ?? []));
    const result = sources.then((files) => {
      progress(name);
      const made = files.flat();
      const documents = (family: Family) =>
        family === "print" ? print() : compile(publication, family, made.map(madeFile));
      return make({ publication, made, documents, browser });
    });
    // Mark the rejection as handled; the await below rethrows it.
    result.catch(() => {});
    results.set(name, result);
  }
  try {
    return (await Promise.all(results.values())).flat();
  } finally {
    await shop?.then(
      ({ close }) => close(),
      () => {},
    );
  }
}

// Adds the editions that the named ones are made from.
function withSources(names: EditionName[]): EditionName[] {
  const needed = new Set(names);
  for (const { name, from } of editions.toReversed())
    if (needed.has(name)) for (const source of from) needed.add(source);
  return [...needed];
}
