import type { Dom, Nodes } from "../html/dom.ts";

/**
 * Returns the anchors of the note marks in the running text, each with the notes to set there, so that notes follow
 * each other by number. A note is set at its first mark in the running text. If it has no mark there, or if the mark of
 * a later note stands before its own, it is set with the note before it. The first note has none before it: it is then
 * set at the earliest mark of all.
 */
export function findNotePlaces($: Dom): { anchor: Nodes; notes: Nodes[] }[] {
  const anchors = $("sup.noteref a")
    .toArray()
    .filter((anchor) => $(anchor).closest(".notes").length === 0);
  const targets = anchors.map((anchor) => anchor.attribs["href"]);
  const notes = $("section.notes > aside").toArray();
  const firstMarks = notes.map((note) => targets.indexOf(`#${note.attribs["id"]}`));
  const places: number[] = [];
  for (const [index, first] of firstMarks.entries()) {
    const later = firstMarks.slice(index + 1).filter((place) => place >= 0);
    places.push(first >= 0 && later.every((place) => place > first) ? first : (places.at(-1) ?? Math.min(...later)));
  }
  return anchors.map((anchor, place) => ({
    anchor: $(anchor) as Nodes,
    notes: notes.filter((_, index) => places[index] === place).map((note) => $(note) as Nodes),
  }));
}
