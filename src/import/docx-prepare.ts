import { parseXml, type Dom, type Nodes } from "../html/dom.ts";
import { scriptOf } from "../language.ts";
import { escapeHtml } from "./document.ts";
import type { ItemNumber } from "./docx-numbers.ts";

// mammoth, which makes HTML of a Word document, leaves out what it does not know. So this is put into words that it
// knows first: text boxes, SmartArt, formulas, fields. Bookmarks carry what HTML needs besides: numbers and notices.

/** The parts of a document, and what is found out while they are prepared. */
export interface Preparation {
  /** Returns the XML of a part to which the main part refers, by the key of the reference. */
  related: (key: string) => string | undefined;
  countNumber: (paragraph: Nodes) => ItemNumber | undefined;
  lang: string | undefined;
  /** The numbers of items, by the key of their bookmark. */
  numbers: Map<string, ItemNumber>;
  /** The sentences at places, by the key of their bookmark. */
  sentences: Map<string, string>;
  /** How often something that concerns the whole document was found. */
  counts: Record<"inserted" | "deleted" | "hidden" | "comments", number>;
}

/** Prepares one part of a Word document for mammoth; returns its XML. */
export function preparePart(xml: string, preparation: Preparation): string {
  const $ = parseXml(xml);
  acceptChanges($, preparation);
  unwrapFields($);
  moveTextBoxes($, preparation);
  writeOutDrawings($, preparation);
  $("w\\:p").each((_, element) => numberParagraph($(element) as Nodes, preparation));
  markLanguages($, preparation);
  return $.xml();
}

function acceptChanges($: Dom, { counts }: Preparation): void {
  counts.inserted += $("w\\:ins, w\\:moveTo").length;
  const deleted = $("w\\:del, w\\:moveFrom").filter((_, element) => !$(element).parent().is("w\\:rPr, w\\:trPr"));
  counts.deleted += deleted.length;
  deleted.remove();
  counts.comments += $("w\\:commentReference").length;
  const hidden = $("w\\:r").filter((_, run) => {
    const vanish = $(run).children("w\\:rPr").children("w\\:vanish");
    return vanish.length > 0 && !/^(?:0|false|off)$/.test(vanish.attr("w:val") ?? "");
  });
  counts.hidden += hidden.filter((_, run) => $(run).find("w\\:t").text().trim() !== "").length;
  hidden.remove();
}

function unwrapFields($: Dom): void {
  $("w\\:fldSimple, w\\:dir, w\\:bdo, w\\:smartTag, w\\:ruby, w\\:rubyBase").each((_, element) => {
    $(element).replaceWith($(element).contents());
  });
  $("w\\:cr").replaceWith("<w:br/>");
  $("w\\:ptab").replaceWith("<w:tab/>");
  $("m\\:oMath").each((_, formula) => {
    const text = $(formula).find("m\\:t").text();
    $(formula).replaceWith(`<w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`);
  });
  $("m\\:oMathPara").each((_, element) => void $(element).replaceWith($(element).contents()));
}

function moveTextBoxes($: Dom, preparation: Preparation): void {
  $("mc\\:Fallback w\\:txbxContent").remove();
  for (const box of $("w\\:txbxContent").toArray().reverse()) {
    const host = $(box).parents("w\\:p").last();
    const paragraphs = $(box).children();
    if ($(box).find("w\\:t").text().trim() !== "")
      addNotice(paragraphs.filter("w\\:p").first() as Nodes, "This stands in a text box in the document.", preparation);
    host.after(paragraphs);
    $(box).remove();
  }
}

function writeOutDrawings($: Dom, preparation: Preparation): void {
  $("w\\:drawing").each((_, drawing) => {
    const data = $(drawing).find("dgm\\:relIds").attr("r:dm");
    const host = $(drawing).parents("w\\:p").last() as Nodes;
    if (data) {
      const points = readPoints(preparation.related(data) ?? "<none/>");
      const paragraphs = points.map(
        (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`,
      );
      host.after(paragraphs.join(""));
      addNotice(host, "Here the document has SmartArt. Its words follow as paragraphs.", preparation);
    }
    if ($(drawing).find("c\\:chart").length > 0)
      addNotice(host, "Here the document has a chart, which could not be brought in.", preparation);
  });
  $("w\\:sym").each((_, sign) => {
    const host = $(sign).parents("w\\:p").first() as Nodes;
    addNotice(
      host,
      `Here the document has a sign of the font ${$(sign).attr("w:font")}, which was left out.`,
      preparation,
    );
    $(sign).remove();
  });
}

function readPoints(xml: string): string[] {
  const $ = parseXml(xml);
  return $("dgm\\:pt")
    .toArray()
    .map((point) => $(point).find("a\\:t").text().trim())
    .filter((text) => text !== "");
}

function numberParagraph(paragraph: Nodes, preparation: Preparation): void {
  const number = preparation.countNumber(paragraph);
  if (!number) return;
  const style = paragraph.children("w\\:pPr").children("w\\:pStyle").attr("w:val") ?? "";
  if (/^(?:heading|title|berschrift|titre)/i.test(style)) {
    addNotice(
      paragraph,
      `This heading has the number ${number.number} in the document, which is not in its words.`,
      preparation,
    );
    return;
  }
  const key = `number-${preparation.numbers.size}`;
  preparation.numbers.set(key, number);
  addBookmark(paragraph, key);
}

function addNotice(paragraph: Nodes, sentence: string, { sentences }: Preparation): void {
  const key = `notice-${sentences.size}`;
  sentences.set(key, sentence);
  addBookmark(paragraph, key);
}

function addBookmark(paragraph: Nodes, name: string): void {
  const properties = paragraph.children("w\\:pPr");
  const bookmark = `<w:bookmarkStart w:id="0" w:name="${name}"/>`;
  if (properties.length > 0) properties.after(bookmark);
  else paragraph.prepend(bookmark);
}

// Word marks languages for its spelling checker, often wrongly. Where letters of another script are, it is right.
function markLanguages($: Dom, { lang }: Preparation): void {
  if (!lang) return;
  $("w\\:r").each((_, run) => {
    const properties = $(run).children("w\\:rPr");
    const named = properties.children("w\\:lang");
    const text = $(run).children("w\\:t").text();
    const tag = [named.attr("w:bidi"), named.attr("w:val"), named.attr("w:eastAsia")].find(
      (tag) => tag && scriptOf(tag) !== scriptOf(lang) && isMostlyIn(text, scriptOf(tag)),
    );
    if (!tag || properties.children("w\\:rStyle").length > 0) return;
    properties.prepend(`<w:rStyle w:val="Language-${tag.split("-")[0]}"/>`);
  });
}

function isMostlyIn(text: string, script: string | undefined): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  // Intl knows scripts that regular expressions do not, as Jpan.
  const name = { Jpan: "Han", Kore: "Hang", Hans: "Han", Hant: "Han", Aran: "Arab" }[script ?? ""] ?? script;
  if (letters.length === 0 || !name) return false;
  const pattern = new RegExp(`\\p{Script=${name}}`, "u");
  return letters.filter((letter) => pattern.test(letter)).length > letters.length / 2;
}
