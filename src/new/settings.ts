import { readFileSync } from "node:fs";
import { formatYaml } from "../load/yaml.ts";
import { wrapText } from "../text/wrap.ts";

// Settings with a comment on each, from the JSON Schemas, whose descriptions are for editors.

/** What is used of a JSON Schema. */
interface JsonSchema {
  description?: string;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
}

/** Some of the settings, by their keys; a group of settings is one too. */
export type Settings = { [key: string]: string | Settings };

/** The width of a comment, in columns. */
const columns = 100;

/** Returns the JSON Schema of `publication.yaml` or of the front matter of a statement, as its file has it. */
export function readJsonSchema(name: "publication" | "statement"): string {
  return readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), "utf8");
}

/**
 * Returns YAML with a comment on every setting: those that have a value, and the others with an example behind a `#`
 * without a space. `keys` are the settings to show; otherwise all are.
 */
export function composeSettings(name: "publication" | "statement", settings: Settings, keys?: string[]): string {
  const { properties = {} } = JSON.parse(readJsonSchema(name)) as JsonSchema;
  const shown = Object.entries(properties).filter(([key]) => keys === undefined || keys.includes(key));
  return `${shown.map(([key, schema]) => composeSetting(key, schema, settings[key]).join("\n")).join("\n\n")}\n`;
}

function composeSetting(key: string, schema: JsonSchema, value: string | Settings | undefined): string[] {
  if (value === undefined) return [...describe(schema), ...composeExample(key, schema).map((line) => `#${line}`)];
  return [...describe(schema), ...composeUsed(key, schema, value)];
}

function composeUsed(key: string, schema: JsonSchema, value: string | Settings): string[] {
  const properties = propertiesOf(schema);
  if (typeof value === "string" || !properties) return formatSetting(key, value);
  return composeGroup(key, properties, (inner, schema) => composeSetting(inner, schema, value[inner]));
}

function composeExample(key: string, schema: JsonSchema): string[] {
  const { examples, default: usual } = schema;
  const properties = propertiesOf(schema);
  if (examples || !properties) return formatSetting(key, examples?.[0] ?? usual);
  return composeGroup(key, properties, (inner, schema) => [...describe(schema), ...composeExample(inner, schema)]);
}

// What may be one value or a list of them is shown as one.
function propertiesOf({ properties, anyOf }: JsonSchema): Record<string, JsonSchema> | undefined {
  return properties ?? anyOf?.find((one) => one.properties)?.properties;
}

function formatSetting(key: string, value: unknown): string[] {
  return formatYaml({ [key]: value })
    .trimEnd()
    .split("\n");
}

function composeGroup(
  key: string,
  properties: Record<string, JsonSchema>,
  compose: (key: string, schema: JsonSchema) => string[],
): string[] {
  const inner = Object.entries(properties).flatMap(([name, schema]) => compose(name, schema));
  return [`${key}:`, ...inner.map((line) => `  ${line}`)];
}

function describe({ description = "", enum: own, items }: JsonSchema): string[] {
  const choices = own ?? items?.enum;
  const sentences = choices ? `${description} Possible: ${choices.join(", ")}.` : description;
  return wrapText(sentences, columns).map((line) => `# ${line}`);
}
