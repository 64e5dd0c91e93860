import { loadAndCheck } from "./check/load-and-check.ts";
import { editions } from "./editions/index.ts";
import { compile, describeFile, type Family } from "./compile/eleventy.ts";
import { makeManifest } from "./output/manifest.ts";
import type { SharedBrowser } from "./layout/browser.ts";
import { shareBrowser } from "./layout/share-browser.ts";
import type { Problem } from "./problem.ts";
import { PublicationProblems } from "./errors.ts";
import { fileDateOf } from "./names.ts";
import type { Publication } from "./publication.ts";
import type { Artifact } from "./artifact.ts";
import { editionNames, printedEditions, type EditionName } from "./edition-names.ts";
import { countSteps, type Headway, type Steps } from "./stages.ts";
import { findRemarks } from "./check/remarks.ts";
import { findBuildPlace } from "./output/build-place.ts";
import { readBuild } from "./output/reopen.ts";
import { replaceBuild } from "./output/swap.ts";
import { compileOnce, type Documents } from "./verify/documents.ts";
import { verify, verifyAsMade } from "./verify/index.ts";
import { rulesOf } from "./verify/plan.ts";
import { preflight, type PreflightRow } from "./verify/preflight.ts";

export interface BuildOptions {
  /** The publication's folder. */
  folder: string;
  /** The folder for the files; an earlier build in it is replaced. */
  out: string;
  /** The editions to make, if not all that the publication names. Editions that they are made from are added. */
  only?: EditionName[];
  /** Called as each step begins, gets on and ends: the check, each edition, each rule of the proof, and the writing. */
  progress?: (headway: Headway) => void;
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
  // A folder that cannot take the build is reported before anything is made.
  await findBuildPlace(out);
  const browser = shareBrowser();
  const steps = countSteps(progress);
  try {
    if (withSources(only ?? [...editionNames]).some((name) => printedEditions.has(name))) browser.start();
    const publication = await steps.run("check", () => loadAndCheck(folder));
    // Throws if SOURCE_DATE_EPOCH is not a date.
    fileDateOf(publication);
    findRemarks(publication).forEach(remark);
    const names = withSources(only ?? publication.editions);
    // With the check, and with the writing.
    steps.plan(2 + names.length + rulesOf(names).length);
    const print = compileOnce(publication, names);
    const made = makeEditions({ publication, names, print, browser: browser.get, steps });
    const all = Promise.all(made.values());
    // What is made is verified while the browser lays out the rest. Afterwards nobody needs it, nor its memory.
    const [problems, artifacts] = await Promise.all([
      verifyAsMade(publication, async (name) => made.get(name) ?? [], print, steps.run),
      all.then((editions) => editions.flat()),
      all.then(browser.close),
    ]);
    if (problems.length > 0) throw new PublicationProblems(problems);
    (await browser.remarks()).forEach(remark);
    await steps.run("write", () => replaceBuild(out, [...artifacts, ...makeManifest(publication, artifacts)]));
    return artifacts;
  } finally {
    await browser.close();
  }
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

interface Making {
  publication: Publication;
  names: EditionName[];
  print: Documents;
  browser: () => Promise<SharedBrowser>;
  steps: Steps;
}

// Editions that do not wait for each other are made at the same time. Print documents do not depend on other artifacts:
// they are compiled once, and shared by all editions and by verify. Documents of the other families name artifacts that
// were made before them; each family has only one edition.
function makeEditions({ publication, names, print, browser, steps }: Making): Map<EditionName, Promise<Artifact[]>> {
  const results = new Map<EditionName, Promise<Artifact[]>>();
  for (const { name, from, after = [], make } of editions.filter(({ name }) => names.includes(name))) {
    // An edition in `after` may not be made in this build.
    const sources = Promise.all([...from, ...after].map((source) => results.get(source) ?? []));
    const result = sources.then((files) => {
      const made = files.flat();
      const documents = (family: Family) =>
        family === "print" ? print() : compile(publication, family, made.map(describeFile));
      const notePart = (done: number, total: number) => steps.notePart(name, done, total);
      return steps.run(name, () => make({ publication, made, documents, browser, notePart }));
    });
    results.set(name, result);
  }
  return results;
}

// Adds the editions that the named ones are made from. In the table these stand before them, so it is read from the
// end.
function withSources(names: EditionName[]): EditionName[] {
  const needed = new Set(names);
  for (const { name, from } of editions.toReversed())
    if (needed.has(name)) for (const source of from) needed.add(source);
  return [...needed];
}
