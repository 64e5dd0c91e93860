import { readFileSync } from "node:fs";
import type { Command } from "./command.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { verifyCommand } from "./commands/verify.ts";

/** The commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [buildCommand, checkCommand, explainCommand, verifyCommand, doctorCommand];

/** Returns the version of the program, from its package.json. */
export function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
