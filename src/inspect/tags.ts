import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFDocument,
} from "@cantoo/pdf-lib";
import { marksOf, type PageMarks } from "./marks.ts";
import { readParents, readTags, type Tag } from "../pdf/tagging/structure.ts";

/** What is needed to judge the accessibility of a PDF (PDF/UA). */
export interface TagFacts {
  /** The root of the tags. */
  document: Tag;
  pages: TaggedPage[];
  annotations: TaggedAnnotation[];
  /** Whether the file declares that it is tagged (MarkInfo). */
  marked: boolean;
  /** Whether viewers are to show its title, not the name of the file, in their window. */
  showsTitle: boolean;
  xmp: string;
}

export interface TaggedPage extends Pick<PageMarks, "unmarked" | "content"> {
  /** The tag that owns each MCID, by the parent tree (ISO 32000-1, 14.7.4.4). */
  owners: (PDFRef | undefined)[];
  /** Whether the Tab key reaches its annotations in the order of the tags. */
  tabsInOrder: boolean;
}

export interface TaggedAnnotation {
  /** The page that it is on, from 0. */
  page: number;
  /** Undefined for an annotation that is written directly into its page: no tag can refer to it. */
  ref?: PDFRef;
  isLink: boolean;
  /** Its description, which is read aloud. */
  contents: string;
  /** The tag that owns it, by the parent tree. */
  owner?: PDFRef;
}

/** Returns the tags, marks and annotations of a PDF. */
export function findTagFacts(pdf: PDFDocument): TagFacts {
  const parents = readParents(pdf);
  const pages = pdf.getPages().map((page): TaggedPage => {
    const { unmarked, content } = marksOf(page);
    const owners = parents.get(keyInParentTree(page.node, "StructParents"));
    return {
      unmarked,
      content,
      owners: Array.isArray(owners) ? owners : [],
      tabsInOrder: page.node.get(name("Tabs")) === name("S"),
    };
  });
  const metadata = pdf.catalog.lookup(name("Metadata"));
  const flag = (dictionary: string, key: string) =>
    pdf.catalog.lookupMaybe(name(dictionary), PDFDict)?.lookup(name(key)) === PDFBool.True;
  return {
    document: readTags(pdf),
    pages,
    annotations: readAnnotations(pdf, parents),
    marked: flag("MarkInfo", "Marked"),
    showsTitle: flag("ViewerPreferences", "DisplayDocTitle"),
    xmp: metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : "",
  };
}

function readAnnotations(pdf: PDFDocument, parents: ReturnType<typeof readParents>): TaggedAnnotation[] {
  return pdf.getPages().flatMap(({ node }, page) =>
    (node.lookupMaybe(name("Annots"), PDFArray)?.asArray() ?? []).map((annotation): TaggedAnnotation => {
      const dictionary = pdf.context.lookup(annotation, PDFDict);
      const contents = dictionary.lookup(name("Contents"));
      const owner = parents.get(keyInParentTree(dictionary, "StructParent"));
      return {
        page,
        isLink: dictionary.get(name("Subtype")) === name("Link"),
        contents: contents instanceof PDFHexString || contents instanceof PDFString ? contents.decodeText() : "",
        ...(annotation instanceof PDFRef && { ref: annotation }),
        ...(owner instanceof PDFRef && { owner }),
      };
    }),
  );
}

// Returns -1 if there is none: no key of the tree is negative.
function keyInParentTree(dictionary: PDFDict, key: string): number {
  return dictionary.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? -1;
}

const name = (key: string) => PDFName.of(key);
