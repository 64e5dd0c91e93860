import { inspectTags, type TagInspection } from "../inspect/tags.ts";
import { isTag, walk, type Tag } from "../pdf/tagging/structure.ts";
import { roles } from "../pdf/tagging/tags.ts";
import type { Place, Problem } from "../problem.ts";
import type { Artifact } from "../artifact.ts";

/**
 * Holds the tags of a PDF to what a machine can say of PDF/UA-1 (ISO 14289-1): whoever has it read aloud hears all of
 * it, in order and by its kind. `place` is of the text that it holds.
 */
export async function verifyTags({ path, bytes }: Pick<Artifact, "path" | "bytes">, place: Place): Promise<Problem[]> {
  const inspection = await inspectTags(bytes);
  const tags = [...walk(inspection.document)].map(({ tag }) => tag);
  const lacks = [
    ...marks(inspection, tags),
    ...headings(tags),
    ...kinds(tags),
    ...annotations(inspection, tags),
    ...declaration(inspection),
  ];
  return lacks.map((lack) => ({ code: "pdf-structure", place, message: `${path} is not tagged right: ${lack}.` }));
}

function marks({ pages }: TagInspection, tags: Tag[]): string[] {
  const named = pages.map((): { mcid: number; ref: Tag["ref"] }[] => []);
  for (const { kids, ref } of tags)
    for (const kid of kids) if ("mcid" in kid) named[kid.page]!.push({ mcid: kid.mcid, ref });
  return pages.flatMap(({ unmarked, content, owners }, index) => {
    const tagged = new Set(named[index]!.map(({ mcid }) => mcid));
    const missing =
      content.filter((mcid) => !tagged.has(mcid)).length + [...tagged].filter((mcid) => !content.includes(mcid)).length;
    const astray = named[index]!.some(({ mcid, ref }) => !ref || owners[mcid] !== ref);
    return [
      ...(unmarked > 0 ? [`on page ${index + 1} ${unmarked} pieces are neither content nor artifact (7.1)`] : []),
      ...(missing > 0 || tagged.size < named[index]!.length
        ? [`on page ${index + 1} content and tags do not name each other once (7.1)`]
        : []),
      ...(astray ? [`page ${index + 1} does not lead back to the tags of its content (ISO 32000-1, 14.7.4.4)`] : []),
    ];
  });
}

function headings(tags: Tag[]): string[] {
  const levels = tags.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
  if (levels.length === 0) return ["it has no heading (7.4)"];
  return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)
    ? ["its headings skip a level (7.4.2)"]
    : [];
}

function kinds(tags: Tag[]): string[] {
  const notes = tags.filter(({ type }) => type === "Note");
  const lacks: [boolean, string][] = [
    [tags[0]!.type !== "Document", "its root is not a Document (7.1)"],
    [tags.some(({ type }) => !standard.has(type) && !(type in roles)), "a tag has a type that nobody knows (7.1)"],
    [tags.some(({ type, alt }) => type === "Figure" && !alt?.trim()), "a picture says nothing (7.3)"],
    [
      tags.some(({ type, attributes }) => type === "TH" && !attributes["Table"]?.["Scope"]),
      "the head of a table does not say what it heads (7.5)",
    ],
    [
      tags.some(
        ({ type, kids }) => type === "LI" && !kids.every((kid) => isTag(kid) && ["Lbl", "LBody"].includes(kid.type)),
      ),
      "an item of a list has no body (7.6)",
    ],
    [
      new Set(notes.map(({ id }) => id)).size < notes.length || notes.some(({ id }) => !id),
      "a note has no identifier of its own (7.9)",
    ],
  ];
  return lacks.flatMap(([lack, sentence]) => (lack ? [sentence] : []));
}

function annotations({ annotations, pages }: TagInspection, tags: Tag[]): string[] {
  const namedBy = (ref: Tag["ref"]) =>
    tags.flatMap((tag) => tag.kids.flatMap((kid) => ("annotation" in kid && kid.annotation === ref ? [tag] : [])));
  return annotations.flatMap(({ page, ref, isLink, contents, owner }) => {
    const [tag, ...others] = ref ? namedBy(ref) : [];
    const what = `${isLink ? "a link" : "an annotation"} on page ${page + 1}`;
    const lacks: [boolean, string][] = [
      [!tag, `${what} has no tag (7.18.1)`],
      [others.length > 0, `${what} has more than one tag (7.18.1)`],
      [tag !== undefined && tag.type !== (isLink ? "Link" : "Annot"), `${what} has the tag ${tag?.type} (7.18.5)`],
      [contents.trim() === "", `${what} does not say where it leads (7.18.5)`],
      [
        tag !== undefined && (!owner || owner !== tag.ref),
        `${what} does not lead back to its tag (ISO 32000-1, 14.7.4.4)`,
      ],
      [!pages[page]!.tabsInOrder, `${what} is not reached in the order of the tags (7.18.3)`],
    ];
    return lacks.flatMap(([lack, sentence]) => (lack ? [sentence] : []));
  });
}

function declaration({ xmp, marked, showsTitle }: TagInspection): string[] {
  return [
    ...(/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp) && /<dc:title>/.test(xmp)
      ? []
      : ["it does not declare PDF/UA-1 and its title in XMP (5, 7.1)"]),
    ...(xmp.includes("]]>") ? ["its XMP is not well-formed (7.1)"] : []),
    ...(marked ? [] : ["it does not say that it is tagged (6.2)"]),
    ...(showsTitle ? [] : ["it does not have its title shown (7.1)"]),
  ];
}

// ISO 32000-1, 14.8.4.
const standard = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
    "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);
