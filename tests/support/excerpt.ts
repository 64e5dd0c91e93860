import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Copies the publication in statements/ with only the statements named, so that it builds quickly; returns the folder.
 */
export function copyExcerpt(folder: string, slugs: string[]): string {
  cpSync("statements", folder, { recursive: true });
  const head = path.join(folder, "publication.yaml");
  const yaml = readFileSync(head, "utf8");
  const listed = /^contents:\n((?: {2}- .*\n)+)/m.exec(yaml)![1]!.match(/[a-z][a-z0-9-]*(?=\n)/g)!;
  for (const slug of listed.filter((slug) => !slugs.includes(slug))) rmSync(path.join(folder, `${slug}.md`));
  for (const leaflet of ["mena-socialists-leaflet"].filter(() => !slugs.includes("mena-socialists")))
    rmSync(path.join(folder, `${leaflet}.md`));
  writeFileSync(head, yaml.replace(/^contents:\n(?: {2}- .*\n)+/m, `contents: [${slugs.join(", ")}]\n`));
  return folder;
}
