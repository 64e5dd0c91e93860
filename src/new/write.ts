import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { hasSystemCode, MachineError, systemReason } from "../errors.ts";

/**
 * Writes files into a folder, which is made if it is not there, and returns the names of those that were not there
 * before: a file that is there stays as it is. Throws a MachineError if a file cannot be written.
 */
export async function writeNewFiles(folder: string, files: Map<string, string>): Promise<string[]> {
  const written: string[] = [];
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { flag: "wx" });
      written.push(name);
    } catch (error) {
      if (hasSystemCode(error, "EEXIST")) continue;
      throw new MachineError(`The file ${file} cannot be written: ${systemReason(error)}.`, { cause: error });
    }
  }
  return written;
}
