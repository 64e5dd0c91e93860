import path from "node:path";
import { check } from "../check/index.ts";
import { findRemarks } from "../check/remarks.ts";
import type { PageWord } from "../inspect/page-words.ts";
import { load } from "../load/index.ts";
import { readStrands } from "../markdown/strands.ts";
import { editorsTitleOf, isEditorsOwn, statementNameOf } from "../names.ts";
import { sortProblems, type Problem } from "../problem.ts";
import {
  leafletOf,
  listInReadingOrder,
  listTexts,
  type Draft,
  type Prose,
  type Publication,
  type Statement,
} from "../publication.ts";
import { findGaps } from "./gaps.ts";
import { findTime, readBuildFacts, type BuildFacts } from "./build-facts.ts";

/** What is known of a text. What is not known, or what the text has not, is absent. */
export interface TextStatus {
  /** The file, relative to the publication's folder. */
  file: string;
  words: number;
  /** The first of its pages in the last build, as it is numbered, and how many there are. */
  page?: string;
  pages?: number;
  date?: string;
  /** The source document; an original has none. */
  source?: string;
  /** How many corrections are declared; of a text with a source. */
  corrections?: number;
  /** The type size of its leaflet in the last build, in pt. */
  leafletSize?: number;
  /** When its file was changed last. */
  changed?: Date;
  /** Whether that was after the last build. */
  isNewer: boolean;
}

/** How a publication stands. */
export interface PublicationStatus {
  title?: string;
  /** When the last build was made. */
  built?: Date;
  texts: TextStatus[];
  /** What could be better, a sentence each: also what the program told itself, because the editor did not write it. */
  remarks: string[];
  /** What each edition lacks because the editor did not write it, a sentence each. */
  gaps: string[];
  problems: Problem[];
}

/**
 * Finds out how a publication stands, as far as that is known if it has problems, from its folder and from the last
 * build in the folder `out`. Throws a MachineError if one of them cannot be read.
 */
export async function findStatus(folder: string, out: string): Promise<PublicationStatus> {
  const [{ publication, draft, problems }, build] = await Promise.all([load(folder), readBuildFacts(out)]);
  const texts = listFiles(publication, draft);
  const leaflets = new Map(publication?.statements.map((one) => [one.slug, leafletOf(one)]));
  const rows = texts.map(async (text): Promise<TextStatus> => {
    const changed = await findTime(path.join(folder, text.file));
    return {
      file: text.file,
      words: countWords(text),
      ...describeStatement(draft.statements.find(({ file }) => file === text.file)),
      ...(publication && build && findPages(text, publication, build)),
      leafletSize: findTextSize(build?.leaflets.get(text.slug), leaflets.get(text.slug) ?? text),
      changed,
      isNewer: build !== undefined && changed !== undefined && changed > build.made,
    };
  });
  return {
    title: publication?.title,
    built: build?.made,
    texts: await Promise.all(rows),
    remarks: publication ? findRemarks(publication) : [],
    gaps: publication ? findGaps(publication) : [],
    problems: sortProblems([...problems, ...check(draft)]),
  };
}

// Each file once, in the order of the contents; a shorter version for the leaflet stands after its statement. Of a draft,
// other passages of front matter and the imprint are texts too.
function listFiles(publication: Publication | undefined, { texts }: Draft): Prose[] {
  const all = [...(publication ? listTexts(publication) : []), ...texts].filter(({ slug }) => slug !== "imprint");
  return all.filter(({ file }, index) => all.findIndex((other) => other.file === file) === index);
}

// Numbers that the program sets do not count.
function countWords(text: Prose): number {
  const { body, notes } = readStrands(text);
  return [...body, ...notes.flat()].filter(({ mark }) => !mark).length;
}

function describeStatement(statement: Statement | undefined): Partial<TextStatus> {
  if (!statement) return {};
  const { date, source, corrections } = statement;
  return { date, ...(source && { source: source.file, corrections: corrections.length }) };
}

// The bookmark of a text has its name. Two texts may have the same name; their bookmarks are in the order of the texts.
function findPages(text: Prose, publication: Publication, { parts }: BuildFacts): Partial<TextStatus> {
  const nameOf = (one: Prose) =>
    isEditorsOwn(one, publication) ? editorsTitleOf(one, publication) : statementNameOf(one as Statement, publication);
  const named = listInReadingOrder(publication).filter((one) => nameOf(one) === nameOf(text));
  const { page, pages } = parts.filter(({ title }) => title === nameOf(text))[named.indexOf(text as Statement)] ?? {};
  return { page, pages };
}

/** So many words at the beginning of a text tell it from its head and its foot; chosen by eye. */
const tellingWords = 5;

// The head of a leaflet and its foot have other sizes than its text.
function findTextSize(page: PageWord[] | undefined, text: Prose): number | undefined {
  const first = readStrands(text).body.slice(0, tellingWords);
  const begin = page?.find((_, index) => first.every(({ key }, offset) => page[index + offset]?.key === key));
  // The browser rounds the steps of a quarter point in which type sizes are chosen.
  return begin && Math.round(begin.size * 4) / 4;
}
