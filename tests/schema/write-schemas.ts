import { writeFileSync } from "node:fs";
import path from "node:path";
import { composeJsonSchema, schemaFiles, schemaFolder } from "./json-schema.ts";

// npm run schemas writes what an editor may write as JSON Schemas.

for (const [name, schema] of Object.entries(schemaFiles))
  writeFileSync(path.join(schemaFolder, name), await composeJsonSchema(schema));
