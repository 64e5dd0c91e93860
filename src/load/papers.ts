import { bookletOn, findMisfit, imposedAs, type FoldedJob, type ImposeFacts } from "../folds/jobs.ts";
import { listImposed, paperNames, paperOf, paperOfWay, type PaperName } from "../papers.ts";
import type { Problem } from "../problem.ts";
import type { At } from "../publication.ts";

/** Returns a problem for each paper that the editor names and on which the pages have no room. */
export function findPaperProblems(print: ImposeFacts["print"], at: At): Problem[] {
  // Whether pages have room does not depend on the direction of reading.
  const facts: ImposeFacts = { dir: "ltr", print };
  const booklets = (print.papers ?? []).map((paper, index) => ({
    paper,
    place: at("print", "papers", index),
    what: "A booklet",
    fold: (other: PaperName) => bookletOn(other, facts, "short-edge"),
  }));
  const imposed = (print.impose ?? []).map((way, index) => ({
    paper: paperOfWay(way, print),
    place: at("print", "impose", index),
    what: `“${way.fold}”`,
    fold: (paper: PaperName) => imposedAs({ ...way, paper }, facts),
  }));
  const misfits = [...booklets, ...imposed].flatMap(({ paper, place, what, fold }): Problem[] => {
    const misfit = findMisfit(fold(paper));
    if (!misfit) return [];
    return [
      {
        code: "paper-unsuitable",
        place,
        message: `${what} of ${print.page} pages cannot be printed on ${paperOf(paper).name}: ${misfit}.`,
        hint: adviseOn(fold),
      },
    ];
  });
  return [...misfits, ...findRepeated(print, at)];
}

// Two files would have the same name.
function findRepeated(print: ImposeFacts["print"], at: At): Problem[] {
  const names = listImposed(print).map(({ name }) => name);
  return names.flatMap((name, index): Problem[] => {
    if (names.indexOf(name) === index) return [];
    return [
      {
        code: "value-wrong",
        place: at("print", "impose", index),
        message: `“print.impose” has ${name} twice.`,
        hint: "Name each fold once for a paper.",
      },
    ];
  });
}

function adviseOn(fold: (paper: PaperName) => FoldedJob): string {
  const suitable = paperNames.filter((paper) => !findMisfit(fold(paper)));
  return suitable.length > 0
    ? `Papers that suit are ${suitable.join(", ")}.`
    : "No paper is large enough. Take it out, or choose a smaller page.";
}
