import { isContent, isTag, listTags, type Kid, type MarkedContent, type Tag } from "./structure.ts";
import { hintOf, takeHint } from "./tag-hints.ts";

// Chromium's tags are those of the pages that paged.js made: wrappers around everything, and paragraphs in parts. Here
// they become the tags of the document.

/** Repairs the tags of a document into which in-page/tag-hints.ts has written its hints. */
export function repairTags(document: Tag): void {
  const repairs = [
    unwrap,
    joinParts,
    moveNotes,
    completeNotesAndContents,
    completeListItems,
    wrapLooseText,
    cleanAttributes,
    levelHeadings,
    removeInheritedLanguages,
  ];
  for (const repair of repairs) repair(document);
}

/**
 * Takes out the heads of tables that are repeated on later pages: they are artifacts. Returns their contents.
 */
export function takeRepeatedHeads(tag: Tag): MarkedContent[] {
  const repeated = tag.kids.filter(isTag).filter((kid) => hintOf(kid)?.name === "again");
  tag.kids = tag.kids.filter((kid) => !repeated.includes(kid as Tag));
  const contents = repeated.flatMap(listTags).flatMap(({ kids }) => kids.filter(isContent));
  return [...contents, ...tag.kids.filter(isTag).flatMap(takeRepeatedHeads)];
}

/** Structure types that are not in ISO 32000-1, 14.8.4, each with the nearest that is. */
export const roleMap = { Em: "Span", Strong: "Span" };

const grouping = new Set(["Document", "Part", "Art", "Sect", "Div", "BlockQuote"]);

/** Structure types inside the lines of a block. */
export const inlineTypes = new Set(["Span", "Em", "Strong", "Code", "Link", "Reference", "Quote", "Lbl"]);

/** Whether a tag is a cell of a table, the only tag that may be empty. */
export function isCell({ type }: Tag): boolean {
  return type === "TD" || type === "TH";
}

// Takes the hints out of the languages. Tags without a meaning are replaced by what is in them, and empty ones removed.
function unwrap(tag: Tag): void {
  takeHint(tag);
  tag.kids = tag.kids.flatMap((kid): Kid[] => {
    if (!isTag(kid)) return [kid];
    unwrap(kid);
    if ((kid.type === "NonStruct" || kid.type === "Div") && !hintOf(kid)) return kid.kids;
    return kid.kids.length > 0 || isCell(kid) ? [kid] : [];
  });
}

// Joins what paged.js divided between pages: all parts become one with the first. A link stays in parts, each with its
// own annotation, and so does a note mark, which has a link inside.
function joinParts(document: Tag): void {
  const firsts = new Map<string, Tag>();
  const join = (tag: Tag): void => {
    tag.kids = tag.kids.filter((kid) => {
      const hint = isTag(kid) ? hintOf(kid) : undefined;
      if (!isTag(kid) || !hint || hint.name === "link" || hint.name === "mark") return true;
      const key = `${hint.name} ${hint.number}`;
      const first = firsts.get(key);
      if (!first) {
        firsts.set(key, kid);
        return true;
      }
      first.kids.push(...kid.kids);
      return false;
    });
    for (const kid of tag.kids.filter(isTag)) join(kid);
  };
  join(document);
}

// Moves each note after the block with its first mark (ISO 14289-1, 7.9; ISO 32000-1, 14.8.4.4.1). That block may be
// another note.
function moveNotes(document: Tag): void {
  const tags = listTags(document);
  const parents = new Map(tags.flatMap((tag) => tag.kids.filter(isTag).map((kid): [Tag, Tag] => [kid, tag])));
  const firstMarks = new Map<number, Tag>();
  for (const tag of tags.toReversed()) if (hintOf(tag)?.name === "mark") firstMarks.set(hintOf(tag)!.number, tag);
  const lastNoteAfter = new Map<Tag, Tag>();
  for (const note of tags.filter((tag) => tag.type === "Note" && hintOf(tag))) {
    let block = firstMarks.get(hintOf(note)!.number);
    while (block && !grouping.has(parents.get(block)!.type)) block = parents.get(block);
    // The mark of a note may be inside that note, if notes refer to each other. Such a note is not moved.
    if (!block || block === note) continue;
    const [from, to] = [parents.get(note)!, parents.get(block)!];
    from.kids.splice(from.kids.indexOf(note), 1);
    to.kids.splice(to.kids.indexOf(lastNoteAfter.get(block) ?? block) + 1, 0, note);
    parents.set(note, to);
    lastNoteAfter.set(block, note);
  }
}

