import { renderPlainText } from "../text/plain.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import type { Context } from "./edition.ts";

/**
 * Makes the guide to printing, as plain text beside the files to print; the web edition has the same guide as a page.
 * Without a booklet or a press file there is no guide.
 */
export async function makeGuide({ publication, documents }: Context): Promise<Artifact[]> {
  const page = (await documents("guide")).get("how-to-print.html");
  if (!page) return [];
  const lines = renderPlainText(page, 76, publication.language);
  return [makeArtifact("guide", publication, new TextEncoder().encode(`${lines.join("\n")}\n`))];
}
