import { formatProblem, type Problem } from "./problem.ts";

/** An error that is thrown on purpose: its message is for the user. Any other error is a fault of the program. */
export abstract class ExpectedError extends Error {
  /** The exit status of the command line. */
  abstract readonly exitStatus: 1 | 2;
}

/** The publication has problems, which the editor can mend. */
export class PublicationProblems extends ExpectedError {
  readonly exitStatus = 1;
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/** The command line is wrong: an unknown command or option, or too many folders. */
export class UsageError extends ExpectedError {
  readonly exitStatus = 2;
}

/**
 * The program cannot work on this machine as it is: no browser, a folder that cannot be read or must not be replaced, an
 * environment variable that means nothing.
 */
export class MachineError extends ExpectedError {
  readonly exitStatus = 2;
}

/** Returns whether a call of the file system failed because there is no such file or folder. */
export function isNotFound(error: unknown): boolean {
  return hasSystemCode(error, "ENOENT");
}

/** Returns whether a call of the system failed with one of the given codes, such as EACCES. */
export function hasSystemCode(error: unknown, ...codes: string[]): boolean {
  return isSystemError(error) && codes.includes(error.code);
}

/** Returns why a call of the file system failed: "permission denied (EACCES)". Throws any other error again. */
export function systemReason(error: unknown): string {
  if (!isSystemError(error)) throw error;
  // Node's message is "EACCES: permission denied, open '/some/file'".
  const [, words = error.message] = /^\w+: ([^,]+)/.exec(error.message) ?? [];
  return `${words} (${error.code})`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && "syscall" in error && "code" in error;
}
