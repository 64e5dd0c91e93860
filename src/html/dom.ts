import { load, type CheerioAPI } from "cheerio";

// The only importer of cheerio.

/** A parsed fragment or document, as cheerio's `$`. */
export type Dom = CheerioAPI;

/** A selection of nodes of a Dom. */
export type Nodes = ReturnType<ReturnType<Dom["root"]>["contents"]>;

/** Parses a compiled text, which is a fragment of well-formed XHTML. */
export function parseFragment(html: string): Dom {
  return load(html, { xml: { xmlMode: true, decodeEntities: true } }, false);
}

/** Parses a document as HTML: empty elements need no end tag, and names may be in any case. */
export function parseDocument(html: string): Dom {
  return load(html, { xml: { xmlMode: false, decodeEntities: true } });
}

/** Parses a web page of anybody's, as a browser does: what is not closed or is in the wrong place is put right. */
export function parsePage(html: string): Dom {
  return load(html);
}

/** Parses a document as XML, such as the package document of an EPUB. */
export function parseXml(xml: string): Dom {
  return load(xml, { xml: true });
}

/**
 * Writes a fragment as XHTML that browsers read as HTML: well-formed, with only empty elements of HTML closed by `/>`,
 * and with letters as themselves. Changes the Dom, which must not be used again.
 */
export function serialize($: Dom): string {
  // The serializer can escape text in two ways. One writes every letter beyond ASCII as a number. The other leaves `<`
  // in attributes as it is, and writes `&nbsp;`, which XML does not know. So text is escaped here, except for quotes in
  // attributes, which the serializer escapes.
  escapeInside($.root().contents().toArray());
  return $.html({ xml: { xmlMode: false, selfClosingTags: true, emptyAttrs: true, decodeEntities: false } });
}

function escapeInside(nodes: Nodes[number][]): void {
  for (const node of nodes) {
    if (node.type === "text") node.data = escape(node.data);
    if (!("attribs" in node)) continue;
    for (const [name, value] of Object.entries(node.attribs)) node.attribs[name] = escape(value);
    escapeInside(node.children);
  }
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
