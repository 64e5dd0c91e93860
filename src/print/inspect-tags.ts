import { PDFDict, PDFName, PDFRawStream, PDFRef } from "pdf-lib";
import { mcidOf, unmarked } from "./artifacts.ts";
import { operations, pageContent } from "./content.ts";
import { openPdf } from "./pdf.ts";
import { readTags, type Tag } from "./structure.ts";

/** What a check of accessibility looks at: the tags, what is marked on every page, the links, and what the file declares. */
export interface TagInspection {
  document: Tag;
  /** How much is drawn on a page that is neither content nor artifact; the numbers of what is content. */
  pages: { unmarked: number; content: number[] }[];
  /** Link annotations: the page each is on, and where it says that it leads. */
  links: { page: number; annotation: PDFRef; contents: string }[];
  xmp: string;
}

/** Opens a tagged PDF and tells what its tags, marks and links are. */
export async function inspectTags(bytes: Uint8Array): Promise<TagInspection> {
  const pdf = await openPdf(bytes);
  const pages = pdf.getPages().map((page) => {
    const all = operations(pageContent(page));
    return { unmarked: unmarked(all), content: all.flatMap((operation) => mcidOf(operation) ?? []) };
  });
  const links = pdf.getPages().flatMap(({ node }, page) =>
    (node.Annots()?.asArray() ?? []).flatMap((annotation) => {
      const dictionary = pdf.context.lookup(annotation, PDFDict);
      const contents = dictionary.lookup(PDFName.of("Contents"))?.toString() ?? "";
      const isLink = dictionary.get(PDFName.of("Subtype")) === PDFName.of("Link");
      return isLink && annotation instanceof PDFRef ? [{ page, annotation, contents }] : [];
    }),
  );
  const metadata = pdf.catalog.lookup(PDFName.of("Metadata"));
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : "";
  return { document: readTags(pdf), pages, links, xmp };
}
