#!/usr/bin/env node
import { importProgram } from "./program.js";

// With --debug, errors show where they arose in the TypeScript.
if (process.argv.includes("--debug")) process.setSourceMapsEnabled(true);
const { main } = await importProgram("main");
process.exitCode = await main(process.argv.slice(2));
