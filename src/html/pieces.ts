import { parseFragment, type Nodes } from "./dom.ts";

/** A piece of a compiled text: its characters, or an element with the pieces inside it. */
export type Piece = string | { name: string; attributes: Record<string, string>; pieces: Piece[] };

/** Returns a compiled text as a tree of pieces, for editions that are not HTML. */
export function readPieces(html: string): Piece[] {
  const $ = parseFragment(html);
  const read = (contents: Nodes): Piece[] =>
    contents.toArray().flatMap((node): Piece[] => {
      if (node.type === "text") return [node.data];
      return "attribs" in node ? [{ name: node.name, attributes: node.attribs, pieces: read($(node).contents()) }] : [];
    });
  return read($.root().contents());
}
