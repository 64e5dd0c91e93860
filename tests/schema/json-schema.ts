import { format } from "prettier";
import { z } from "../../src/schema-fields.ts";
import { publicationSchema } from "../../src/schemas.ts";
import { prefaceSchema, statementSchema } from "../../src/schema-texts.ts";

/** The schemas of what an editor writes, by the name of the file in src/schema/ that has each as a JSON Schema. */
export const schemaFiles = {
  "publication.schema.json": publicationSchema,
  "statement.schema.json": statementSchema,
  "preface.schema.json": prefaceSchema,
} satisfies Record<string, z.ZodType>;

/** The folder of the JSON Schemas. */
export const schemaFolder = "src/schema";

/**
 * Returns a schema as a JSON Schema, in draft 7, which is the newest that the YAML extension of VS Code knows. It accepts
 * whatever the schema accepts, and some more: what is not in the form of a value, such as the days of a calendar, only
 * the program checks.
 */
export async function composeJsonSchema(schema: z.ZodType): Promise<string> {
  const json = z.toJSONSchema(schema, { target: "draft-07", io: "input", unrepresentable: "any", override: adapt });
  return format(JSON.stringify(json), { parser: "json", printWidth: 120 });
}

type Adapt = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>;

const adapt: Adapt = ({ zodSchema, jsonSchema }) => {
  // Zod leaves out a default and examples that a transformation might change. A default that depends on other keys is
  // only described.
  if (zodSchema instanceof z.ZodDefault) jsonSchema.default = zodSchema.def.defaultValue as typeof jsonSchema.default;
  const { examples, default: usual } = z.globalRegistry.get(zodSchema) ?? {};
  if (usual !== undefined) jsonSchema.default = usual as typeof jsonSchema.default;
  if (Array.isArray(examples)) jsonSchema.examples = examples;
  if (jsonSchema.type !== "string" || jsonSchema.enum) return;
  // Where the program reads text, other readers of YAML see a number, or a truth value in yes.
  const isEmptyAccepted = z.safeParse(zodSchema, "").success;
  Object.assign(jsonSchema, { type: ["string", "number", "boolean", ...(isEmptyAccepted ? ["null"] : [])] });
  // Readers of schemas do not agree on which web addresses are valid.
  if (jsonSchema.format === "uri") jsonSchema.pattern = String.raw`^\s*[Hh][Tt][Tt][Pp][Ss]?:`;
  delete jsonSchema.format;
  if (jsonSchema.pattern === undefined) return;
  // The one character fits none of the patterns.
  const fault = z.safeParse(zodSchema, "?").error?.issues.find((issue) => issue.code === "invalid_format");
  // A JSON Schema has no patterns for letters of any case.
  if (fault?.pattern?.endsWith("/i")) delete jsonSchema.pattern;
  // The YAML extension shows this in place of the pattern.
  else Object.assign(jsonSchema, { patternErrorMessage: fault?.message });
};