// Every note needs an identifier (ISO 14289-1, 7.9), and the link in a line of the contents is a reference (ISO
// 32000-1, 14.8.4.2).
function completeNotesAndContents(document: Tag): void {
  let count = 0;
  for (const tag of listTags(document)) {
    if (tag.type === "Note") tag.id = `note-${++count}`;
    if (tag.type === "TOCI")
      tag.kids = tag.kids.map((kid) => (isTag(kid) && kid.type === "Link" ? createTag("Reference", [kid]) : kid));
  }
}

// An item has a label, if any, and one body (ISO 32000-1, 14.8.4.3.3).
function completeListItems(document: Tag): void {
  for (const tag of listTags(document)) {
    if (tag.type !== "LI") continue;
    const labels = tag.kids.filter(isTag).filter(({ type }) => type === "Lbl");
    const rest = tag.kids.filter((kid) => !isTag(kid) || !labels.includes(kid));
    const bodies = rest.filter(isTag).filter(({ type }) => type === "LBody");
    if (bodies.length > 1) for (const body of bodies) body.type = "P";
    if (rest.length === 0) {
      for (const label of labels) label.type = "LBody";
    } else {
      const isOneBody = bodies.length === 1 && rest.length === 1;
      tag.kids = [...labels, ...(isOneBody ? rest : [createTag("LBody", rest)])];
    }
  }
}

// Text that is directly in a section is put into a paragraph.
function wrapLooseText(document: Tag): void {
  for (const tag of listTags(document)) {
    if (!grouping.has(tag.type)) continue;
    const kids: Kid[] = [];
    let paragraph: Tag | undefined;
    for (const kid of tag.kids) {
      if (isTag(kid) && !inlineTypes.has(kid.type)) {
        kids.push(kid);
        paragraph = undefined;
      } else if (paragraph) {
        paragraph.kids.push(kid);
      } else {
        paragraph = createTag("P", [kid]);
        kids.push(paragraph);
      }
    }
    tag.kids = kids;
  }
}

// A header cell needs its scope (ISO 14289-1, 7.5). Chromium's identifiers are removed, since they differ from run to
// run. Attributes with their default value, 1, such as RowSpan, are removed too.
function cleanAttributes(document: Tag): void {
  for (const tag of listTags(document)) {
    if (tag.type !== "Note") delete tag.id;
    const { Table, List } = tag.attributes;
    const ofTable = Object.fromEntries(Object.entries(Table ?? {}).filter(([, value]) => value !== 1));
    if (tag.type === "TH") ofTable["Scope"] ??= "Column";
    tag.attributes = {
      ...(Object.keys(ofTable).length > 0 && { Table: ofTable }),
      ...(tag.type === "L" && List && { List }),
    };
  }
}

// Headings start at H1 and skip no level (ISO 14289-1, 7.4.2), whatever the levels in the texts are.
function levelHeadings(document: Tag): void {
  const open: number[] = [];
  for (const tag of listTags(document)) {
    const level = Number(/^H([1-6])$/.exec(tag.type)?.[1]);
    if (Number.isNaN(level)) continue;
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    tag.type = `H${open.length}`;
  }
}

// A tag names its language only if it differs from that of the tag around it (ISO 14289-1, 7.2). A Span without a
// language is then replaced by what is in it.
function removeInheritedLanguages(document: Tag): void {
  const visit = (tag: Tag, inherited: string | undefined): void => {
    const language = tag.language ?? inherited;
    if (tag !== document && tag.language === inherited) delete tag.language;
    for (const kid of tag.kids.filter(isTag)) visit(kid, language);
    tag.kids = tag.kids.flatMap((kid) => (isTag(kid) && kid.type === "Span" && !kid.language ? kid.kids : [kid]));
  };
  visit(document, undefined);
}

function createTag(type: string, kids: Kid[]): Tag {
  return { type, attributes: {}, kids };
}
