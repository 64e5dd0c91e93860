// What we use of paged.js 0.4.3, which has no types of its own.

/** Its constructor registers every method that has the name of a hook. */
export declare class Handler {
  filter?(content: DocumentFragment): void;
  afterParsed?(content: DocumentFragment): void;
  beforePageLayout?(page: Page, content: Node | undefined, token: BreakToken | undefined, chunker: Chunker): void;
  onPageLayout?(wrapper: HTMLElement, token: BreakToken, layout: PageLayout): void;
  renderNode?(rendered: Node, source: Node): void;
  /** May return another range, where the page is to be cut. */
  onOverflow?(overflow: Range | undefined): Range | undefined;
  /** May return another token, from which the next page is to continue. */
  onBreakToken?(token: BreakToken | undefined, overflow: Range | undefined): BreakToken | undefined;
  afterPageLayout?(
    element: HTMLElement,
    page: Page,
    token: BreakToken | undefined,
    chunker: Chunker,
  ): void | Promise<void>;
}

export type HandlerClass = typeof Handler;

export interface Page {
  element: HTMLElement;
  /** Gives the page its number, from 0, with its id and its classes. */
  index(number: number): void;
}

export interface Chunker {
  pages: Page[];
  /** Adds a page with the classes of another, for the rest of its notes. */
  clonePage(page: Page): Promise<void>;
}

export interface LayoutSettings {
  hyphenGlyph: string;
}

/** The place in the document, node and offset, where the next page continues. */
export interface BreakToken {
  constructor: new (node: Node, offset: number) => BreakToken;
}

/** Fills one page. */
export interface PageLayout {
  constructor: { prototype: PageLayout };
  settings: LayoutSettings;
  /** The column of text when the page was begun (px): what is below it is taken to be off the page. */
  bounds: DOMRect;
  /** Returns the offset in a text node at which the page is to be cut. The bounds are px. */
  textBreak(node: Text, start: number, end: number, top: number, bottom: number): number | undefined;
  hyphenateAtBreak(node: Node): void;
  /** Returns where the next page is to continue; undefined if what is rendered has room. */
  findBreakToken(...parameters: unknown[]): BreakToken | undefined;
  /** Whether it has to look for the end of the page at once. */
  forceRenderBreak: boolean;
}

declare global {
  interface Window {
    Paged: { Handler: HandlerClass; registerHandlers(...handlers: HandlerClass[]): void };
    PagedPolyfill: {
      /** One object, which paged.js also hands to every PageLayout. */
      settings: LayoutSettings;
      preview(): Promise<{ pages: Page[] }>;
    };
  }
}
