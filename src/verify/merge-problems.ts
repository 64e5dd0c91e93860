import type { Problem } from "../problem.ts";

/**
 * Problems with several files that have one cause, each told once, with the other files named: what is said of them up
 * to the file's name is the same, and so is the place. `paths` are the files.
 */
export function mergeAlike(problems: Problem[], paths: string[]): Problem[] {
  // Of two paths the longer is sought first: one may begin as another does.
  const longest = paths.toSorted((one, other) => other.length - one.length);
  const groups = new Map<string, { problem: Problem; others: Set<string> }>();
  for (const problem of problems) {
    const path = longest.find((path) => problem.message.includes(path)) ?? "";
    const [before = "", after = ""] = path === "" ? [problem.message] : problem.message.split(path, 2);
    const { file, line, column } = problem.place;
    const key = [problem.code, file, line, column, before || after].join("\0");
    const group = groups.get(key);
    if (group) group.others.add(path);
    else groups.set(key, { problem, others: new Set() });
  }
  return [...groups.values()].map(({ problem, others }) => {
    const more = [...others].filter((path) => path !== "" && !problem.message.includes(path));
    return more.length === 0 ? problem : { ...problem, message: `${problem.message} The same in ${more.join(", ")}.` };
  });
}
