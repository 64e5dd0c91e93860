import { parseXml, type Dom, type Nodes } from "../html/dom.ts";
import { unpackZip } from "../zip.ts";
import { cleanText, noticeChanges, UnreadableDocument, type Contents, type Facts, type Received } from "./document.ts";
import { mostUnpacked } from "./limits.ts";
import { writeOdt } from "./odt-html.ts";

// A text of OpenDocument, as LibreOffice saves it (ISO/IEC 26300). No library on npm reads them well.

/** Reads an OpenDocument text, .odt. Throws an UnreadableDocument if it has a password. */
export async function readOdt(bytes: Uint8Array): Promise<Received> {
  const files = await unpackZip(bytes, mostUnpacked);
  const read = (name: string) => new TextDecoder().decode(files.get(name));
  if (read("META-INF/manifest.xml").includes("encryption-data"))
    throw new UnreadableDocument("has a password", "Open it in a word processor, and save it without the password.");
  const content = read("content.xml");
  return {
    words: readWords(parseXml(content)),
    placeOf: (line) => `, paragraph ${line}`,
    readContents: async (): Promise<Contents> => {
      const $ = parseXml(content);
      const facts = readFacts(parseXml(read("meta.xml")), parseXml(read("styles.xml")));
      const { html, images } = writeOdt($, parseXml(read("styles.xml")), facts.lang);
      return {
        html,
        images: new Map(images.flatMap((name) => (files.has(name) ? [[name, files.get(name)!] as const] : []))),
        facts,
        notices: listNotices($),
      };
    },
  };
}

/** What stands in a text and is not read with it: notes come after it. */
const aside = "text\\:note, office\\:annotation, text\\:tracked-changes";

function readWords($: Dom): string {
  const body = $("office\\:text") as Nodes;
  const lines = readParagraphs($, body);
  for (const note of body.find("text\\:note").toArray())
    lines.push(...readParagraphs($, $(note).children("text\\:note-body") as Nodes));
  return lines.join("\n");
}

function readParagraphs($: Dom, root: Nodes): string[] {
  const paragraphs = root
    .find("text\\:p, text\\:h")
    .toArray()
    .map((element) => $(element) as Nodes)
    // Inside the root, not inside a note or a comment in it, nor inside another paragraph, which has its words already.
    .filter((paragraph) => paragraph.parentsUntil(root as never).filter(`${aside}, text\\:p, text\\:h`).length === 0);
  return paragraphs.map((paragraph) => cleanText(readText($, paragraph)).replace(/\s+/g, " ").trim());
}

function readText($: Dom, nodes: Nodes): string {
  return nodes
    .contents()
    .toArray()
    .map((node): string => {
      if (node.type === "text") return node.data;
      const element = $(node) as Nodes;
      if (element.is("text\\:note")) return `[${$("text\\:note").index(element) + 1}]`;
      if (!("attribs" in node) || element.is(aside) || element.is("svg\\:title, svg\\:desc")) return "";
      const isSpace = element.is("text\\:s, text\\:tab, text\\:line-break, text\\:p, text\\:h");
      return (isSpace ? " " : "") + readText($, element);
    })
    .join("");
}

function readFacts(meta: Dom, styles: Dom): Facts {
  const text = (found: string) => found.replace(/\s+/g, " ").trim() || undefined;
  const defaults = styles('style\\:default-style[style\\:family="paragraph"] style\\:text-properties').first();
  const language = defaults.attr("fo:language");
  return {
    title: text(meta("dc\\:title").text()),
    author: text(meta("meta\\:initial-creator").text()) ?? text(meta("dc\\:creator").text()),
    lang: language && /^[a-z]{2,3}$/.test(language) ? language : undefined,
  };
}

function listNotices($: Dom): string[] {
  const comments = $("office\\:annotation").length;
  const deletions = $("text\\:deletion").length;
  const insertions = $("text\\:insertion").length;
  return noticeChanges(insertions, deletions, comments);
}
