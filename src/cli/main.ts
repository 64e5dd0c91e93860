import path from "node:path";
import { ExpectedError, PublicationProblems, UsageError } from "../errors.ts";
import { formatProblem, type Problem } from "../problem.ts";
import { hasOption, help, parseCall, type Call } from "./arguments.ts";
import { commands, readVersion, type Answer } from "./commands.ts";
import { formatStages } from "./report.ts";
import { listStages } from "../stages.ts";
import { progressOn, type Output, type Progress } from "./progress.ts";

// The only file that prints, and the only one that decides by the kind of an error.

/** Where a command prints: `process`, or what a test uses in its place. */
export interface Streams {
  /** Gets the result: text, or with --json exactly one line in every case. */
  stdout: Output;
  /** Gets progress, problems and errors. */
  stderr: Output;
}

/** Runs a command line and prints its result. Returns the exit status, which --help explains. */
export async function main(words: string[], streams: Streams = process): Promise<0 | 1 | 2> {
  const progress = progressOn(streams.stderr);
  try {
    const call = parseCall(words);
    const answer = await run(call, call.quiet || call.json ? () => {} : progress.show);
    progress.end();
    printAnswer(answer, call, streams);
    if (call.timings) streams.stderr.write(`${formatStages(listStages())}\n`);
    return answer.problems && answer.problems.length > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    printError(error, words, streams);
    return error instanceof ExpectedError ? error.exitStatus : 2;
  }
}

async function run(call: Call, progress: Progress["show"]): Promise<Answer> {
  if (call.version && !call.help) return { data: { version: readVersion() }, text: readVersion() };
  if (call.help || call.command === undefined) return { data: { help }, text: help };
  const command = commands.get(call.command);
  if (!command) {
    const names = [...commands.keys()].join(", ");
    throw new UsageError(
      `There is no command “${call.command}”. The commands are ${names}; “pamphlet --help” explains them.`,
    );
  }
  try {
    return await command(call, progress);
  } catch (error) {
    if (error instanceof PublicationProblems) return { data: {}, text: "", problems: error.problems };
    throw error;
  }
}

function printAnswer({ data, text, problems }: Answer, call: Call, { stdout, stderr }: Streams): void {
  const located = problems?.map((problem) => withPath(problem, call.folder));
  if (call.json) stdout.write(`${JSON.stringify({ ...data, ...(located && { problems: located }) })}\n`);
  else {
    if (text !== "" && !call.quiet) stdout.write(`${text}\n`);
    if (located && located.length > 0)
      stderr.write(`${[...located.map(formatProblem), `${countOf(located)}.`].join("\n")}\n`);
  }
}

function printError(error: unknown, words: string[], { stdout, stderr }: Streams): void {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  if (hasOption(words, "json")) stdout.write(`${JSON.stringify({ error: message })}\n`);
  stderr.write(hasOption(words, "debug") ? `${stack}\n` : `pamphlet: ${message}\n`);
  if (!hasOption(words, "debug") && !(error instanceof ExpectedError))
    stderr.write("Run the command again with --debug to see where in the program the error arose.\n");
}

// Names the file of a problem as seen from the current folder, so that an editor can open it.
function withPath(problem: Problem, folder: string): Problem {
  const file = path.relative(process.cwd(), path.join(folder, problem.place.file));
  return { ...problem, place: { ...problem.place, file } };
}

function countOf(problems: Problem[]): string {
  return `${problems.length} problem${problems.length === 1 ? "" : "s"}`;
}
