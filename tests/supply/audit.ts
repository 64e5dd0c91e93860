import { spawnSync } from "node:child_process";
import { judgeSignatures, judgeVulnerabilities } from "./judge-audit.ts";

// npm run audit asks the npm registry whether the installed packages are those that it signed, and which of them have
// known vulnerabilities. Only wrong or missing signatures fail.

const signatures = judgeSignatures(ask("signatures"));
const vulnerabilities = judgeVulnerabilities(ask("--omit=dev"));
process.stdout.write(`${signatures.sentence}\n${vulnerabilities.sentence}\n`);
process.exitCode = signatures.hasFailed ? 1 : 0;

function ask(what: string): string {
  return spawnSync("npm", ["audit", what, "--json", "--fetch-retries=0"], { encoding: "utf8", maxBuffer: 64e6 }).stdout;
}
