import { plainText } from "../text/plain.ts";
import type { Artifact } from "../publication.ts";
import type { Context } from "./edition.ts";

/**
 * How to print what was made, as plain text beside the files; the web edition has the same as a page. Nothing where
 * there is nothing to print.
 */
export async function makeGuide({ publication, documents }: Context): Promise<Artifact[]> {
  const page = (await documents("guide")).get("how-to-print.html");
  if (!page) return [];
  return [
    {
      edition: "guide",
      path: "print/how-to-print.txt",
      bytes: new TextEncoder().encode(`${plainText(page, 76, publication.language).join("\n")}\n`),
    },
  ];
}
