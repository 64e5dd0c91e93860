import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";

// Reads and writes the tree of tags (ISO 32000-1, 14.7), which is plain objects here.

/** A structure element. */
export interface Tag {
  /** Its structure type: P, H1, LI. */
  type: string;
  language?: string;
  /** Alternative text of a figure. */
  alt?: string;
  id?: string;
  /** Attributes by their owner: `{ Table: { Scope: "Column" } }`. */
  attributes: Record<string, Record<string, string | number>>;
  kids: Kid[];
  /** Its reference in the file from which it was read. */
  ref?: PDFRef;
}

/** Marked content of a page (from 0), by its number. */
export interface MarkedContent {
  page: number;
  mcid: number;
}

/** An annotation that belongs to an element. */
export interface AnnotationRef {
  page: number;
  annotation: PDFRef;
}

export type Kid = Tag | MarkedContent | AnnotationRef;

/** Reads the tree of a PDF. A PDF without tags has an empty Document. */
export function readTags(pdf: PDFDocument): Tag {
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index]));
  const read = (object: PDFObject | undefined, page: number): Kid[] => {
    const kid = object instanceof PDFRef ? pdf.context.lookup(object) : object;
    if (kid instanceof PDFArray) return kid.asArray().flatMap((one) => read(one, page));
    if (kid instanceof PDFNumber) return [{ page, mcid: kid.asNumber() }];
    if (!(kid instanceof PDFDict)) return [];
    const own = pages.get(kid.get(name("Pg")) as PDFRef) ?? page;
    const annotation = kid.get(name("Obj"));
    if (annotation instanceof PDFRef) return [{ page: own, annotation }];
    const mcid = kid.lookup(name("MCID"));
    if (mcid instanceof PDFNumber) return [{ page: own, mcid: mcid.asNumber() }];
    const [language, alt, id] = ["Lang", "Alt", "ID"].map((key) => textOf(kid.lookup(name(key))));
    const type = kid.lookup(name("S"), PDFName).decodeText();
    const ref = object instanceof PDFRef ? object : undefined;
    return [{ type, language, alt, id, attributes: attributesOf(kid), kids: read(kid.get(name("K")), own), ref }];
  };
  const kids = read(pdf.catalog.lookupMaybe(name("StructTreeRoot"), PDFDict)?.get(name("K")), 0);
  const only = kids.find(isTag);
  return kids.length === 1 && only ? only : { type: "Document", attributes: {}, kids };
}

/**
 * Reads the ParentTree (14.7.4.4), which leads back from pages and annotations to tags. Returns by number, for a page
 * the tag of each marked content, for an annotation its tag.
 */
export function readParents(pdf: PDFDocument): Map<number, PDFRef | (PDFRef | undefined)[]> {
  const parents = new Map<number, PDFRef | (PDFRef | undefined)[]>();
  const asRef = (object: PDFObject) => (object instanceof PDFRef ? object : undefined);
  const read = (node: PDFDict): void => {
    const numbers = node.lookupMaybe(name("Nums"), PDFArray);
    const count = numbers?.size() ?? 0;
    // Pairs of a number and what it leads to.
    for (let index = 0; index + 1 < count; index += 2) {
      const number = numbers!.lookup(index, PDFNumber).asNumber();
      const [value, owners] = [numbers!.get(index + 1), numbers!.lookup(index + 1)];
      if (owners instanceof PDFArray) parents.set(number, owners.asArray().map(asRef));
      else if (value instanceof PDFRef) parents.set(number, value);
    }
    for (const kid of node.lookupMaybe(name("Kids"), PDFArray)?.asArray() ?? []) read(pdf.context.lookup(kid, PDFDict));
  };
  const tree = pdf.catalog.lookupMaybe(name("StructTreeRoot"), PDFDict)?.lookupMaybe(name("ParentTree"), PDFDict);
  if (tree) read(tree);
  return parents;
}

/**
 * Replaces the tree of a PDF, with the ParentTree that leads back to it from pages and annotations (14.7.4.4). `roles`
 * maps structure types to standard ones.
 */
