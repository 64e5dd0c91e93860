import { loadAndCheck } from "./check/load-and-check.ts";
import { editions } from "./editions/index.ts";
import { makeManifest } from "./output/manifest.ts";
import { shareBrowser } from "./layout/share-browser.ts";
import type { Problem } from "./problem.ts";
import { didYouMean } from "./did-you-mean.ts";
import { PublicationProblems, UsageError } from "./errors.ts";
import { fileDateOf } from "./names.ts";
import type { Publication } from "./publication.ts";
import type { Artifact } from "./artifact.ts";
import { editionNames, printedEditions, type EditionName } from "./edition-names.ts";
import { makeEditions } from "./make.ts";
import { countSteps, type Headway } from "./stages.ts";
import { findRemarks } from "./check/remarks.ts";
import { findBuildPlace } from "./output/build-place.ts";
import { readBuild } from "./output/reopen.ts";
import { replaceBuild } from "./output/swap.ts";
import { compileOnce } from "./verify/documents.ts";
import { verify } from "./verify/index.ts";
import { measureTexts, type TextMeasures } from "./verify/measures.ts";
import { rulesOf } from "./verify/plan.ts";
import { preflight, type PreflightRow } from "./verify/preflight.ts";

export interface BuildOptions {
  /** The publication's folder. */
  folder: string;
  /** The folder for the files; an earlier build in it is replaced. */
  out: string;
  /** The editions to make, if not all that the publication names. Editions that they need are added. */
  only?: EditionName[];
  /** The slugs of the statements to make leaflets of, if not of all. */
  leaflets?: string[];
  /** Called as each step begins, gets on and ends: the check, each edition, each rule of the proof, and the writing. */
  progress?: (headway: Headway) => void;
  /** Called with each remark on the publication as a whole: one sentence that says what could be better. */
  remark?: (sentence: string) => void;
  /**
   * If it is given, an edition with a problem does not keep the others from being made and put in place. Called with
   * the editions that are not, and with their problems, unless these are all.
   */
  failed?: (editions: EditionName[], problems: Problem[]) => void;
}

/**
 * Makes the editions, verifies them against the source, and puts them into `out`. Throws PublicationProblems, or a
 * MachineError if the browser or a folder cannot be used, or SOURCE_DATE_EPOCH is not a date, or a UsageError if there is
 * no statement of a leaflet; `out` is then unchanged.
 */
export async function build({
  folder,
  out,
  only,
  leaflets,
  progress = () => {},
  remark = () => {},
  failed,
}: BuildOptions): Promise<Artifact[]> {
  // A folder that cannot take the build is reported before anything is made.
  await findBuildPlace(out);
  const browser = shareBrowser();
  const steps = countSteps(progress);
  try {
    if (withSources(only ?? [...editionNames]).some((name) => printedEditions.has(name))) browser.start();
    const publication = chooseLeaflets(await steps.run("check", () => loadAndCheck(folder)), leaflets);
    // Throws if SOURCE_DATE_EPOCH is not a date.
    fileDateOf(publication);
    findRemarks(publication).forEach(remark);
    const names = withSources(only ?? publication.editions);
    // With the check, and with the writing.
    steps.plan(2 + names.length + rulesOf(names, publication).length);
    const print = compileOnce(publication, names);
    const keepGoing = failed !== undefined;
    const made = await makeEditions({ publication, names, print, browser, steps, keepGoing });
    const { artifacts, problems } = made;
    if (problems.length > 0 && (!failed || artifacts.length === 0)) throw new PublicationProblems(problems);
    if (problems.length > 0) failed?.(made.failed, problems);
    (await browser.remarks()).forEach(remark);
    await steps.run("write", () => replaceBuild(out, [...artifacts, ...makeManifest(publication, artifacts)]));
    return artifacts;
  } finally {
    await browser.close();
  }
}

/** What verifyBuild() finds. */
interface Verified {
  rows: PreflightRow[];
  problems: Problem[];
  /** How the texts of the pamphlet are set, if that was asked for. */
  measures?: TextMeasures[];
}

/**
 * Reads an earlier build back, verifies it against the publication, and returns the facts of each file, and if asked for
 * how the texts of the pamphlet are set. Throws PublicationProblems if the publication itself has problems, and a
 * MachineError if there is no build in `out`.
 */
export async function verifyBuild(folder: string, out: string, asked: { measures?: boolean } = {}): Promise<Verified> {
  const loaded = await loadAndCheck(folder);
  const { artifacts, problems: changed, unusable, leaflets } = await readBuild(out);
  const publication = { ...loaded, leaflets };
  // A file that is missing or has changed is not among the artifacts. So verify reports it as missing once more; that
  // problem is left out. A file that the manifest does not name is reported by verify alone.
  const isRepeated = ({ code, message }: Problem) =>
    code === "file-changed" && unusable.some((file) => message.startsWith(`${file} `));
  const documents = compileOnce(publication);
  const found = (await verify(publication, artifacts, documents)).filter((problem) => !isRepeated(problem));
  const problems = [...changed, ...found];
  return {
    rows: await preflight(publication, artifacts, problems),
    problems,
    ...(asked.measures && { measures: await measureTexts(publication, artifacts, documents) }),
  };
}

function chooseLeaflets(publication: Publication, leaflets: string[] | undefined): Publication {
  const slugs = publication.statements.map(({ slug }) => slug);
  const strange = leaflets?.find((slug) => !slugs.includes(slug));
  if (strange === undefined) return { ...publication, leaflets };
  const hint = didYouMean(strange, slugs, `The texts are ${slugs.join(", ")}.`);
  throw new UsageError(`There is no text “${strange}” to make a leaflet of. ${hint}`);
}

// Adds the editions that the named ones are made from or show. In the table these stand before them, so it is read from
// the end.
function withSources(names: EditionName[]): EditionName[] {
  const needed = new Set(names);
  for (const { name, from, shows = [] } of editions.toReversed())
    if (needed.has(name)) for (const source of [...from, ...shows]) needed.add(source);
  return [...needed];
}
