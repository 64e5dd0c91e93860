import { fileURLToPath } from "node:url";
import { bundleScript } from "../bundle.js";

let script: Promise<string> | undefined;

/** Returns in-page/ as one script that the browser can run; its functions are then on the global object `inPage`. */
export function inPageScript(): Promise<string> {
  return (script ??= bundleScript(fileURLToPath(new URL("in-page/index.ts", import.meta.url)), "inPage"));
}
