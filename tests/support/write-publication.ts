import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import type { Statement } from "../../src/publication.ts";
import { publicationOf, type PublicationOptions, type StatementOptions } from "./publication.ts";

/**
 * Writes the publication that publicationOf() returns for the same values into a folder, as an editor would write it,
 * and returns the folder. A statement without a source document gets its own title and words as one.
 */
export function writePublication(
  folder: string,
  statements: StatementOptions[],
  options: PublicationOptions = {},
): string {
  const { title, slug, identifier, language, date, imprint, statements: texts } = publicationOf(statements, options);
  const contents = texts.map(({ slug }) => slug);
  mkdirSync(path.join(folder, "sources"), { recursive: true });
  writeFileSync(
    path.join(folder, "publication.yaml"),
    yaml({ title, slug, identifier, language, date, imprint, contents, ...options }),
  );
  for (const text of texts) writeStatement(folder, text);
  return folder;
}

/** Returns the words of a Markdown text as a source document has them: note marks are plain numbers in brackets. */
export function plainSource(markdown: string): string {
  return markdown
    .replace(/^\|[-| ]+\|$/gm, "")
    .replaceAll("|", " ")
    .replaceAll("[^", "[")
    .replaceAll("]:", "]");
}

function writeStatement(folder: string, { slug, title, organisation, body, source, as }: Statement): void {
  const frontMatter = yaml({ title, organisation, as, ...(source && { source: { file: source.file } }) });
  writeFileSync(path.join(folder, `${slug}.md`), `---\n${frontMatter}---\n\n${body}`);
  if (!source) return;
  writeFileSync(
    path.join(folder, source.file),
    source.document || `${title ? `${title}\n\n` : ""}${plainSource(body)}`,
  );
}

function yaml(keys: object): string {
  return stringify(keys, { lineWidth: 0 });
}
