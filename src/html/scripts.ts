import { parseDocument } from "./dom.ts";

/**
 * Returns the name of each element and attribute in a document that makes a browser run a script. An element with
 * JSON-LD is data if its text is valid JSON and it has no other attribute than its type.
 */
export function scriptsOf(html: string): string[] {
  const $ = parseDocument(html);
  return $("*")
    .toArray()
    .flatMap((element) => {
      const attributes = Object.entries($(element).attr() ?? {});
      const isJsonLd = attributes.length === 1 && $(element).attr("type") === "application/ld+json";
      const isData = isJsonLd && isJson($(element).text());
      return [
        ...($(element).is("script") && !isData ? ["script"] : []),
        ...attributes.filter(([name, value]) => isExecutable(name, value)).map(([name]) => name),
      ];
    });
}

function isExecutable(name: string, value: string): boolean {
  return /^(on|srcdoc)/i.test(name) || /^\s*(javascript|vbscript):/i.test(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
