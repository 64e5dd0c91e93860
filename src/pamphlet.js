#!/usr/bin/env node
// Node 20 does not read TypeScript by itself; tsx has to be registered before cli.ts is imported.
import "tsx/esm";
const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
