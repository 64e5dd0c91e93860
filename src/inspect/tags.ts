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
import { mcidOf, unmarked } from "../pdf/tagging/artifacts.ts";
import { operations, pageContent } from "../pdf/content-stream.ts";
import { openPdf } from "../pdf/document.ts";
import { readParents, readTags, type Tag } from "../pdf/tagging/structure.ts";

/**
 * What a check of accessibility looks at: the tags, what is marked on every page, the annotations, and what the file
 * declares.
 */
export interface TagInspection {
  document: Tag;
  pages: InspectedPage[];
  annotations: InspectedAnnotation[];
  /** Whether it says that it is tagged, and that a window shows its title in place of the file's name. */
  marked: boolean;
  showsTitle: boolean;
  xmp: string;
}

export interface InspectedPage {
  /** How much is drawn on it that is neither content nor artifact. */
  unmarked: number;
  /** The numbers of what is content. */
  content: number[];
  /** The tag of each of these numbers, by the way back from the page to the tree. */
  owners: (PDFRef | undefined)[];
  /** Whether its annotations are reached in the order of the tags. */
  tabsInOrder: boolean;
}

export interface InspectedAnnotation {
  /** The page that it is on, from 0. */
  page: number;
  /** None where it stands in its page without a number of its own: then no tag can name it. */
  ref?: PDFRef;
  isLink: boolean;
  /** What it says of itself. */
  contents: string;
  /** Its tag, by the way back to the tree. */
  owner?: PDFRef;
}

/** Opens a tagged PDF and tells what its tags, marks and annotations are. */
export async function inspectTags(bytes: Uint8Array): Promise<TagInspection> {
  const pdf = await openPdf(bytes);
  const parents = readParents(pdf);
  const pages = pdf.getPages().map((page): InspectedPage => {
    const all = operations(pageContent(page));
    const owners = parents.get(numberOf(page.node, "StructParents"));
    return {
      unmarked: unmarked(all),
      content: all.flatMap((operation) => mcidOf(operation) ?? []),
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
    annotations: annotationsOf(pdf, parents),
    marked: flag("MarkInfo", "Marked"),
    showsTitle: flag("ViewerPreferences", "DisplayDocTitle"),
    xmp: metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : "",
  };
}

function annotationsOf(pdf: PDFDocument, parents: ReturnType<typeof readParents>): InspectedAnnotation[] {
  return pdf.getPages().flatMap(({ node }, page) =>
    (node.lookupMaybe(name("Annots"), PDFArray)?.asArray() ?? []).map((annotation): InspectedAnnotation => {
      const dictionary = pdf.context.lookup(annotation, PDFDict);
      const contents = dictionary.lookup(name("Contents"));
      const owner = parents.get(numberOf(dictionary, "StructParent"));
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

function numberOf(dictionary: PDFDict, key: string): number {
  return dictionary.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? -1;
}

const name = (key: string) => PDFName.of(key);
