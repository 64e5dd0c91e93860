import type { Dom, Nodes } from "../html/dom.ts";

/**
 * Returns the anchors of the note marks in the running text, each with the notes to set there, so that notes follow
 * each other by number. A note is set at its first mark in the running text. If it has no mark there, or if the mark of
 * a later note stands before its own, it is set with the note before it. The first note has none before it: it is then
 * set at the earliest mark of all.
 */
export function findNotePlaces($: Dom): { anchor: Nodes; notes: Nodes[] }[] {
  const inNotes = new Set($(".notes sup.noteref a").toArray());
  const anchors = $("sup.noteref a")
    .toArray()
    .filter((anchor) => !inNotes.has(anchor));
  const places = anchors.map((anchor) => ({ anchor: $(anchor) as Nodes, notes: [] as Nodes[] }));
  const placesByTarget = new Map(anchors.map((anchor, place) => [anchor.attribs["href"], place] as const).toReversed());
  const notes = $("section.notes > aside").toArray();
  const firstMarks = notes.map((note) => placesByTarget.get(`#${note.attribs["id"]}`) ?? Infinity);
  // For each note, the earliest mark of it and of all notes after it.
  const earliest = [...firstMarks];
  for (let index = notes.length - 2; index >= 0; index--)
    earliest[index] = Math.min(earliest[index]!, earliest[index + 1]!);
  let place = earliest[0]!;
  for (const [index, note] of notes.entries()) {
    const first = firstMarks[index]!;
    if (first < Infinity && first === earliest[index]) place = first;
    places[place]!.notes.push($(note) as Nodes);
  }
  return places;
}
