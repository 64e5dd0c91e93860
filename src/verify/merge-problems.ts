import type { Problem } from "../problem.ts";

/**
 * Merges problems that have one cause but show in several files into one that names them all. Problems have one cause
 * if they have the same code and place, and the same message up to the path of the file; or after it, in a message that
 * begins with the path. `paths` are those of all files that were made.
 */
export function mergeProblems(problems: Problem[], paths: string[]): Problem[] {
  // A path may be the beginning of another, so the longest that a message names is the right one.
  const longestFirst = paths.toSorted((one, other) => other.length - one.length);
  const groups = new Map<string, { problem: Problem; others: Set<string> }>();
  for (const problem of problems) {
    const path = longestFirst.find((path) => problem.message.includes(path)) ?? "";
    const [before = "", after = ""] = path === "" ? [problem.message] : problem.message.split(path, 2);
    const { file, line, column } = problem.place;
    const key = [problem.code, file, line, column, before || after].join("\0");
    const group = groups.get(key);
    if (group) group.others.add(path);
    else groups.set(key, { problem, others: new Set() });
  }
  return [...groups.values()].map(({ problem, others }) => {
    const more = [...others].filter((path) => path !== "" && !problem.message.includes(path));
    return more.length === 0
      ? problem
      : { ...problem, message: `${problem.message} The same is true of ${more.join(", ")}.` };
  });
}
