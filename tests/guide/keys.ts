import { stringify } from "yaml";

/** What the guide reads of a JSON Schema. */
export interface KeySchema {
  description?: string;
  examples?: unknown[];
  default?: unknown;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, KeySchema>;
  items?: KeySchema;
  anyOf?: KeySchema[];
}

/** More keys than a reader goes through: a longer table is folded away. */
const mostShown = 20;

/** Returns a table of the keys of a group, and then the tables of the groups in it, each under its path. */
export function formatKeys(schema: KeySchema, path: string[] = []): string {
  const { properties = {}, required = [] } = schema;
  const rows = Object.entries(properties).map(([key, value]) => {
    const cells = [`\`${key}\``, describe(value, required.includes(key)), formatExample(key, value)];
    return `| ${cells.map(escapeCell).join(" | ")} |`;
  });
  const table = ["| key | what it says | for example |", "| --- | --- | --- |", ...rows].join("\n");
  const groups = Object.entries(properties).flatMap(([key, value]) => {
    const [first, ...others] = findGroups(value);
    if (!first) return [];
    const name = [...path, key];
    return [
      `**\`${name.join(": ")}:\`** ${value.description ?? ""}`,
      formatKeys(first, name),
      ...others.flatMap((group) => ["Or:", formatKeys(group, name)]),
    ];
  });
  const all = [table, ...groups].join("\n\n");
  const isFolded = rows.length > mostShown && path.length > 0;
  return isFolded ? `<details><summary>Its ${rows.length} keys</summary>\n\n${all}\n\n</details>` : all;
}

function formatExample(key: string, schema: KeySchema): string {
  const [example] = schema.examples ?? [];
  if (example !== undefined) return `\`${key}: ${write(example)}\``;
  return findGroups(schema).length > 0 ? "see below" : "";
}

function describe(schema: KeySchema, isRequired: boolean): string {
  const choices = [schema, schema.items, ...(schema.items?.anyOf ?? [])].find((one) => one?.enum)?.enum;
  const isSimple = ["string", "number"].includes(typeof schema.default);
  return [
    schema.description ?? "",
    ...(choices ? [`One of ${choices.map((choice) => `\`${write(choice)}\``).join(", ")}.`] : []),
    ...(isSimple ? [`Without it: \`${write(schema.default)}\`.`] : []),
    ...(isRequired ? ["**Must be there.**"] : []),
  ].join(" ");
}

// A list may have groups, and instead of one group there may be another one, or a list of the same.
function findGroups(schema: KeySchema): KeySchema[] {
  if (schema.properties) return [schema];
  const groups = [...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? [])].flatMap(findGroups);
  return [...new Map(groups.map((group) => [Object.keys(group.properties!).join(), group])).values()];
}

function write(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim();
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
