import { parseDocument } from "./dom.ts";

/** An address in a document, with the name of its element. */
export interface Link {
  element: string;
  /** The attribute `rel` of the element, if it has one. */
  relation?: string;
  address: string;
}

/** Returns every id of a document, and every address that a browser or a reader may follow from it. */
export function linksOf(html: string): { ids: Set<string>; links: Link[] } {
  const $ = parseDocument(html);
  const ids = new Set(
    $("[id]")
      .toArray()
      .map((element) => $(element).attr("id")!),
  );
  const links = $("[href], [src], [srcset], [poster], [action], [data]")
    .toArray()
    .flatMap((element) => {
      const single = ["href", "src", "poster", "action", "data"].flatMap((name) => $(element).attr(name) ?? []);
      // A candidate of srcset is an address and its width, separated by a space.
      const candidates = $(element).attr("srcset")?.split(",") ?? [];
      const offered = candidates.map((candidate) => candidate.trim().split(/\s/)[0]!);
      return [...single, ...offered].map((address) => ({
        element: element.tagName,
        relation: $(element).attr("rel"),
        address,
      }));
    });
  return { ids, links };
}