export function writeTags(pdf: PDFDocument, document: Tag, roles: Record<string, string>): void {
  const { context } = pdf;
  const pages = pdf.getPages();
  const root = context.nextRef();
  const owners: PDFRef[][] = pages.map(() => []);
  const annotated: [PDFRef, PDFRef][] = [];
  const ids: [string, PDFRef][] = [];

  const write = (tag: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    // The page of an element is that of its first content; only content of other pages names its page itself.
    const ownPage = tag.kids.find((kid) => "mcid" in kid)?.page;
    const kids = tag.kids.map((kid) => {
      if (isTag(kid)) return write(kid, ref);
      const Pg = pages[kid.page]!.ref;
      if ("annotation" in kid) {
        annotated.push([kid.annotation, ref]);
        return context.obj({ Type: "OBJR", Obj: kid.annotation, Pg });
      }
      owners[kid.page]![kid.mcid] = ref;
      return kid.page === ownPage ? context.obj(kid.mcid) : context.obj({ Type: "MCR", Pg, MCID: kid.mcid });
    });
    const attributes = Object.entries(tag.attributes).map(([owner, values]) => context.obj({ O: owner, ...values }));
    if (tag.id) ids.push([tag.id, ref]);
    const element = context.obj({
      Type: "StructElem",
      S: tag.type,
      P: parent,
      K: kids,
      ...(ownPage !== undefined && { Pg: pages[ownPage]!.ref }),
      ...(tag.language && { Lang: PDFString.of(tag.language) }),
      ...(tag.alt !== undefined && { Alt: PDFHexString.fromText(tag.alt) }),
      ...(tag.id && { ID: PDFString.of(tag.id) }),
      ...(attributes.length > 0 && { A: attributes }),
    });
    context.assign(ref, element);
    return ref;
  };

  const K = write(document, root);
  pages.forEach(({ node }, index) => node.set(name("StructParents"), context.obj(index)));
  annotated.forEach(([annotation], index) =>
    context.lookup(annotation, PDFDict).set(name("StructParent"), context.obj(pages.length + index)),
  );
  // A number that no content has leaves a gap in `refs`, which Array.from() fills.
  const byPage = owners.flatMap((refs, index) => [
    index,
    context.register(context.obj(Array.from(refs, (ref) => ref ?? null))),
  ]);
  const byAnnotation = annotated.flatMap(([, ref], index) => [pages.length + index, ref]);
  const byId = ids.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, ref]) => [PDFString.of(id), ref]);
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: [K],
      ParentTree: context.register(context.obj({ Nums: [...byPage, ...byAnnotation] })),
      ParentTreeNextKey: pages.length + annotated.length,
      RoleMap: roles,
      ...(ids.length > 0 && { IDTree: context.register(context.obj({ Names: byId })) }),
    }),
  );
  pdf.catalog.set(name("StructTreeRoot"), root);
  pdf.catalog.set(name("MarkInfo"), context.obj({ Marked: true }));
}

export function isTag(kid: Kid): kid is Tag {
  return "kids" in kid;
}

export function isContent(kid: Kid): kid is MarkedContent {
  return "mcid" in kid;
}

/** Returns a tag and all below it, in reading order. */
export function listTags(tag: Tag): Tag[] {
  const tags: Tag[] = [];
  const visit = (one: Tag): void => {
    tags.push(one);
    for (const kid of one.kids) if (isTag(kid)) visit(kid);
  };
  visit(tag);
  return tags;
}

const name = (key: string) => PDFName.of(key);

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

function attributesOf(element: PDFDict): Tag["attributes"] {
  const given = element.lookup(name("A"));
  const all = given instanceof PDFArray ? given.asArray().map((one) => element.context.lookup(one)) : [given];
  const attributes: Tag["attributes"] = {};
  for (const dictionary of all.filter((one) => one instanceof PDFDict)) {
    const owner = dictionary.lookup(name("O"), PDFName).decodeText();
    const values = { ...attributes[owner] };
    for (const [key, value] of dictionary.entries()) {
      if (key === name("O")) continue;
      if (value instanceof PDFName) values[key.decodeText()] = value.decodeText();
      if (value instanceof PDFNumber) values[key.decodeText()] = value.asNumber();
    }
    if (Object.keys(values).length > 0) attributes[owner] = values;
  }
  return attributes;
}
