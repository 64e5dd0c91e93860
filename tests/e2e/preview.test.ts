import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";

it("bare Eleventy writes every document for a preview", () => {
  const room = mkdtempSync(path.join(tmpdir(), "pamphlet-preview-"));
  const output = path.relative(process.cwd(), room);
  try {
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
    expect(documents.filter((name) => !existsSync(path.join(room, name)))).toEqual([]);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
});
