#!/usr/bin/env node
import { programOf } from "./program.js";

// With --debug, errors show where they arose in the TypeScript.
if (process.argv.includes("--debug")) process.setSourceMapsEnabled(true);
const { main } = await import(await programOf("cli/main.ts"));
process.exitCode = await main(process.argv.slice(2));
