import { writeFileSync } from "node:fs";
import { composeTable, listForbidden, tableFile } from "./licences.ts";
import { listPackages } from "./packages.ts";

// npm run licences writes the table of the licences of all packages that are installed with the program. It fails if a
// licence is not one of those that are permitted.

const forbidden = listForbidden(listPackages());
for (const sentence of forbidden) process.stderr.write(`${sentence}\n`);
writeFileSync(tableFile, await composeTable());
process.exitCode = forbidden.length > 0 ? 1 : 0;
