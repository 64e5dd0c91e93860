import { pagesOf, type FoldedForm } from "../forms.ts";
import type { Offprint } from "../offprints.ts";
import type { Problem } from "../problem.ts";

/** Returns the problem of a text that does not fit in the smallest type of its form. */
export function tooLongProblem({ form, place, statement }: Offprint): Problem {
  const named = statement ? ` A shorter version can be named in ${statement.file} as leaflet:.` : "";
  return {
    code: "form-wrong",
    place,
    message: `There is too much text for a ${form}, even in its smallest type.`,
    hint: `Print it as a leaflet, which can have any number of pages.${named}`,
  };
}

/** Returns the remark on a text that leaves panels of its form empty. */
export function emptyRemark({ form }: { form: FoldedForm }): string {
  return `More than a third of the ${pagesOf(form)} pages is empty: a leaflet or a poster suits a text so short.`;
}

/** Returns the problem of a cover or a back that has no room on its panel. */
export function noRoomProblem({ form, place }: Offprint, panel: "cover" | "back"): Problem {
  const what = panel === "cover" ? "The title and its organisation" : "The events and the source";
  return {
    code: "form-wrong",
    place,
    message: `${what} do not fit on the ${panel} of a ${form}, even in its smallest type.`,
    hint: "Print it as a leaflet, which has more room, or make them shorter.",
  };
}
