import type { Problem } from "../problem.ts";
import type { Headway } from "../stages.ts";
import type { OptionName, options } from "./options.ts";
import type { Output } from "./progress.ts";

/** Where a command reads and prints: `process`, or what a test uses in its place. */
export interface Streams {
  /** Gives the answers to questions; without it, none are asked. */
  stdin?: NodeJS.ReadableStream & { isTTY?: boolean };
  /** Gets the result: text, or with --json exactly one line in every case. */
  stdout: Output;
  /** Gets progress, problems and errors. */
  stderr: Output;
}

/** The values that the options of a command line have; absent if an option is not given. */
export type Values = {
  [Name in OptionName]?: (typeof options)[Name]["type"] extends "boolean"
    ? boolean
    : (typeof options)[Name] extends { multiple: true }
      ? string[]
      : string;
};

/** What a command line asks for. */
export interface Call {
  /** The words after the name of the command that are no options. */
  words: string[];
  values: Values;
  /** The publication's folder, as an absolute path. */
  folder: string;
  /** The folder of the build, as an absolute path. */
  out: string;
}

/** The result of a command. */
export interface Answer {
  /** What --json prints, without the problems. Remarks are sentences, most after the name of a file. */
  data: Record<string, unknown> & { remarks?: string[] };
  /** What is printed otherwise. */
  text: string;
  /** The problems of a command that looks for them; it then fails. */
  problems?: Problem[];
}

/** What a command can use while it runs. */
export interface Surroundings {
  progress: (headway: Headway) => void;
  streams: Streams;
  /** Prints problems while the command runs, as those of its answer are printed at its end. */
  printProblems: (problems: Problem[]) => void;
  /** All commands of the program. */
  commands: readonly Command[];
}

/** A command of the program. The help, the completion of shells and the reading of a command line go by this. */
export interface Command {
  name: string;
  /** What stands after its name in the help: `[DIR]`. */
  usage: string;
  /** What its words are: the publication's folder, or what the command itself makes of one or several. */
  takes: "folder" | "word" | "words" | "nothing";
  /** The words that it can be given, if it cannot be given all. */
  choices?: readonly string[];
  /** What it does, as a clause. */
  summary: string;
  /** The options that it takes beside those that all commands take. */
  options: readonly OptionName[];
  /**
   * Does it. Imports what it needs only here, because --help and check are quick, and all of the program is not. Throws
   * PublicationProblems if the publication has problems.
   */
  run: (call: Call, surroundings: Surroundings) => Promise<Answer>;
}
