import { parseDocument, parseXml } from "./dom.ts";

/** Returns the text of each element that a CSS selector matches in a document. */
export function textsOf(html: string, selector: string): string[] {
  const $ = parseDocument(html);
  return $(selector)
    .toArray()
    .map((element) => $(element).text());
}

/** Returns the values of an attribute, of the elements that a CSS selector matches and that have the attribute. */
export function valuesOf(document: string, selector: string, attribute: string): string[] {
  const $ = parseXml(document);
  return $(selector)
    .toArray()
    .flatMap((element) => $(element).attr(attribute) ?? []);
}
