import { readFileSync } from "node:fs";
import type { Command } from "./command.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { completionCommand } from "./commands/completion.ts";
import { devCommand } from "./commands/dev.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { newCommand } from "./commands/new.ts";
import { diffCommand } from "./commands/diff.ts";
import { statusCommand } from "./commands/status.ts";
import { importCommand } from "./commands/import.ts";
import { verifyCommand } from "./commands/verify.ts";

/** The commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  buildCommand,
  checkCommand,
  devCommand,
  explainCommand,
  statusCommand,
  diffCommand,
  verifyCommand,
  doctorCommand,
  completionCommand,
];

/** Returns the version of the program, from its package.json. */
export function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
