import path from "node:path";
import { artworkBleed, type PageSize } from "../geometry.ts";
import type { Flip, Sheet, Work } from "../folds/fold.ts";
import { folds, type FoldName } from "../folds/index.ts";
import { bookletOn, imposedAs, planSheets, planWork, type FoldedJob } from "../folds/jobs.ts";
import { planOffprint } from "../folds/offprints.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { foldedForms, pagesOf, type FoldedForm } from "../forms.ts";
import { listOffprints } from "../offprints.ts";
import { listImposed, listPapers, paperOf, type PaperName } from "../papers.ts";
import type { Publication } from "../publication.ts";
import { drawMoment } from "./drawing.ts";
import { listMoments, type GuideStep } from "./steps.ts";

// What the guide says of files that are folded or cut.

type File = Pick<Artifact, "kind" | "path" | "paper" | "way" | "statement" | "event" | "pages" | "sheets">;

/** Returns the steps of work with paper, with their drawings. */
type TellWork = (work: Work, sheets: Sheet[], page: PageSize) => ToldStep[];

/** A step that the guide tells. */
interface ToldStep {
  step: GuideStep;
  /** Where its drawing is among those of the guide. */
  drawing: number;
}

/** How the booklets on a paper differ from the pages as they are read. Lengths are in mm, less than 0 where paper lacks. */
export interface PaperFacts {
  name: string;
  /** The names of the files. */
  shortEdge?: string;
  longEdge?: string;
  fronts?: string;
  backs?: string;
  /** How many booklets come of one set of sheets. */
  copies: number;
  /** Paper beyond the page at the outer edge, and at head and foot each. */
  outer: number;
  head: number;
  /** Whether the booklet must be cut to the size of the page. */
  trimmed: boolean;
  steps: ToldStep[];
}

/** What the guide says of a further way in which the pamphlet is imposed. */
export interface WayFacts {
  fold: FoldName;
  file: string;
  test?: string;
  paper: string;
  sheets: number;
  /** The edge on which the printer turns the paper. */
  edge: Flip;
  steps: ToldStep[];
}

/** What the guide says of the sheets of a folded form, of which there may be one for each text. */
export interface FormFacts {
  form: FoldedForm;
  /** What the names of its files end in. */
  endings: string[];
  test?: string;
  paper: string;
  /** The edge on which the printer turns the paper; undefined if only one side is printed. */
  edge?: Flip;
  steps: ToldStep[];
}

/** What the guide says of all of them. */
export interface FoldedFacts {
  booklets: PaperFacts[];
  ways: WayFacts[];
  forms: FormFacts[];
  /** Returns a drawing, by its number; `label` is its alternative text. */
  draw(drawing: number, label: string): string;
}

/** Returns what the guide says of the files that were made. `pages` is how many pages the booklet has, 0 without one. */
export function describeFolded(made: File[], publication: Publication, pages: number): FoldedFacts {
  const drawings: ((label: string) => string)[] = [];
  const tell: TellWork = (work, sheets, page) =>
    listMoments(work, page).map((moment) => {
      drawings.push((label) => drawMoment(moment, work, sheets, label));
      return { step: moment.step, drawing: drawings.length - 1 };
    });
  const tellJob = (folded: FoldedJob) => tell(planWork(folded), planSheets(folded), folded.job.page);
  const booklets = listPapers(publication.print)
    .filter((paper) => made.some((file) => file.paper === paper))
    .map((paper) => describeBooklet(paper, made, bookletOn(paper, publication, "short-edge", pages), tellJob));
  const ways = listImposed(publication.print).flatMap(({ name, way }): WayFacts[] => {
    const [file, test] = (["imposed", "fold-test"] as const).map((kind) =>
      made.find((file) => file.kind === kind && file.way === name),
    );
    if (!file) return [];
    const folded = imposedAs(way, publication, pages);
    const { fold, job } = folded;
    return [
      {
        fold,
        file: path.basename(file.path),
        ...(test && { test: path.basename(test.path) }),
        paper: job.paper.name,
        sheets: file.sheets!,
        edge: job.flip,
        steps: tellJob(folded),
      },
    ];
  });
  const forms = foldedForms.flatMap((form) => describeForm(form, made, publication, tell));
  return { booklets, ways, forms, draw: (drawing, label) => drawings[drawing]!(label) };
}

// Texts that are read in the other direction are folded the other way round. If there are some of each, all are named.
function describeForm(form: FoldedForm, made: File[], publication: Publication, tell: TellWork): FormFacts[] {
  const offprints = listOffprints(publication).filter((offprint) => offprint.form === form);
  const test = made.find((file) => file.kind === "form-test" && file.way === form);
  const groups = (["ltr", "rtl"] as const).flatMap((direction) => {
    const own = offprints.filter(({ dir }) => dir === direction);
    const files = made.filter(
      (file) => file.kind === `${form}-sheets` && own.some(({ name }) => name === (file.statement ?? file.event)),
    );
    return own[0] && files.length > 0
      ? [{ offprint: own[0], names: files.map(({ path: file }) => path.basename(file)) }]
      : [];
  });
  return groups.map(({ offprint, names }): FormFacts => {
    const { fold, job } = planOffprint(offprint, pagesOf(form), publication.print);
    const work = folds[fold].work(job);
    const [name] = names;
    return {
      form,
      endings: groups.length > 1 ? names : [name!.slice(name!.lastIndexOf(`-${form}-`))],
      ...(test && offprint === offprints[0] && { test: path.basename(test.path) }),
      paper: work.sheet.name,
      ...(work.flip && { edge: work.flip }),
      steps: tell(work, folds[fold].sheets(job), job.page),
    };
  });
}

function describeBooklet(
  paper: PaperName,
  made: File[],
  folded: FoldedJob,
  tell: (folded: FoldedJob) => ToldStep[],
): PaperFacts {
  const on = made.filter((file) => file.paper === paper);
  const nameOf = (kind: Artifact["kind"]) => {
    const file = findArtifact(on, kind);
    return file && path.basename(file.path);
  };
  const { frame } = planSheets(folded)[0]!.front[0]!;
  const { page } = folded.job;
  const [outer, head] = [frame.width - page.width, (frame.height - page.height) / 2];
  return {
    name: paperOf(paper).name,
    shortEdge: nameOf("booklet-short-edge"),
    longEdge: nameOf("booklet-long-edge"),
    fronts: nameOf("booklet-fronts"),
    backs: nameOf("booklet-backs"),
    copies: folded.fold === "two-a-sheet" ? 2 : 1,
    outer,
    head,
    trimmed: outer > artworkBleed || head > artworkBleed,
    steps: tell(folded),
  };
}
