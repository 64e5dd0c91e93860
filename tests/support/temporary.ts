import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** Returns a new empty folder, which is deleted when the tests of the file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
