import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

let script: string | undefined;

/** Returns in-page/ as one script that the browser can run; its functions are then on the global object `inPage`. */
export function inPageScript(): string {
  script ??= buildSync({
    entryPoints: [fileURLToPath(new URL("in-page/index.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "inPage",
    target: "esnext",
    write: false,
  }).outputFiles[0]!.text;
  return script;
}
