import { execFileSync } from "node:child_process";
import { cpSync, existsSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();

it("the program builds where it is installed as a package, from the files that are packed", () => {
  const installed = path.join(temporary, "node_modules/pamphlet");
  for (const name of listPackedFiles()) cpSync(name, path.join(installed, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(installed, "node_modules"));
  writeFileSync(path.join(temporary, ".gitignore"), "node_modules/\n");
  cpSync("tests/fixtures/small", path.join(temporary, "statements"), { recursive: true });
  execFileSync(process.execPath, [path.join(installed, "src/pamphlet.js"), "build", "--quiet", "--only", "pamphlet"], {
    cwd: temporary,
    stdio: "pipe",
  });
  expect(existsSync(path.join(temporary, "build/SHA256SUMS"))).toBe(true);
});

function listPackedFiles(): string[] {
  const list = execFileSync("npm", ["pack", "--dry-run", "--json"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [{ files }] = JSON.parse(list) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}
