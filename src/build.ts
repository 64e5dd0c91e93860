import { check } from "./check/index.ts";
import { editions } from "./editions/index.ts";
import { compile, describeFile, type Family } from "./compile/eleventy.ts";
import { load } from "./load/index.ts";
import { makeManifest } from "./output/manifest.ts";
import { startBrowser, type SharedBrowser } from "./layout/browser.ts";
import { sortProblems, type Problem } from "./problem.ts";
import { PublicationProblems } from "./errors.ts";
import { fileDateOf } from "./names.ts";
import type { Publication } from "./publication.ts";
import type { Artifact } from "./artifact.ts";
import type { EditionName } from "./schemas.ts";
import { findRemarks } from "./check/remarks.ts";
import { readBuild } from "./output/reopen.ts";
import { replaceBuild } from "./output/swap.ts";
import { compileOnce, type Documents } from "./verify/documents.ts";
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
 * Makes the editions, verifies them against the source, and puts them into `out`. Throws PublicationProblems, or a
 * MachineError if the browser or a folder cannot be used, or SOURCE_DATE_EPOCH is not a date; `out` is then unchanged.
 */
export async function build({
  folder,
  out,
  only,
  progress = () => {},
  remark = () => {},
}: BuildOptions): Promise<Artifact[]> {
  progress("check");
  const publication = await loadAndCheck(folder);
  // Throws before anything is made if SOURCE_DATE_EPOCH is not a date.
  fileDateOf(publication);
  findRemarks(publication).forEach(remark);
  const print = compileOnce(publication);
  const artifacts = await makeEditions(publication, withSources(only ?? publication.editions), print, progress);
  progress("verify");
  const problems = await verify(publication, artifacts, print);
  if (problems.length > 0) throw new PublicationProblems(problems);
  await replaceBuild(out, [...artifacts, ...makeManifest(publication, artifacts)]);
  return artifacts;
}

/**
 * Reads an earlier build back, verifies it against the publication, and returns the facts of each file. Throws
 * PublicationProblems if the publication itself has problems, and a MachineError if there is no build in `out`.
 */
export async function verifyBuild(folder: string, out: string): Promise<{ rows: PreflightRow[]; problems: Problem[] }> {
  const publication = await loadAndCheck(folder);
  const { artifacts, problems: changed, unusable } = await readBuild(out);
  // A file that is missing or has changed is not among the artifacts. So verify reports it as missing once more; that
  // problem is left out. A file that the manifest does not name is reported by verify alone.
  const isRepeated = ({ code, message }: Problem) =>
    code === "file-changed" && unusable.some((file) => message.startsWith(`${file} `));
  const found = (await verify(publication, artifacts)).filter((problem) => !isRepeated(problem));
  const problems = [...changed, ...found];
  return { rows: await preflight(publication, artifacts, problems), problems };
}

/** Loads the publication of a folder and checks it. Throws PublicationProblems, or a MachineError if it cannot be read. */
export async function loadAndCheck(folder: string): Promise<Publication> {
  const { publication, draft, problems } = await load(folder);
  const all = sortProblems([...problems, ...check(draft)]);
  if (!publication || all.length > 0) throw new PublicationProblems(all);
  return publication;
}

// Editions that do not wait for each other are made at the same time. Print documents do not depend on other artifacts:
// they are compiled once, and shared by all editions and by verify. Documents of the other families name artifacts that
// were made before them; each family has only one edition.
async function makeEditions(
  publication: Publication,
  names: EditionName[],
  print: Documents,
  progress: (step: string) => void,
): Promise<Artifact[]> {
  let started: Promise<SharedBrowser> | undefined;
  let hasEnded = false;
  const browser = async () => {
    // After an edition has failed, the others must not start a browser that nobody closes.
    if (hasEnded) throw new Error("The build has ended.");
    return (started ??= startBrowser());
  };
  const results = new Map<EditionName, Promise<Artifact[]>>();
  for (const { name, from, after = [], make } of editions.filter(({ name }) => names.includes(name))) {
    // An edition in `after` may not be made in this build.
    const sources = Promise.all([...from, ...after].map((source) => results.get(source) ?? []));
    const result = sources.then((files) => {
      progress(name);
      const made = files.flat();
      const documents = (family: Family) =>
        family === "print" ? print() : compile(publication, family, made.map(describeFile));
      return make({ publication, made, documents, browser });
    });
    results.set(name, result);
  }
  try {
    return (await Promise.all(results.values())).flat();
  } finally {
    hasEnded = true;
    // If the browser did not start, the editions that asked for it have failed with the reason.
    await started?.then(
      ({ close }) => close(),
      () => {},
    );
  }
}

// Adds the editions that the named ones are made from. In the table these stand before them, so it is read from the
// end.
function withSources(names: EditionName[]): EditionName[] {
  const needed = new Set(names);
  for (const { name, from } of editions.toReversed())
    if (needed.has(name)) for (const source of from) needed.add(source);
  return [...needed];
}
