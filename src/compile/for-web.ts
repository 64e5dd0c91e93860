import { parseFragment, serialize, type Dom } from "../html/dom.ts";
import type { Image } from "../publication.ts";
import { formatsOf, imageSizes, renditionsOf } from "../web/renditions.ts";
import { lowerHeadings } from "./headings.ts";
import { findNotePlaces } from "./note-places.ts";
import { replaceInText } from "./text-nodes.ts";
import { boxTables } from "./wide-tables.ts";

type OfferedImage = Pick<Image, "name" | "width" | "height" | "format">;

/** Prepares a compiled text for a page of the web edition, under a heading of `level`. */
export function forWeb(html: string, level: number, images: OfferedImage[]): string {
  return serialize(prepare(html, level, images));
}

/**
 * Prepares the compiled imprint for a page of the web edition, under a heading of level 2. Its blocks with images are
 * set as those of a text, so that no image is wider than the column; the style of its other blocks is its own.
 */
export function forWebImprint(html: string, images: OfferedImage[]): string {
  const $ = prepare(html, 2, images);
  const blocks = $.root().children();
  blocks.filter((_, block) => $(block).find("img").length > 0).wrap('<div class="prose"></div>');
  return serialize($);
}

/** Prepares a compiled text for the web feed, where it has no style sheet: its notes stay after the text. */
export function forFeed(html: string, images: OfferedImage[]): string {
  const $ = parseFragment(html);
  offerRenditions($, images);
  return serialize($);
}

/** Makes links of file names, which a text writes as code. `links` are addresses by file name. */
export function linkFileNames(html: string, links: Record<string, string>): string {
  const $ = parseFragment(html);
  $("code").each((_, code) => {
    const address = links[$(code).text()];
    if (address) $(code).wrap(`<a href="${address}"></a>`);
  });
  return serialize($);
}

/**
 * Sets Latin words apart from a text that is read from right to left, so that what stands around them keeps its order: the
 * names of papers, standards and settings. Code is set apart by the style sheet.
 */
export function isolateLatin(html: string, direction: "ltr" | "rtl"): string {
  if (direction === "ltr") return html;
  const $ = parseFragment(html);
  const texts = $("*:not(code)").contents().toArray();
  for (const node of texts)
    if (node.type === "text") replaceInText($, node, runOfLatin, (found) => [$("<bdi></bdi>").text(found).get(0)!]);
  return serialize($);
}

/** Words with a Latin letter, and the words and numbers after them: US Letter, Flip on short edge, PDF/X-1a:2003. */
const runOfLatin = /\p{Script=Latin}[\p{Script=Latin}\d]*(?:[ ./:-]+[\p{Script=Latin}\d]+)*/gu;

/**
 * Puts drawings into a text that names them in code, `drawing-3`: after the words of the block, which are their
 * alternative text.
 */
export function placeDrawings(html: string, draw: (drawing: number, label: string) => string): string {
  const $ = parseFragment(html);
  $("code").each((_, code) => {
    const [, number] = /^drawing-(\d+)$/.exec($(code).text()) ?? [];
    if (!number) return;
    const block = $(code).closest("li, p");
    $(code).remove();
    block.append(draw(Number(number), block.text().trim()));
  });
  return serialize($);
}

function prepare(html: string, level: number, images: OfferedImage[]): Dom {
  const $ = parseFragment(html);
  boxTables($);
  setNotesBeside($);
  lowerHeadings($, level);
  offerRenditions($, images);
  return $;
}

// Puts each note after the block with its mark, and both into one element, so that the style sheet can set the note
// beside the block or below it.
function setNotesBeside($: Dom): void {
  for (const { anchor, notes } of findNotePlaces($)) {
    const block = anchor.parents().last();
    if (!block.hasClass("noted")) block.wrap('<div class="noted"></div>').after('<div class="beside"></div>');
    anchor
      .parents(".noted")
      .children(".beside")
      .append(...notes);
  }
  $("section.notes").remove();
}

// Offers each image in the widths and formats in which the edition has it. The size is given as well, so that the page
// does not move when the image arrives.
function offerRenditions($: Dom, images: OfferedImage[]): void {
  $("img").each((_, element) => {
    const image = images.find(({ name }) => name === decodeURI($(element).attr("src") ?? ""));
    if (!image) return;
    const offered = renditionsOf(image);
    const candidates = (format: string) => offered.map(({ name, width }) => `${name}.${format} ${width}w`).join(", ");
    const formats = formatsOf(image);
    const fallback = formats.at(-1)!;
    const { name, width, height } = offered.at(-1)!;
    $(element).attr({
      src: `${name}.${fallback}`,
      srcset: candidates(fallback),
      sizes: imageSizes,
      width: String(width),
      height: String(height),
      loading: "lazy",
    });
    const sources = formats
      .slice(0, -1)
      .map((format) => `<source type="image/${format}" srcset="${candidates(format)}" sizes="${imageSizes}"/>`);
    $(element).wrap("<picture></picture>").before(sources.join(""));
  });
}
