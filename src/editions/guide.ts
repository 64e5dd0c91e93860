import { plainText } from "../text/plain.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import type { Context } from "./edition.ts";

/**
 * How to print what was made, as plain text beside the files; the web edition has the same as a page. Nothing where
 * there is nothing to print.
 */
export async function makeGuide({ publication, documents }: Context): Promise<Artifact[]> {
  const page = (await documents("guide")).get("how-to-print.html");
  if (!page) return [];
  const lines = plainText(page, 76, publication.language);
  return [makeArtifact("guide", publication, new TextEncoder().encode(`${lines.join("\n")}\n`))];
}
