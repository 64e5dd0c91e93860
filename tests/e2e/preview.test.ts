import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();

it("Eleventy alone writes every document, for a preview", () => {
  const output = path.relative(process.cwd(), temporary);
  execFileSync(process.execPath, ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet", `--output=${output}`], {
    stdio: "pipe",
  });
  const documents = [
    "web/index.html",
    "web/style.css",
    "print/pamphlet.html",
    "print/large-print.html",
    "epub/content.opf",
  ];
  expect(documents.filter((name) => !existsSync(path.join(temporary, name)))).toEqual([]);
});
