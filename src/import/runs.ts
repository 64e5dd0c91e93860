import type { Dom, Nodes } from "../html/dom.ts";
import { cleanText } from "./document.ts";

// The inside of a paragraph as runs: characters with all that is said of them. HTML nests emphasis as it likes, with
// spaces at its edges and empty elements inside; from runs it can be written in one order.

/** Characters that are all formatted alike, or one thing among them. */
export interface Run {
  kind: "text" | "break" | "note" | "image" | "code" | "notice";
  /** Characters; the key of a note; what an image shows; the sentence of a notice. */
  text: string;
  /** The address of an image, and its caption. */
  src?: string;
  caption?: string;
  strong?: boolean;
  em?: boolean;
  link?: string;
  lang?: string;
}

type Format = Pick<Run, "strong" | "em" | "link" | "lang">;

/** What runs are read with: the language of the text, in which words need no mark. */
interface Around {
  lang?: string;
}

/** Reads the inside of a paragraph. A block inside it is divided from what is before and after it by a line break. */
export function readRuns($: Dom, nodes: Nodes, around: Around, format: Format = {}): Run[] {
  const runs = nodes.toArray().flatMap((node): Run[] => {
    if (node.type === "text") return [{ ...format, kind: "text", text: cleanText(node.data) }];
    return "attribs" in node ? readElement($, $(node) as Nodes, node.name, around, format) : [];
  });
  return joinRuns(runs);
}

const blocks = new Set([
  "p",
  "div",
  "li",
  "tr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "section",
  "dt",
  "dd",
]);

function readElement($: Dom, element: Nodes, name: string, around: Around, format: Format): Run[] {
  if (element.is("data.notice")) return [{ kind: "notice", text: element.attr("value") ?? "" }];
  if (name === "br") return [{ kind: "break", text: "\n" }];
  if (name === "img") return readImage(element, format);
  if (name === "sup" && element.attr("data-note")) return [{ kind: "note", text: element.attr("data-note")! }];
  if (name === "code" || name === "kbd" || name === "samp")
    return [{ ...format, kind: "code", text: cleanText(element.text()) }];
  const inside = readRuns($, element.contents(), around, { ...format, ...formatOf(element, name, around) });
  const raised = name === "sup" || name === "sub" ? element.text().trim() : "";
  // A number that is no longer raised reads as another: 10² as 102.
  if (/^[\d+−-]+$/.test(raised)) {
    const was = name === "sup" ? "raised" : "lowered";
    inside.push({ kind: "notice", text: `“${raised}” is ${was} in the document, and no longer so here.` });
  }
  const edge: Run[] = blocks.has(name) ? [{ kind: "break", text: "\n" }] : [];
  return [...edge, ...inside, ...edge];
}

function formatOf(element: Nodes, name: string, { lang }: Around): Format {
  const style = element.attr("style") ?? "";
  const href = element.attr("href") ?? "";
  const language = element.attr("lang") ?? element.attr("xml:lang");
  return {
    ...((name === "b" || name === "strong" || /font-weight:\s*(?:bold|[6-9]00)/.test(style)) && { strong: true }),
    ...((name === "i" || name === "em" || name === "cite" || /font-style:\s*italic/.test(style)) && { em: true }),
    ...(name === "a" && isFollowable(href) && { link: href.trim() }),
    ...(language && { lang: isSameLanguage(language, lang) ? undefined : language }),
  };
}

/** Returns whether two tags name one language, whatever its script and region. A text without a tag agrees with all. */
export function isSameLanguage(one: string, other: string | undefined): boolean {
  return other === undefined || one.split(/[-_]/)[0]!.toLowerCase() === other.split("-")[0]!.toLowerCase();
}

function isFollowable(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(address.trim());
}

function readImage(image: Nodes, format: Format): Run[] {
  const src = image.attr("src") ?? "";
  const text = cleanText(image.attr("alt") ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const caption = image.attr("data-caption");
  return [{ ...format, kind: "image", text, src, ...(caption && { caption: cleanText(caption) }) }];
}

// Joins runs of text that are formatted alike, with all white space as single spaces, and no space beside a line break.
function joinRuns(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === "text" && last?.kind === "text" && isAlike(run, last)) last.text += run.text;
    else if (run.kind !== "text" || run.text !== "") joined.push({ ...run });
  }
  for (const run of joined) if (run.kind === "text") run.text = run.text.replace(/[ \t\n]+/g, " ");
  return joined;
}

function isAlike(one: Run, other: Run): boolean {
  return one.strong === other.strong && one.em === other.em && one.link === other.link && one.lang === other.lang;
}
