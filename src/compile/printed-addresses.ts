import { createAddressPrinter } from "../addresses.ts";
import type { Dom, Nodes } from "../html/dom.ts";
import { hasRightToLeftLetter } from "../language.ts";
import { contactClass } from "../markdown/contacts.ts";
import type { Prose, Publication } from "../publication.ts";

/** A text to print. Its direction is only needed for notes at the foot, and its slug for notes of addresses. */
export type PrintedProse = Pick<Prose, "lang"> & Partial<Pick<Prose, "slug" | "dir">>;

/** The address of a link that is printed in a note; none if an earlier link has the same note. */
interface AddressNote {
  link: Nodes;
  mark: string;
  address?: string;
}

/** Prints addresses beside links, and returns those that belong in notes. */
export function printAddresses(
  $: Dom,
  text: PrintedProse,
  print: Pick<Publication["print"], "links" | "short">,
): AddressNote[] {
  const printer = createAddressPrinter(text, print);
  return $("a:not(.noteref a, .note-number a)")
    .toArray()
    .flatMap((element) => {
      const link = $(element) as Nodes;
      const address = element.attribs["href"]!;
      const shown = link.clone();
      shown.find(".noteref").remove();
      const printed = printer({
        address,
        words: shown.text(),
        isApart: link.closest(`.notes, .${contactClass}`).length > 0,
      });
      if (printed && "mark" in printed) return [{ link, ...printed }];
      if (printed) link.after(` ${printed.before}`, linkTo($, address, printed.beside), printed.after);
      return [];
    });
}

/**
 * Sets marks after links, and their addresses in notes: at the foot of the page, where paged.js moves what stands beside
 * the mark, or after the text.
 */
export function noteAddresses($: Dom, found: AddressNote[], { slug, lang, dir }: PrintedProse, atFoot: boolean): void {
  for (const { link, mark, address } of found) {
    const id = `fn-${slug}-${mark}`;
    const target = atFoot ? `note-${id}` : id;
    const isFirst = address !== undefined ? ` id="fnref-${slug}-${mark}"` : "";
    const anchor = `<a href="#${target}"${isFirst} role="doc-noteref">${mark}</a>`;
    const sign = $(`<sup class="noteref" dir="ltr">${markSpace}${anchor}</sup>`);
    if (link.next().is(".noteref") && link[0]!.next?.type === "tag") sign.append("\u202f");
    link.after(sign);
    if (address === undefined) continue;
    const shown = linkTo($, link.attr("href")!, address);
    if (atFoot) {
      const note = $(
        `<span class="footnote" data-ref="${id}" lang="${lang}" dir="${dir}"><span class="note-number">${mark}</span></span>`,
      );
      sign.after(note.append(shown));
    } else {
      const number = `<span class="note-number"><a href="#fnref-${slug}-${mark}" role="doc-backlink">${mark}</a></span>`;
      const note = $(`<aside class="note address-note" id="${id}" role="doc-footnote">${number}<p></p></aside>`);
      note.find("p").append(shown);
      notesAfterText($).append(note as unknown as Nodes);
    }
  }
}

/** A narrow space, which keeps the letter of a note apart from the word before it when the words are copied. */
const markSpace = '<span class="mark-space">\u202f</span>';

/** The class of a link whose words are a printed address. */
const addressClass = "address";

// An address with letters from right to left is read as the lines around it are.
function linkTo($: Dom, address: string, words: string): Nodes {
  const link = $("<a></a>").addClass(addressClass).attr("href", address).text(words);
  if (!hasRightToLeftLetter(words)) link.attr("dir", "ltr");
  return link as unknown as Nodes;
}

// Returns what the notes after the text stand in, which is made for the first of them if the text has none.
function notesAfterText($: Dom): Nodes {
  if ($("section.notes").length === 0) $.root().append('<section class="notes" role="doc-endnotes"></section>');
  return $("section.notes") as unknown as Nodes;
}
