import { check } from "./check/index.ts";
import { editions } from "./editions/index.ts";
import { compile, madeFile, type Family } from "./compile/eleventy.ts";
import { load } from "./load/index.ts";
import { manifest } from "./output/manifest.ts";
import { startBrowser, type PrintShop } from "./layout/browser.ts";
import { inOrder, type Problem } from "./problem.ts";
import { PublicationProblems } from "./errors.ts";
import type { Artifact, Publication } from "./publication.ts";
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
  /** The folder to put in place; what is in it is replaced. */
  out: string;
  /** These editions alone, with those they are made from; otherwise all that the publication names. */
  only?: EditionName[];
  /** Is told what is being done, in a word or two. */
  progress?: (step: string) => void;
  /** Is told what could be better about the publication as a whole, a sentence each. */
  remark?: (sentence: string) => void;
}

/**
 * Makes every edition, proves them against the source, and puts them in place. Throws PublicationProblems; `out` is
 * then as it was.
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
  refuseTwins(artifacts);
  progress("verify");
  const problems = await verify(publication, artifacts, print);
  if (problems.length > 0) throw new PublicationProblems(problems);
  await swap(out, [...artifacts, ...manifest(publication, artifacts)]);
  progress("done");
  return artifacts;
}

/** Opens a build again, holds it against the publication, and tells what is true of each file. */
export async function inspectBuild(
  folder: string,
  out: string,
): Promise<{ rows: PreflightRow[]; problems: Problem[] }> {
  const publication = await checked(folder);
  const { artifacts, problems: changed } = await reopen(out);
  const problems = [...changed, ...(await verify(publication, artifacts))];
  return { rows: await preflight(artifacts, problems), problems };
}

/** The publication of a folder, without a problem. Throws PublicationProblems. */
export async function checked(folder: string): Promise<Publication> {
  const { publication, draft, problems } = await load(folder);
  const all = inOrder([...problems, ...check(draft)]);
  if (!publication || all.length > 0) throw new PublicationProblems(all);
  return publication;
}

// Side by side where one does not wait for the other. What is printed says nothing of other files, so one compiling
// serves every edition and the proof; the other families do, and each has one edition.
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
    // Whoever waits for it hears of a failure; until then it must not count as unheard.
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

// No edition may write over a file of another, on any file system.
function refuseTwins(artifacts: Artifact[]): void {
  const paths = artifacts.map(({ path }) => path.toLowerCase());
  const twin = paths.find((path, index) => paths.indexOf(path) < index);
  if (twin) throw new Error(`Two files want to be ${twin}. One of the statements needs another name.`);
}

function withSources(names: EditionName[]): EditionName[] {
  const needed = new Set(names);
  for (const { name, from } of editions.toReversed())
    if (needed.has(name)) for (const source of from) needed.add(source);
  return [...needed];
}
