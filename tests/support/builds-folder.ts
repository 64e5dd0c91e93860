import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the builds that test files share; see builds.ts. */
    builds: string;
  }
}

/** Makes the folder of shared builds before a run of the tests, and deletes it afterwards. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-builds-"));
  provide("builds", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
