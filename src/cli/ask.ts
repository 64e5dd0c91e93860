import { createInterface } from "node:readline/promises";
import { UsageError } from "../errors.ts";
import type { Schema } from "../schemas.ts";
import type { Streams } from "./command.ts";

/** A question to the person at the terminal. */
export interface Question {
  /** What stands before the place of the answer, without a colon. */
  words: string;
  /** The form of the answer. The sentence of its fault says how to write it. */
  form: Schema<string>;
  /** The answer for which an empty line stands. */
  usual?: string;
  /** Whether an empty line is an answer, if there is no usual one. */
  isOptional?: boolean;
}

/** Asks questions until the answer to each has its form. */
export interface Asking {
  ask: (question: Question) => Promise<string | undefined>;
  end: () => void;
}

/** Returns whether there is somebody to ask: whether the program is read and written to by a terminal. */
export function canAsk({ stdin, stderr }: Streams): boolean {
  return Boolean(stdin?.isTTY && stderr.isTTY);
}

/** Returns what is wrong with an answer, as a sentence; nothing if it has the form. */
export function findFault(form: Schema<string>, answer: string): string | undefined {
  const issue = form.safeParse(answer).error?.issues[0];
  if (!issue) return undefined;
  // Only what is too short or too long has no sentence of its own.
  if (issue.code === "too_small") return "Write an answer.";
  if (issue.code === "too_big") return "Write less.";
  const isImpossible = issue.code === "custom" && issue.params?.["code"] === "date-impossible";
  if (isImpossible) return "This day is not in the calendar.";
  return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`;
}

/** Begins to ask questions on a terminal. A question throws a UsageError if the terminal is closed before its answer. */
export function startAsking({ stdin, stderr }: Streams): Asking {
  const lines = createInterface({ input: stdin! });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask({ words, form, usual = "", isOptional }) {
      for (;;) {
        stderr.write(`${words}${usual && ` [${usual}]`}: `);
        const { value, done } = await answers.next();
        if (done) throw new UsageError("The questions were not answered, so nothing was made.");
        const answer = value.trim() || usual;
        if (isOptional && answer === "") return undefined;
        const fault = findFault(form, answer);
        if (fault === undefined) return answer;
        stderr.write(`${fault}\n`);
      }
    },
    end: () => lines.close(),
  };
}
