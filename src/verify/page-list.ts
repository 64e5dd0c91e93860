import { runningText, textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import { readingOrder, type Publication } from "../publication.ts";
import { normal } from "../words.ts";
import { lettersIn, type Printed } from "./printed-words.ts";

/**
 * What is wrong with a page of the page list: in which document of the book, where in it, and a clause that says what.
 */
export interface Astray {
  document: string;
  offset: number;
  clause: string;
}

interface Mark {
  document: string;
  offset: number;
  page: number;
}

/**
 * Holds a book's page list against the printed pamphlet, as it was read: every page of the texts is listed, and each is
 * marked where its words begin. `documents` are the book's, by name; `list` names the one with the page list, `path`
 * the pamphlet.
 */
export function pagesAstray(
  publication: Publication,
  documents: Map<string, string>,
  list: string,
  printed: Printed,
  path: string,
): Astray[] {
  const folder = list.replace(/[^/]*$/, "");
  const marks = valuesOf(documents.get(list) ?? "", "nav[role=doc-pagelist] a", "href").map((href): Mark => {
    const [name, id] = href.split("#") as [string, string];
    return {
      document: folder + name,
      offset: (documents.get(folder + name) ?? "").indexOf(`id="${id}"`),
      page: Number(id.replace("page-", "")),
    };
  });
  const texts = new Set(readingOrder(publication).map(({ slug }) => slug));
  const unlisted = [...printed.pageStarts].filter(
    ([page, { word }]) => texts.has(word.part) && !marks.some((mark) => mark.page === page),
  );
  return [
    ...unlisted.map(([page]) => ({
      document: list,
      offset: 0,
      clause: `has no page ${page} of ${path} in its page list`,
    })),
    ...marks
      .filter((mark) => !isRight(publication, mark, documents.get(mark.document) ?? "", printed))
      .map(({ document, offset, page }) => ({
        document,
        offset,
        clause: `marks page ${page} where ${path} does not begin it`,
      })),
  ];
}

// What the book sets in its own way, the cover, the imprint, the contents and the sources, is known by its part alone.
const documentOfPart: Record<string, string> = {
  cover: "cover.xhtml",
  imprint: "imprint.xhtml",
  contents: "toc.xhtml",
  sources: "sources.xhtml",
};

function isRight(
  publication: Publication,
  { document, offset, page }: Mark,
  text: string,
  { pageStarts, startOf }: Printed,
): boolean {
  const name = document.replace(/^.*\//, "");
  // A page that holds nothing but a picture, or the rest of a note, begins where the text goes on.
  const start =
    pageStarts.get(page) ?? pageStarts.get(Math.min(...[...pageStarts.keys()].filter((other) => other > page)));
  if (!start || offset < 0) return false;
  if (name === "sources.xhtml") return beginsSource(publication, text.slice(offset), page, startOf);
  const [before, all] = [opened(text, offset), text].map((html) => lettersIn(normal(runningText(html, ".prose")))) as [
    number,
    number,
  ];
  if (!pageStarts.has(page) && before === all) return true;
  const { part, after, key, mark } = start.word;
  if (name !== (documentOfPart[part] ?? `text-${part}.xhtml`)) return false;
  if (documentOfPart[part]) return startOf.get(part) === page;
  // The mark stands before the word in which the page begins, or inside it where another element begins there.
  if (after !== undefined) return before >= after && before <= after + (mark ? 0 : lettersIn(key));
  // What stands above a text, or below it.
  return before === 0 || before === all;
}

// The first source that stands whole on the page, or the heading over them.
function beginsSource({ statements }: Publication, rest: string, page: number, startOf: Map<string, number>): boolean {
  const following = lettersOf(textOf(`<body>${rest.slice(rest.indexOf(">") + 1)}`, "body"));
  const here = statements.filter(({ slug }) => startOf.get(`source_${slug}`) === page);
  return (
    startOf.get("sources") === page || here.some(({ organisation }) => following.startsWith(lettersOf(organisation)))
  );
}

// Cut inside a tag, a document would hold half of one.
function opened(document: string, offset: number): string {
  return document.slice(0, document.lastIndexOf("<", offset));
}

function lettersOf(text: string): string {
  return (normal(text).match(/[\p{L}\p{N}]/gu) ?? []).join("");
}
