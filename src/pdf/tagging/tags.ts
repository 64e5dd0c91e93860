import { isTag, walk, type Kid, type Tag } from "./structure.ts";
import { hintOf, takeHint } from "./tag-hints.ts";

// The tags as Chromium gives them, made into those of the document: pages, wrappers and split paragraphs are the
// printer's affair.

/** Mends the tags of a document that tags.js has prepared. */
export function mendTags(document: Tag): void {
  for (const repair of [
    unwrap,
    joinParts,
    placeNotes,
    pairNotesAndLinks,
    listItems,
    looseText,
    plainAttributes,
    levelHeadings,
    ownLanguages,
  ])
    repair(document);
}

/** Structure types that are not in ISO 32000-1, 14.8.4, by the nearest that is. */
export const roles = { Em: "Span", Strong: "Span" };

const grouping = new Set(["Document", "Part", "Art", "Sect", "Div", "BlockQuote"]);
/** Types that stand in the lines of a block. */
export const inline = new Set(["Span", "Em", "Strong", "Code", "Link", "Reference", "Quote", "Lbl"]);

// Takes the hints out of the languages, and away what is a tag only because it was an element: its content stands in
// its place.
function unwrap(tag: Tag): void {
  takeHint(tag);
  tag.kids = tag.kids.flatMap((kid): Kid[] => {
    if (!isTag(kid)) return [kid];
    unwrap(kid);
    if ((kid.type === "NonStruct" || kid.type === "Div") && !hintOf(kid)) return kid.kids;
    return kid.kids.length > 0 || kid.type === "TD" || kid.type === "TH" ? [kid] : [];
  });
}

// What was divided between pages is one element again. A link stays in parts, each with its own annotation.
function joinParts(document: Tag): void {
  const firsts = new Map<string, Tag>();
  const join = (tag: Tag): void => {
    tag.kids = tag.kids.filter((kid) => {
      const hint = isTag(kid) && hintOf(kid);
      if (!hint || hint.name === "link" || hint.name === "mark") return true;
      const key = `${hint.name} ${hint.number}`;
      const first = firsts.get(key);
      first?.kids.push(...(kid as Tag).kids);
      if (!first) firsts.set(key, kid as Tag);
      return !first;
    });
    for (const kid of tag.kids) if (isTag(kid)) join(kid);
  };
  join(document);
}

// A note follows the block in which it is first referred to (ISO 14289-1, 7.9; ISO 32000-1, 14.8.4.4.1), which may be
// another note.
function placeNotes(document: Tag): void {
  const tags = [...walk(document)].map(({ tag }) => tag);
  const parents = new Map(tags.flatMap((tag) => tag.kids.filter(isTag).map((kid): [Tag, Tag] => [kid, tag])));
  const after = new Map<Tag, Tag>();
  for (const note of tags.filter((tag) => tag.type === "Note" && hintOf(tag))) {
    let block = tags.find((tag) => hintOf(tag)?.name === "mark" && hintOf(tag)!.number === hintOf(note)!.number);
    while (block && !grouping.has(parents.get(block)!.type)) block = parents.get(block);
    // Notes that refer to each other have no such block but themselves.
    if (!block || block === note) continue;
    const [from, to] = [parents.get(note)!, parents.get(block)!];
    from.kids.splice(from.kids.indexOf(note), 1);
    to.kids.splice(to.kids.indexOf(after.get(block) ?? block) + 1, 0, note);
    parents.set(note, to);
    after.set(block, note);
  }
}

// Every note has an identifier (ISO 14289-1, 7.9), and a line of the contents is a reference.
function pairNotesAndLinks(document: Tag): void {
  let count = 0;
  for (const { tag } of walk(document)) {
    if (tag.type === "Note") tag.id = `note-${++count}`;
    if (tag.type === "TOCI")
      tag.kids = tag.kids.map((kid) => (isTag(kid) && kid.type === "Link" ? made("Reference", [kid]) : kid));
  }
}

// An item is a label, if it has one, and a body.
function listItems(document: Tag): void {
  for (const { tag } of walk(document)) {
    if (tag.type !== "LI") continue;
    const labels = tag.kids.filter((kid) => isTag(kid) && kid.type === "Lbl");
    const rest = tag.kids.filter((kid) => !labels.includes(kid));
    const bodies = rest.filter((kid) => isTag(kid) && kid.type === "LBody") as Tag[];
    if (bodies.length > 1) for (const body of bodies) body.type = "P";
    if (rest.length === 0) for (const label of labels) (label as Tag).type = "LBody";
    else tag.kids = bodies.length === 1 && rest.length === 1 ? [...labels, ...rest] : [...labels, made("LBody", rest)];
  }
}

// Text stands in a paragraph, not in a section.
function looseText(document: Tag): void {
  for (const { tag } of walk(document)) {
    if (!grouping.has(tag.type)) continue;
    const kids: Kid[] = [];
    let paragraph: Tag | undefined;
    for (const kid of tag.kids) {
      if (isTag(kid) && !inline.has(kid.type)) {
        kids.push(kid);
        paragraph = undefined;
      } else if (paragraph) paragraph.kids.push(kid);
      else kids.push((paragraph = made("P", [kid])));
    }
    tag.kids = kids;
  }
}

// A cell says what it heads by its scope (ISO 14289-1, 7.5); Chromium's identifiers differ from run to run.
function plainAttributes(document: Tag): void {
  for (const { tag } of walk(document)) {
    if (tag.type !== "Note") delete tag.id;
    const { Table, List } = tag.attributes;
    const kept = Object.entries(Table ?? {}).filter(([key, value]) => key === "Scope" || value !== 1);
    tag.attributes = {
      ...(tag.type === "TH" && !Table?.["Scope"] && { Table: { Scope: "Column" } }),
      ...(kept.length > 0 && { Table: Object.fromEntries(kept) }),
      ...(tag.type === "L" && List && { List }),
    };
  }
}

// Headings start at H1 and skip no level (ISO 14289-1, 7.4.2), whatever levels the texts begin at.
function levelHeadings(document: Tag): void {
  const open: number[] = [];
  for (const { tag } of walk(document)) {
    const level = Number(/^H([1-6])$/.exec(tag.type)?.[1]);
    if (Number.isNaN(level)) continue;
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    tag.type = `H${open.length}`;
  }
}

// A tag names its language where it is another than around it (ISO 14289-1, 7.2).
function ownLanguages(document: Tag): void {
  const settle = (tag: Tag, around: string | undefined): void => {
    const language = tag.language ?? around;
    if (tag !== document && tag.language === around) delete tag.language;
    for (const kid of tag.kids) if (isTag(kid)) settle(kid, language);
    tag.kids = tag.kids.flatMap((kid) => (isTag(kid) && kid.type === "Span" && !kid.language ? kid.kids : [kid]));
  };
  settle(document, undefined);
}

function made(type: string, kids: Kid[]): Tag {
  return { type, attributes: {}, kids };
}
