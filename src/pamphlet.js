#!/usr/bin/env node
// Node 20 cannot run TypeScript. So tsx is registered first, and main.ts is imported after that.
import "tsx/esm";
const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
