import { readFile } from "node:fs/promises";
import path from "node:path";
import { ExpectedError, PublicationProblems } from "../errors.ts";
import type { Place } from "../problem.ts";
import type { Excerpt, Fault } from "./messages.ts";

/** How much of a long line is shown on either side of the place, in characters. Chosen by eye. */
const mostBefore = 60;
const mostAfter = 80;

/** Describes an error for the page: problems with their lines, or a sentence. */
export async function describeFault(error: unknown, folder: string): Promise<Fault> {
  if (error instanceof PublicationProblems)
    return {
      problems: await Promise.all(
        error.problems.map(async (problem) => ({ ...problem, excerpt: await readExcerpt(folder, problem.place) })),
      ),
    };
  const { message } = error instanceof Error ? error : new Error(String(error));
  return {
    problems: [],
    sentence: error instanceof ExpectedError ? message : `The program made a mistake: ${message}`,
  };
}

// A file that cannot be read, or an image, has no lines.
async function readExcerpt(folder: string, { file, line, column }: Place): Promise<Excerpt | undefined> {
  const text = await readFile(path.join(folder, file), "utf8").catch(() => "");
  const row = text.split(/\r\n?|\n/)[line - 1];
  if (!row?.trim() || row.includes("\0")) return undefined;
  const [before, after] = [row.slice(0, column - 1), row.slice(column - 1)];
  return {
    before: before.length > mostBefore ? `… ${before.slice(-mostBefore)}` : before,
    after: after.length > mostAfter ? `${after.slice(0, mostAfter)} …` : after,
  };
}
