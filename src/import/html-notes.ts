import type { Dom, Nodes } from "../html/dom.ts";
import { decodeAddress } from "../names.ts";

// Notes have no form of their own in HTML: a mark is a link to a later place in the page, and the note links back. So
// do Word, LibreOffice, pandoc, mammoth, Wikipedia and WordPress write them.

const mark = /^[\s[(]*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,4})[\s\]).:]*$/i;
const backLink = /^[\s[(]*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶↑↩^⇑⬆]{1,4}\ufe0e?)[\s\]).:]*$/i;

/** Turns the notes of a page into `<sup data-note>` and `<aside data-note>`, as Contents have them. */
export function normalizeNotes($: Dom): void {
  const order = new Map(
    $("*")
      .toArray()
      .map((element, index) => [element, index]),
  );
  const targets = new Map<string, Nodes>();
  $("[id], a[name]").each((_, element) => {
    for (const name of [$(element).attr("id"), $(element).attr("name")])
      if (name && !targets.has(name)) targets.set(name, $(element) as Nodes);
  });
  const targetOf = (link: Nodes) => targets.get(decodeAddress((link.attr("href") ?? "").slice(1)));
  const links = $("a[href^='#']")
    .toArray()
    .map((element) => $(element) as Nodes);
  const isForward = (link: Nodes) => {
    const target = targetOf(link);
    return target !== undefined && order.get(target[0]! as never)! > order.get(link[0]! as never)!;
  };
  const marks = links.filter((link) => mark.test(link.text()) && isForward(link));
  const notes = new Map<string, Nodes>();
  for (const link of marks) {
    const target = targetOf(link)!;
    const note = findNote(target, link);
    if (!note || !leadsBack(note, link, targetOf)) continue;
    const key = `note-${order.get(note[0]! as never)}`;
    notes.set(key, note);
    const whole = link.closest("sup");
    const replaced = whole.length > 0 && whole.text().trim() === link.text().trim() ? whole : link;
    replaced.replaceWith(`<sup data-note="${key}"></sup>`);
  }
  for (const [key, note] of notes) {
    note.find("a[href^='#']").each((_, element) => {
      const link = $(element) as Nodes;
      if (!backLink.test(link.text()) || isForward(link)) return;
      const whole = link.closest("sup");
      (whole.length > 0 && whole.text().trim() === link.text().trim() ? whole : link).remove();
    });
    const aside = $(`<aside data-note="${key}"></aside>`);
    aside.append(note.contents());
    $("body").append(aside);
    note.remove();
  }
}

// The note is the item or the division that the link leads to, or else the paragraph.
function findNote(target: Nodes, link: Nodes): Nodes | undefined {
  const paragraph = target.is("li, dd, aside, div, p, td") ? target : target.closest("li, dd, aside, div, p, td");
  const around = paragraph.parent();
  const isOnlyNote = around.is("div[id], li, aside") && around.find("a[name], [id]").length <= 2;
  const note = (isOnlyNote ? around : paragraph) as Nodes;
  const isPossible = note.length > 0 && link.closest(note as never).length === 0;
  return isPossible ? note : undefined;
}

function leadsBack(note: Nodes, link: Nodes, targetOf: (link: Nodes) => Nodes | undefined): boolean {
  const names = new Set(
    [link, link.parent(), link.parent().parent(), link.children()].flatMap((element) => [
      element.attr("id"),
      element.attr("name"),
    ]),
  );
  const back = note
    .find("a[href^='#']")
    .toArray()
    .map((element) => note.find(element as never) as Nodes);
  return (
    back.some(
      (element) =>
        names.has(decodeAddress((element.attr("href") ?? "").slice(1))) || targetOf(element)?.[0] === link[0],
    ) || note.text().trim().startsWith(link.text().trim())
  );
}
