import type { Problem } from "../problem.ts";

/**
 * Merges problems that have one cause but show in several files: one problem then names all these files. Problems have
 * one cause if they have the same code and place, and their messages are the same up to the path of the file. Of
 * messages that begin with the path, the rest must be the same. `paths` are those of all files that were made.
 */
export function mergeProblems(problems: Problem[], paths: string[]): Problem[] {
  // A path may be the beginning of another one, so the longest path in a message is the right one.
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
