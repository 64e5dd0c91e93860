import type { TagFacts } from "../inspect/tags.ts";
import { isTag, listTags, type Tag } from "../pdf/tagging/structure.ts";
import { roleMap } from "../pdf/tagging/tags.ts";

// Verifies what a program can judge of PDF/UA-1 (ISO 14289-1); the messages name its clauses. The tags must cover all
// content, have types of the standard, and be complete for headings, figures, tables, lists, notes and links. A program
// cannot judge whether a tag or an alternative text is the right one, nor whether the tags are in the order of reading.

/** Returns what is wrong with the tags of a file, each with the clause of the standard. */
export function findTagFaults(facts: TagFacts): string[] {
  const tags = listTags(facts.document);
  return [
    ...findMarkFaults(facts, tags),
    ...findHeadingFaults(tags),
    ...findTagTypeFaults(tags),
    ...findAnnotationFaults(facts, tags),
    ...findDeclarationFaults(facts),
  ];
}

/** The ways in which a part of the file can be wrong, each with the clause of the message for it. */
type Faults = [isWrong: boolean, clause: string][];

function clausesOf(faults: Faults): string[] {
  return faults.flatMap(([isWrong, clause]) => (isWrong ? [clause] : []));
}

function findMarkFaults({ pages }: TagFacts, tags: Tag[]): string[] {
  // For each page, the content that tags name, with the tag that does.
  const taggedContent = pages.map((): { mcid: number; ref: Tag["ref"] }[] => []);
  for (const { kids, ref } of tags)
    for (const kid of kids) if ("mcid" in kid) taggedContent[kid.page]!.push({ mcid: kid.mcid, ref });
  return pages.flatMap(({ unmarked, content, owners }, index) => {
    const onPage = taggedContent[index]!;
    const tagged = new Set(onPage.map(({ mcid }) => mcid));
    const isTaggedOnce =
      content.every((mcid) => tagged.has(mcid)) &&
      [...tagged].every((mcid) => content.includes(mcid)) &&
      tagged.size === onPage.length;
    const leadsBack = onPage.every(({ mcid, ref }) => ref && owners[mcid] === ref);
    return clausesOf([
      [unmarked > 0, `page ${index + 1} has content that is neither tagged nor an artifact (7.1)`],
      [!isTaggedOnce, `the content of page ${index + 1} and its tags do not belong to each other one to one (7.1)`],
      [!leadsBack, `page ${index + 1} does not lead back to the tags of its content (ISO 32000-1, 14.7.4.4)`],
    ]);
  });
}

function findHeadingFaults(tags: Tag[]): string[] {
  const levels = tags.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
  return clausesOf([
    [levels.length === 0, "it has no heading (7.4)"],
    [levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1), "its headings skip a level (7.4.2)"],
  ]);
}

function findTagTypeFaults(tags: Tag[]): string[] {
  const ids = tags.flatMap(({ type, id }) => (type === "Note" && id ? [id] : []));
  const repeatedIds = new Set(ids.toSorted().filter((id, index, sorted) => id === sorted[index - 1]));
  const isItemPart = (kid: Tag["kids"][number]) => isTag(kid) && ["Lbl", "LBody"].includes(kid.type);
  const rules: [isWrong: (tag: Tag, index: number) => boolean, clause: (on: string) => string][] = [
    [({ type }, index) => index === 0 && type !== "Document", () => "the root of its tags is not a Document (7.1)"],
    [
      ({ type }) => !standardTypes.has(type) && !(type in roleMap),
      (on) => `a tag${on} has a type that is not in the standard (7.1)`,
    ],
    [({ type, alt }) => type === "Figure" && !alt?.trim(), (on) => `a figure${on} has no alternative text (7.3)`],
    [
      ({ type, attributes }) => type === "TH" && !attributes["Table"]?.["Scope"],
      (on) => `a header cell of a table${on} does not say whether it heads a row or a column (7.5)`,
    ],
    [
      ({ type, kids }) => type === "LI" && !kids.every(isItemPart),
      (on) => `an item of a list${on} has parts that are neither its label nor its body (7.6)`,
    ],
    [
      ({ type, id }) => type === "Note" && (!id || repeatedIds.has(id)),
      (on) => `a note${on} has no identifier or shares one with another note (7.9)`,
    ],
  ];
  return rules.flatMap(([isWrong, clause]) => {
    const wrong = tags.find(isWrong);
    if (!wrong) return [];
    const page = firstPage(wrong);
    return [clause(page === undefined ? "" : ` on page ${page + 1}`)];
  });
}

// Returns the page on which the content of a tag begins, from 0; nothing if it has no content.
function firstPage({ kids }: Tag): number | undefined {
  for (const kid of kids) {
    const page = isTag(kid) ? firstPage(kid) : kid.page;
    if (page !== undefined) return page;
  }
  return undefined;
}

function findAnnotationFaults({ annotations, pages }: TagFacts, tags: Tag[]): string[] {
  const tagsNaming = new Map<Tag["ref"], Tag[]>();
  for (const tag of tags)
    for (const kid of tag.kids)
      if ("annotation" in kid) tagsNaming.set(kid.annotation, [...(tagsNaming.get(kid.annotation) ?? []), tag]);
  return annotations.flatMap(({ page, ref, isLink, contents, owner }) => {
    const [tag, ...others] = tagsNaming.get(ref) ?? [];
    const subject = `${isLink ? "a link" : "an annotation"} on page ${page + 1}`;
    return clausesOf([
      [!tag, `${subject} has no tag (7.18.1)`],
      [others.length > 0, `${subject} has more than one tag (7.18.1)`],
      [tag !== undefined && tag.type !== (isLink ? "Link" : "Annot"), `${subject} has the tag ${tag?.type} (7.18.5)`],
      [contents.trim() === "", `${subject} does not say where it leads (7.18.5)`],
      [
        tag !== undefined && (!owner || owner !== tag.ref),
        `${subject} does not lead back to its tag (ISO 32000-1, 14.7.4.4)`,
      ],
      [!pages[page]!.tabsInOrder, `${subject} is not reached in the order of the tags (7.18.3)`],
    ]);
  });
}

function findDeclarationFaults({ xmp, marked, showsTitle }: TagFacts): string[] {
  const isDeclared = /<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp) && /<dc:title>/.test(xmp);
  return clausesOf([
    [!isDeclared, "it does not declare PDF/UA-1 and its title in XMP (5, 7.1)"],
    [xmp.includes("]]>"), "its XMP is not well-formed XML (7.1)"],
    [!marked, "it does not declare that it is tagged (6.2)"],
    [!showsTitle, "it does not ask for its title to be shown in place of its file name (7.1)"],
  ]);
}

// The standard structure types, ISO 32000-1, 14.8.4.
const standardTypes = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl " +
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT " +
    "WP Figure Formula Form"
  ).split(" "),
);
