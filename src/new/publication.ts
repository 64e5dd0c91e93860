import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { isNotFound, MachineError, systemReason, UsageError } from "../errors.ts";
import { isMarkdown } from "../load/text-files.ts";
import { endSlug, toSlug } from "../slug.ts";
import { composeSettings, readJsonSchema, type Settings } from "./settings.ts";
import { writeNewFiles } from "./write.ts";

/** What an editor says of a new publication. */
export interface Answers {
  title: string;
  language: string;
  event?: { title: string; date: string; time?: string; place: string };
}

/** The file with the settings of a publication. */
export const settingsFile = "publication.yaml";

// What text editors know of a publication: how to write its settings, in which language it is, which commands there are.
const editorFolder = ".vscode";

/**
 * Throws a UsageError if a publication cannot be made in a folder, because it is one already, or has files that are no
 * texts.
 */
export async function checkIsFree(folder: string): Promise<void> {
  refuseOthers(folder, await listNames(folder));
}

/**
 * Makes a publication in a folder, and returns the names of the files that it wrote. If the folder has Markdown files,
 * they are its texts; otherwise it gets a preface and a sample. Throws a UsageError if no publication can be made there.
 */
export async function makePublication(folder: string, answers: Answers): Promise<string[]> {
  const names = await listNames(folder);
  refuseOthers(folder, names);
  const hasTexts = names.some(isMarkdown);
  return writeNewFiles(
    folder,
    new Map([
      [settingsFile, await composePublicationFile(answers)],
      ...(hasTexts ? [] : await readTemplates(["preface.md", "1-sample.md"], "", answers.language)),
      [`${editorFolder}/publication.schema.json`, readJsonSchema("publication")],
      ...(await readTemplates(["settings.json", "tasks.json", "extensions.json"], editorFolder, answers.language)),
    ]),
  );
}

async function composePublicationFile({ title, language, event }: Answers): Promise<string> {
  const settings: Settings = {
    title,
    slug: endSlug(await toSlug(title)),
    identifier: `urn:uuid:${randomUUID()}`,
    language,
    date: event?.date ?? today(),
    ...(event && { event: { ...event, ...(event.time !== undefined && findTimezone()) } }),
  };
  return [
    `# yaml-language-server: $schema=${editorFolder}/publication.schema.json`,
    "",
    "# Every setting of the publication, explained. One that begins with # is not used and has an example: to use it, take",
    "# the # away, also from the lines that are indented under it.",
    "",
    composeSettings("publication", settings),
  ].join("\n");
}

// The event is most likely where the editor is. A machine that says UTC does not know where it is.
function findTimezone(): { timezone?: string } {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === "UTC" ? {} : { timezone: timeZone };
}

function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

// The samples are in English. Whatever else the language of the publication is, they say so.
async function readTemplates(names: string[], folder: string, language: string): Promise<[string, string][]> {
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const text = await readFile(new URL(`template/${name}`, import.meta.url), "utf8");
      const isEnglish = new Intl.Locale(language).language === "en";
      const localised = isEnglish ? text : text.replace(/^---\n/, "---\nlang: en\n");
      return [path.posix.join(folder, name), localised.replaceAll("LANGUAGE", language)];
    }),
  );
}

const ownFolders = new Set(["images", "sources", "fonts"]);

function refuseOthers(folder: string, names: string[]): void {
  const place = path.relative(process.cwd(), folder) || "this folder";
  if (names.includes(settingsFile))
    throw new UsageError(`There is a publication in ${place} already: its settings are in ${settingsFile}.`);
  const others = names.filter((name) => !isMarkdown(name) && !ownFolders.has(name));
  if (others.length > 0) {
    const named = others.length > mostNamed ? [...others.slice(0, mostNamed), "others"] : others;
    throw new UsageError(
      `A publication has a folder to itself, and ${place} has ${named.join(", ")}. ` +
        "Name a new folder: “pamphlet new my-pamphlet”.",
    );
  }
}

/** How many files a message names. */
const mostNamed = 3;

// Without hidden files.
async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  } catch (error) {
    if (isNotFound(error)) return [];
    throw new MachineError(`The folder ${folder} cannot be read: ${systemReason(error)}.`, { cause: error });
  }
}
