import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A statement to be written: its Markdown, and the words of its source as plain text. */
export interface Written {
  slug: string;
  title?: string;
  organisation?: string;
  body: string;
  source: string;
  /** More keys of its front matter, as YAML. */
  keys?: string;
}

/** Writes the folder of a publication: `publication.yaml`, a file a statement, and the source of each. */
export function writeFolder(
  folder: string,
  statements: Written[],
  { title = "A corpus", language = "en", keys = "" } = {},
): void {
  mkdirSync(path.join(folder, "sources"), { recursive: true });
  const head = [
    `title: ${JSON.stringify(title)}`,
    "slug: corpus",
    "identifier: urn:uuid:00000000-0000-4000-8000-00000000000c",
    `language: ${language}`,
    "date: 2021-05-01",
    "imprint: Whose texts these are.",
    `contents: [${statements.map(({ slug }) => slug).join(", ")}]`,
    keys,
  ];
  writeFileSync(path.join(folder, "publication.yaml"), `${head.join("\n")}\n`);
  for (const { slug, title, organisation = "Fixture Society", body, source, keys = "" } of statements) {
    const matter = [
      ...(title === undefined ? [] : [`title: ${JSON.stringify(title)}`]),
      `organisation: ${JSON.stringify(organisation)}`,
      `source:\n  file: sources/${slug}.txt`,
      keys,
    ];
    writeFileSync(path.join(folder, `${slug}.md`), `---\n${matter.filter(Boolean).join("\n")}\n---\n\n${body}`);
    writeFileSync(path.join(folder, "sources", `${slug}.txt`), source);
  }
}
