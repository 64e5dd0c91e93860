import type { Artifact } from "./artifact.ts";
import { compile, describeFile, type Family } from "./compile/eleventy.ts";
import type { EditionName } from "./edition-names.ts";
import type { Edition } from "./editions/edition.ts";
import { editions } from "./editions/index.ts";
import { PublicationProblems } from "./errors.ts";
import type { shareBrowser } from "./layout/share-browser.ts";
import type { Problem } from "./problem.ts";
import { markHandled } from "./promises.ts";
import type { Publication } from "./publication.ts";
import type { Steps } from "./stages.ts";
import type { Documents } from "./verify/documents.ts";
import { arrangeProblems, startRules } from "./verify/index.ts";

/** Which editions are made, and how. */
interface Making {
  publication: Publication;
  /** The editions to make, with those that they need. */
  names: EditionName[];
  print: Documents;
  browser: ReturnType<typeof shareBrowser>;
  steps: Steps;
  /** Whether the other editions are made if one has a problem. */
  keepGoing: boolean;
}

/** What came of making editions. */
interface Made {
  /** The files of the editions that have no problem. */
  artifacts: Artifact[];
  /** The editions that have a problem, and those that are made from them. */
  failed: EditionName[];
  problems: Problem[];
}

/** What came of making one edition. */
interface Outcome {
  files: Artifact[];
  problems: Problem[];
  failed: boolean;
}

/**
 * Makes editions, and verifies each file as soon as all is made that it is compared with. Editions that do not wait for
 * each other are made at the same time. With `keepGoing`, an edition waits until those that it needs are verified, and
 * does without one that failed. Otherwise problems with making an edition are thrown, as PublicationProblems.
 */
export async function makeEditions(making: Making): Promise<Made> {
  const { publication, names, print, browser, steps, keepGoing } = making;
  const made = new Map<EditionName, Promise<Outcome>>();
  // Not every edition is made in each build.
  const outcomeOf = async (name: EditionName) => (await made.get(name)) ?? { files: [], problems: [], failed: false };
  const filesOf = async (name: EditionName) => (await outcomeOf(name)).files;
  // The rules start when every edition is in `made`.
  const rules = Promise.resolve().then(() => startRules(publication, filesOf, print, steps.run));

  async function prove(name: EditionName): Promise<Outcome> {
    const { files, problems, failed } = await outcomeOf(name);
    const faults = await Promise.all((await rules).map((rule) => (rule.editions.includes(name) ? rule.faults : [])));
    const found = faults.flat().flatMap(({ problem, editions }) => (editions.includes(name) ? [problem] : []));
    return { files, problems: [...problems, ...found], failed: failed || found.length > 0 };
  }

  for (const edition of editions.filter(({ name }) => names.includes(name)))
    made.set(edition.name, markHandled(make(edition, making, keepGoing ? prove : outcomeOf)));

  // The last files are verified when the browser is closed: nobody needs it any more, nor its memory.
  const [outcomes] = await Promise.all([
    Promise.all([...made.keys()].map(async (name) => ({ name, ...(await prove(name)) }))),
    Promise.all(made.values()).then(browser.close),
  ]);
  const files = outcomes.flatMap(({ files }) => files);
  return {
    artifacts: outcomes.flatMap(({ files, failed }) => (failed ? [] : files)),
    failed: outcomes.flatMap(({ name, failed }) => (failed ? [name] : [])),
    // A problem may be one of several editions.
    problems: arrangeProblems([...new Set(outcomes.flatMap(({ problems }) => problems))], files),
  };
}

// Print documents do not depend on other artifacts: they are compiled once, and shared by all editions and by verify.
// Documents of the other families name artifacts that were made before them; each family has only one edition.
async function make(
  { name, from, shows = [], after = [], make }: Edition,
  { publication, print, browser, steps, keepGoing }: Making,
  outcomeOf: (name: EditionName) => Promise<Outcome>,
): Promise<Outcome> {
  const sources = await Promise.all([...from, ...shows, ...after].map(outcomeOf));
  if (sources.slice(0, from.length).some(({ failed }) => failed)) return { files: [], problems: [], failed: true };
  const files = sources.flatMap(({ files, failed }) => (failed ? [] : files));
  const documents = (family: Family) =>
    family === "print" ? print() : compile(publication, family, files.map(describeFile));
  const notePart = (done: number, total: number) => steps.notePart(name, done, total);
  try {
    const made = await steps.run(name, () =>
      make({ publication, made: files, documents, browser: browser.get, notePart }),
    );
    return { files: made, problems: [], failed: false };
  } catch (error) {
    if (!keepGoing || !(error instanceof PublicationProblems)) throw error;
    return { files: [], problems: error.problems, failed: true };
  }
}
