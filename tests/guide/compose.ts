import { readFileSync } from "node:fs";
import { format } from "prettier";
import { commands } from "../../src/cli/commands.ts";
import { shopPresets, type ShopPreset } from "../../src/shop-presets.ts";
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
      if (kind === "presets") return composePresets();
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

function composePresets(): string {
  const rows = Object.entries(shopPresets).map(([name, preset]) => {
    const { standard, condition, bleed, coverBleed = bleed, marks, mostInk, safe, deepBlack }: ShopPreset = preset;
    const { smallestType, smallestTypeOnColour, thinnestLine }: ShopPreset = preset;
    const also = [
      mostInk && `at most ${mostInk} % of ink`,
      smallestType && `type of ${smallestType} pt, ${smallestTypeOnColour} pt on colour`,
      thinnestLine && `lines of ${thinnestLine} pt`,
      safe && `text ${safe} mm from the edge`,
      deepBlack && `deep black ${deepBlack.join("/")}`,
    ];
    const bleeds = coverBleed === bleed ? `${bleed} mm` : `${bleed} mm, cover ${coverBleed} mm`;
    const cells = [
      `\`${name}\``,
      standard,
      condition,
      bleeds,
      marks?.join(", ") || "none",
      also.filter(Boolean).join("; "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = "| preset | standard | condition | bleed | marks | also |\n| --- | --- | --- | --- | --- | --- |";
  return [head, ...rows].join("\n");
}

function composeCommands(): string {
  const rows = commands.map(({ name, usage, summary }) => {
    const call = `pamphlet ${name} ${usage}`.trimEnd().replaceAll("|", "\\|");
    return `| \`${call}\` | ${summary} |`;
  });
  return ["| command | what it does |", "| --- | --- |", ...rows].join("\n");
}
