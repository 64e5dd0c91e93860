import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isNotFound, MachineError, systemReason, UsageError } from "../errors.ts";
import { listFiles } from "../load/folder.ts";
import { addToList } from "../load/yaml.ts";
import { endSlug, toSlug } from "../slug.ts";
import { settingsFile } from "./publication.ts";
import { composeSettings } from "./settings.ts";
import { writeNewFiles } from "./write.ts";

/** The keys that the front matter of a new statement shows. */
const shownKeys = ["title", "organisation", "author", "date"];

/**
 * Adds a statement without words to a publication, and to its contents if these are listed. Returns the names of the
 * files that were written. Throws a UsageError if there is no such folder, or if the statement is there already.
 */
export async function makeStatement(folder: string, title: string): Promise<string[]> {
  const names = await listFiles(folder);
  if (!names) throw new UsageError(`There is no folder ${folder}. “pamphlet new” makes a publication.`);
  const stem = `${findNextNumber(names)}${endSlug(await toSlug(title))}`;
  const file = `${stem}.md`;
  const text = `---\n${composeSettings("statement", { title }, shownKeys)}---\n\n`;
  const written = await writeNewFiles(folder, new Map([[file, text]]));
  if (written.length === 0) throw new UsageError(`There is a file ${file} already.`);
  return (await addToContents(path.join(folder, settingsFile), stem)) ? [file, settingsFile] : [file];
}

// If the names of texts begin with numbers, which give their order, the new one comes last.
function findNextNumber(names: string[]): string {
  const numbers = names.flatMap((name) => {
    const [, digits, separator] = /^(\d+)([ ._-]+).*\.(?:md|markdown)$/i.exec(name) ?? [];
    return digits && separator ? [{ digits, separator }] : [];
  });
  const last = numbers.sort((a, b) => Number(a.digits) - Number(b.digits)).at(-1);
  return last ? `${String(Number(last.digits) + 1).padStart(last.digits.length, "0")}${last.separator}` : "";
}

// Returns whether the settings list the contents.
async function addToContents(file: string, stem: string): Promise<boolean> {
  try {
    const longer = addToList(await readFile(file, "utf8"), "contents", stem);
    if (longer === undefined) return false;
    await writeFile(file, longer);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw new MachineError(`The file ${file} cannot be changed: ${systemReason(error)}.`, { cause: error });
  }
}
