import path from "node:path";
import { detectLanguage } from "../detect-language.ts";
import { fileDateOf } from "../names.ts";
import type { Assumption, ToldKeys } from "../publication.ts";
import { day, unprintable } from "../schema-fields.ts";
import { endSlug, toSlug } from "../slug.ts";
import { tableNames, termsOfLanguage } from "../terms/index.ts";
import { publicationIdOf } from "../web/part-id.ts";
import { lastChangeOf } from "./folder.ts";
import type { MarkdownFile } from "./markdown-file.ts";

/** What the keys of a publication are told from. */
interface Evidence {
  /** The publication's folder, as an absolute path. */
  root: string;
  /** The file that gives the keys, whether it is there or not. */
  file: string;
  /** What that file has, valid or not. */
  value: unknown;
  preface?: MarkdownFile;
  statements: MarkdownFile[];
}

/** The language of a publication of which it can be told from nothing. */
const usualLanguage = "en";

/**
 * Returns the keys of publication.yaml that an editor need not write: those that are written, and the others told from
 * the folder. `assumed` are the latter. `prefaceGivesTitle` is whether the heading of the preface is the title of the
 * whole publication; it is then not that of the preface as well. No clock is asked, so the same folder always gives the same keys.
 */
export async function tellKeys(
  evidence: Evidence,
): Promise<{ keys: ToldKeys; assumed: Assumption[]; prefaceGivesTitle: boolean }> {
  const assumed: Assumption[] = [];
  const take = async (key: keyof ToldKeys, tell: () => Told | Promise<Told>): Promise<string> => {
    const given = textAt(evidence.value, key);
    if (given !== undefined) return given;
    const { value, from } = await tell();
    assumed.push({ file: evidence.file, key, value, from });
    return value;
  };
  const title = await take("title", () => tellTitle(evidence));
  const language = await take("language", () => tellLanguage(evidence));
  const date = await take("date", () => tellDate(evidence));
  const slug = await take("slug", async () => ({ value: endSlug(await toSlug(title)), from: "from the title" }));
  const web = textAt(evidence.value, "web");
  const identifier = await take("identifier", () => ({
    value: publicationIdOf(web ?? slug),
    from: web === undefined ? "from the slug" : "from the web address",
  }));
  const prefaceGivesTitle = assumed.some(({ key, from }) => key === "title" && from === headingOfPreface);
  return { keys: { title, slug, identifier, language, date }, assumed, prefaceGivesTitle };
}

/** Returns a text that a group of keys has under a key, if it is one and is not empty. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = (value as Record<string, unknown> | null | undefined)?.[key];
  return typeof found === "string" && found !== "" ? found : undefined;
}

interface Told {
  value: string;
  from: string;
}

const headingOfPreface = "from the heading of the preface";

// Names of folders that say nothing of what is in them.
const sayingNothing =
  /^(?:\W*|(?:new|untitled)[ -]folder.*|statements?|texts?|pamphlets?|publications?|contents?|docs?|documents|desktop|downloads|home|root|src|te?mp|[a-z]?tmp[-.].*)$/i;

function tellTitle({ root, preface, statements }: Evidence): Told {
  if (preface?.heading !== undefined && !isNameOfPreface(preface.heading))
    return { value: preface.heading, from: headingOfPreface };
  const folder = path.basename(root).normalize("NFC");
  const first = statements.flatMap(({ yaml }) => textAt(yaml?.value, "title") ?? [])[0];
  if (sayingNothing.test(folder) && first !== undefined)
    return { value: first, from: "from the title of the first text" };
  return { value: titleOfFolder(root), from: "from the name of the folder" };
}

/** Returns the name of a folder as a title: in words, the first letter a capital. */
export function titleOfFolder(folder: string): string {
  const words = path
    .basename(folder)
    .normalize("NFC")
    .split(unprintable)
    .join(" ")
    .replace(/[\s_-]+/g, " ")
    .trim();
  return words === "" ? "Pamphlet" : words.charAt(0).toUpperCase() + words.slice(1);
}

// A preface may be called nothing but “Preface”, in any language.
function isNameOfPreface(title: string): boolean {
  const names = ["foreword", "introduction", ...tableNames.map((name) => termsOfLanguage(name).preface.toLowerCase())];
  return names.includes(title.toLowerCase());
}

async function tellLanguage({ preface, statements }: Evidence): Promise<Told> {
  const texts = [...(preface ? [preface] : []), ...statements];
  const marked = texts.flatMap(({ yaml }) => textAt(yaml?.value, "lang") ?? []);
  const own = texts.filter(({ yaml }) => textAt(yaml?.value, "lang") === undefined);
  const found = await detectLanguage(own.map(({ ownText }) => ownText).join("\n"), 1);
  if (found !== undefined) return { value: found, from: "told by the words of the texts" };
  return marked[0] === undefined
    ? { value: usualLanguage, from: "because the texts do not tell it" }
    : { value: marked[0], from: "from the first text" };
}

async function tellDate({ root, value, preface, statements }: Evidence): Promise<Told> {
  const events = [(value as { event?: unknown } | undefined)?.event].flat();
  const ofEvent = events.map((event) => textAt(event, "date")).find(isDay);
  if (ofEvent !== undefined) return { value: ofEvent, from: "that of the event" };
  const dates = statements.map(({ yaml }) => textAt(yaml?.value, "date")).filter(isDay);
  const latest = dates.sort().at(-1);
  if (latest !== undefined) return { value: latest, from: "that of the latest text" };
  const files = [...statements, ...(preface ? [preface] : [])].map(({ file }) => file);
  const changed = toDay(await lastChangeOf(root, files));
  return { value: toDay(fileDateOf({ date: changed })), from: "on which a text was last changed" };
}

function toDay(moment: Date): string {
  return moment.toISOString().slice(0, "2020-01-11".length);
}

function isDay(text: string | undefined): text is string {
  return day.safeParse(text).success;
}
