// Types for libraries of the tests that have none.
declare module "commonmark" {
  export interface Node {
    type: string;
    literal: string | null;
    destination: string | null;
    listType?: "bullet" | "ordered";
    listDelimiter?: "." | ")";
    parent: Node | null;
    firstChild: Node | null;
    next: Node | null;
    sourcepos: [first: [row: number, column: number], last: [row: number, column: number]];
    walker(): { next(): { node: Node; entering: boolean } | null };
  }
  export class Parser {
    parse(text: string): Node;
    /** The link reference definitions of the last text. */
    refmap: Record<string, unknown>;
  }
}
declare module "commonmark-spec" {
  const spec: { tests: { number: number; section: string; markdown: string; html: string }[] };
  export default spec;
}
