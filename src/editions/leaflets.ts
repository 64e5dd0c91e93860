import type { Artifact } from "../artifact.ts";
import { PublicationProblems } from "../errors.ts";
import { makeLeaflet } from "../forms/leaflet.ts";
import type { FormContext, Outcome } from "../forms/maker.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { isFolded, isLeafletOfText, listFormTests, listOffprints, type Offprint } from "../offprints.ts";
import { runTwoAtATime } from "../promises.ts";
import type { Context } from "./edition.ts";

/**
 * Makes each text and each event by itself, in the forms that it asks for. Throws PublicationProblems for texts that have
 * no room in one.
 */
export async function makeLeaflets({ publication, documents, browser, notePart }: Context): Promise<Artifact[]> {
  const offprints = listOffprints(publication);
  const files = collectPrintFiles(publication, await documents("print"));
  const context: FormContext = { publication, files, browser: await browser() };
  let laidOut = 0;
  // Chromium lays out two documents in the time of one and a half; with more, each only waits for the others. The files
  // of an offprint are made while the browser lays out the next one.
  const outcomes = await runTwoAtATime(offprints, async (offprint) => {
    const outcome = await make(offprint, context);
    notePart?.(++laidOut, offprints.length);
    return outcome;
  });
  const problems = outcomes.flatMap((outcome) => ("problem" in outcome ? outcome.problem : []));
  const made = await Promise.all(outcomes.map((outcome) => ("files" in outcome ? outcome.files : [])));
  if (problems.length > 0) throw new PublicationProblems(problems);
  return [...made.flat(), ...(await makeFormTests(context))];
}

async function makeFormTests(context: FormContext): Promise<Artifact[]> {
  const tests = listFormTests(context.publication);
  if (tests.length === 0) return [];
  const { makeFormTest } = await import("../forms/test-sheet.ts");
  return runTwoAtATime(tests, (test) => makeFormTest(test, context));
}

// Forms that few ask for are imported when one is made.
async function make(offprint: Offprint, context: FormContext): Promise<Outcome> {
  if (isLeafletOfText(offprint)) return makeLeaflet(offprint, context);
  if (isFolded(offprint)) return (await import("../forms/folded.ts")).makeFolded(offprint, context);
  return (await import("../forms/poster.ts")).makePosters(offprint, context);
}
