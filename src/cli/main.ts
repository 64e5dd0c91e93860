import path from "node:path";
import { ExpectedError, PublicationProblems } from "../errors.ts";
import type { Problem } from "../problem.ts";
import { formatAnnotations } from "./annotations.ts";
import { hasOption, parseCall } from "./arguments.ts";
import type { Answer, Call, Command, Streams } from "./command.ts";
import { commands, readVersion } from "./commands.ts";
import { formatWithExcerpt } from "./excerpt.ts";
import { formatStages } from "./report.ts";
import { listStages } from "../stages.ts";
import { progressOn, type Progress } from "./progress.ts";

// The only file that prints a result, and the only one that decides by the kind of an error.

/** Runs a command line and prints its result. Returns the exit status, which --help explains. */
export async function main(words: string[], streams: Streams = process): Promise<0 | 1 | 2> {
  const progress = progressOn(streams.stderr);
  try {
    const { command, call } = parseCall(words);
    const { quiet, json, timings } = call.values;
    const answer = await run(command, call, quiet || json ? () => {} : progress.show, streams);
    progress.end();
    printAnswer(answer, call, streams);
    if (timings) streams.stderr.write(`${formatStages(listStages())}\n`);
    return answer.problems && answer.problems.length > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    printError(error, words, streams);
    return error instanceof ExpectedError ? error.exitStatus : 2;
  }
}

async function run(
  command: Command | undefined,
  call: Call,
  progress: Progress["show"],
  streams: Streams,
): Promise<Answer> {
  const { help, version } = call.values;
  if (version && !help) return { data: { version: readVersion() }, text: readVersion() };
  if (help || !command) {
    const { formatCommandHelp, formatHelp } = await import("./help.ts");
    const text = command ? formatCommandHelp(command) : formatHelp();
    return { data: { help: text }, text };
  }
  try {
    const printProblems = (problems: Problem[]) => printLocated(locate(problems, call.folder), streams);
    return await command.run(call, { progress, streams, printProblems, commands });
  } catch (error) {
    if (error instanceof PublicationProblems) return { data: {}, text: "", problems: error.problems };
    throw error;
  }
}

function printAnswer({ data, text, problems }: Answer, call: Call, streams: Streams): void {
  const { stdout, stderr } = streams;
  const located = problems && locate(problems, call.folder);
  if (call.values.json) stdout.write(`${JSON.stringify({ ...data, ...(located && { problems: located }) })}\n`);
  else {
    if (text !== "" && !call.values.quiet) stdout.write(`${text}\n`);
    if (located && located.length > 0) printLocated(located, streams);
  }
  const remarks = call.values.quiet ? [] : (data.remarks ?? []);
  for (const line of formatAnnotations({ problems: located ?? [], remarks, folder: call.folder }))
    stderr.write(`${line}\n`);
}

function printLocated(problems: Problem[], { stderr }: Streams): void {
  const more = stderr.isTTY ? " “pamphlet explain CODE” says more about each." : "";
  const lines = problems.map((problem) => formatWithExcerpt(problem, stderr));
  stderr.write(`${[...lines, `${countOf(problems)}.${more}`].join("\n")}\n`);
}

function printError(error: unknown, words: string[], { stdout, stderr }: Streams): void {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  if (hasOption(words, "json")) stdout.write(`${JSON.stringify({ error: message })}\n`);
  stderr.write(hasOption(words, "debug") ? `${stack}\n` : `pamphlet: ${message}\n`);
  if (!hasOption(words, "debug") && !(error instanceof ExpectedError))
    stderr.write("Run the command again with --debug to see where in the program the error arose.\n");
}

// Names the files of problems as seen from the current folder, so that an editor can open them.
function locate(problems: Problem[], folder: string): Problem[] {
  return problems.map((problem) => {
    const file = path.relative(process.cwd(), path.join(folder, problem.place.file));
    return { ...problem, place: { ...problem.place, file } };
  });
}

function countOf(problems: Problem[]): string {
  return `${problems.length} problem${problems.length === 1 ? "" : "s"}`;
}
