import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { assemblePackage } from "./package.ts";

// npm run package writes the package that others install: pamphlet-VERSION.tgz, in the folder that is named or else here.

const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-package-"));
try {
  await assemblePackage(folder);
  const parameters = ["pack", folder, "--json", "--pack-destination", process.argv[2] ?? "."];
  const [{ filename }] = JSON.parse(execFileSync("npm", parameters, { encoding: "utf8" })) as [{ filename: string }];
  process.stdout.write(`Wrote ${filename}.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
