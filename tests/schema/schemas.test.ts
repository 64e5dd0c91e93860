import { Ajv } from "ajv";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { splitFrontMatter } from "../../src/load/front-matter.ts";
import { validate } from "../../src/load/validate.ts";
import { readYaml } from "../../src/load/yaml.ts";
import type { Schema } from "../../src/schemas.ts";
import { composeJsonSchema, schemaFiles, schemaFolder } from "./json-schema.ts";

type SchemaFile = keyof typeof schemaFiles;

const readSchema = (name: SchemaFile) => readFileSync(path.join(schemaFolder, name), "utf8");

// The YAML extension of VS Code has a keyword of its own.
const ajv = new Ajv({ allowUnionTypes: true, keywords: ["patternErrorMessage"] });
const validators = new Map(
  (Object.keys(schemaFiles) as SchemaFile[]).map((name) => [name, ajv.compile(JSON.parse(readSchema(name)) as object)]),
);

/** Returns whether the JSON Schema, and whether the program, accepts a piece of YAML. */
function judge(name: SchemaFile, text: string): { schema: boolean; program: boolean } | undefined {
  const document = parseDocument(text);
  const yaml = readYaml(text, "file");
  if (yaml.problem || document.errors.length > 0) return undefined;
  const { problems } = validate(schemaFiles[name] as Schema<unknown>, yaml);
  return { schema: validators.get(name)!(document.toJS() ?? {}), program: problems.length === 0 };
}

function schemaOf(file: string): SchemaFile | undefined {
  const name = path.basename(file);
  if (name === "publication.yaml") return "publication.schema.json";
  if (name === "preface.md" || name === "back.md") return "preface.schema.json";
  return name.endsWith(".md") ? "statement.schema.json" : undefined;
}

/** Returns the YAML of every file of a publication, with its schema: of the tests and of statements/. */
const pieces = ["statements", "tests/broken", "tests/fixtures"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const file = path.join(folder, name);
    const schema = schemaOf(file);
    if (!schema) return [];
    const text = readFileSync(file, "utf8");
    const yaml = file.endsWith(".md") ? splitFrontMatter(text)?.yaml : text;
    return yaml === undefined ? [] : [{ file, schema, yaml }];
  }),
);

describe("the JSON Schemas", () => {
  it.each(Object.entries(schemaFiles))("%s is up to date; if not, run: npm run schemas", async (name, schema) => {
    expect(readSchema(name as SchemaFile)).toBe(await composeJsonSchema(schema));
  });

  it("explain each key and show what to write", () => {
    const silent: string[] = [];
    const walk = (group: JsonSchema, name: string): void => {
      for (const [key, value] of Object.entries(group.properties ?? {})) {
        const shown = [
          value.description,
          value.examples ?? value.default ?? value.properties ?? value.items?.properties ?? value.anyOf,
        ];
        // The English terms are in their descriptions, and their plural forms name numbers.
        if (shown.includes(undefined) && !(name.includes(".terms") && value.description)) silent.push(`${name}.${key}`);
        walk(value, `${name}.${key}`);
        for (const part of [value.items ?? {}, ...(value.anyOf ?? [])]) walk(part, `${name}.${key}`);
      }
    };
    for (const name of Object.keys(schemaFiles) as SchemaFile[]) walk(JSON.parse(readSchema(name)) as JsonSchema, name);
    expect(silent).toEqual([]);
  });

  it("accept what the program accepts, and refuse nothing else", () => {
    const judged = pieces.flatMap(({ file, schema, yaml }) => {
      const verdict = judge(schema, yaml);
      return verdict ? [{ file, ...verdict }] : [];
    });
    expect(judged.filter(({ program }) => program).length).toBeGreaterThan(50);
    expect(judged.filter(({ schema }) => !schema).length).toBeGreaterThan(5);
    expect(judged.filter(({ schema, program }) => program && !schema)).toEqual([]);
  });

  it.each([
    ["publication.schema.json", "titel: A title"],
    ["publication.schema.json", "date: 11 January"],
    ["publication.schema.json", "editions: [booklets]"],
    ["publication.schema.json", "print: { bleed: 11 }"],
    ["publication.schema.json", "print: { inks: { cover: [0, 100, 90] } }"],
    ["publication.schema.json", "event: { title: Meeting }"],
    ["publication.schema.json", "terms: { pages: { one: '# page' } }"],
    ["statement.schema.json", "source: { form: First }"],
    ["statement.schema.json", "corrections: { source: Janaury, text: January }"],
    ["preface.schema.json", "dir: left"],
  ] as const)("%s sees the mistake in %s", (name, text) => {
    const right = pieces.find(({ file }) => file === path.join("tests/broken/base", sampleOf[name]))!.yaml;
    expect(judge(name, right)).toEqual({ schema: true, program: true });
    const key = text.slice(0, text.indexOf(":"));
    const others = right.replace(new RegExp(`^${key}:.*\\n?(?: .*\\n?)*`, "m"), "");
    expect(judge(name, `${others}\n${text}\n`)).toEqual({ schema: false, program: false });
  });
});

interface JsonSchema {
  description?: string;
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

const sampleOf = {
  "publication.schema.json": "publication.yaml",
  "statement.schema.json": "alpha.md",
  "preface.schema.json": "preface.md",
};
