import { readFileSync } from "node:fs";
import { format } from "prettier";
import { commands } from "../../src/cli/commands.ts";
import { composeJsonSchema, schemaFiles } from "../schema/json-schema.ts";
import { formatKeys, type KeySchema } from "./keys.ts";

// The guide in docs/ is made of a template, a fixture and what the program knows of itself.

/** The fixture: each of its texts is a form of the guide. */
export const guideFixture = "tests/fixtures/guide";

/** The folder of the guide; its pictures are in images/ there. */
export const guideFolder = "docs";

const template = "tests/guide/guide.md";

const placeholder = /^<!-- (\w+)(?:: (\w+))? -->$/gm;

/** Returns the names of the forms that the guide shows: the texts of the fixture. */
export function listForms(): string[] {
  return [...readFileSync(template, "utf8").matchAll(placeholder)].flatMap(([, kind, name]) =>
    kind === "form" ? [name!] : [],
  );
}

/** Returns the guide, as Markdown. Throws if the template asks for something that is not there. */
export async function composeGuide(): Promise<string> {
  const text = readFileSync(template, "utf8");
  const parts = await Promise.all(
    [...text.matchAll(placeholder)].map(async ([, kind, name]) => {
      if (kind === "form") return composeForm(name!);
      if (kind === "keys") return composeKeys(name!);
      if (kind === "commands") return composeCommands();
      throw new Error(`The template of the guide asks for “${kind}”, which nothing makes.`);
    }),
  );
  const filled = text.replace(placeholder, () => parts.shift()!);
  const head = "<!-- Made by “npm run guide” from tests/guide/ and tests/fixtures/guide/: change these. -->\n\n";
  return format(head + filled, { parser: "markdown", printWidth: 120 });
}

function composeForm(name: string): string {
  const text = readFileSync(`${guideFixture}/${name}.md`, "utf8");
  const body = text.replace(/^---\n.*?\n---\n/s, "").trim();
  const picture = (medium: "print" | "web", where: string) =>
    `<img src="images/${name}-${medium}.png" width="360" alt="${where}">`;
  return [
    `\`\`\`text\n${body}\n\`\`\``,
    `| In print | On the web |\n| --- | --- |\n| ${picture("print", "In print")} | ${picture("web", "On the web")} |`,
  ].join("\n\n");
}

async function composeKeys(name: string): Promise<string> {
  const schema = schemaFiles[`${name}.schema.json` as keyof typeof schemaFiles];
  return formatKeys(JSON.parse(await composeJsonSchema(schema)) as KeySchema);
}

function composeCommands(): string {
  const rows = commands.map(({ name, usage, summary }) => {
    const call = `pamphlet ${name} ${usage}`.trimEnd().replaceAll("|", "\\|");
    return `| \`${call}\` | ${summary} |`;
  });
  return ["| command | what it does |", "| --- | --- |", ...rows].join("\n");
}
