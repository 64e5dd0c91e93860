import { MachineError } from "../errors.ts";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * Returns the folder with the Chromium of the npm package. It is unpacked once, into a folder beside the packages; if
 * nothing can be written there, it is unpacked into a new temporary folder each time. Throws a MachineError with the
 * reason and what to do.
 */
export async function unpackBrowser(): Promise<string> {
  const besidePackages = fileURLToPath(new URL("../../node_modules/.cache/pamphlet/", import.meta.url));
  const name = `chromium-${packageVersion()}`;
  try {
    const unpacked = path.join(besidePackages, name);
    if (existsSync(unpacked)) return unpacked;
    const cache = isWritable(besidePackages) ? besidePackages : mkdtempSync(path.join(tmpdir(), "pamphlet-"));
    return await unpackInto(cache, name);
  } catch (error) {
    throw new MachineError(
      `Cannot print: the browser of the npm package @sparticuz/chromium cannot be unpacked. ${(error as Error).message}\n` +
        "Make room for it (200 MB), run npm ci again, or set PAMPHLET_BROWSER to the path of an installed Chromium.",
      { cause: error },
    );
  }
}

// The package's own configuration has fonts in /tmp only, and without any font Chromium sets no line of text.
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

// Unpacks into a folder of its own, which is then renamed: a build beside this one never finds half a browser.
async function unpackInto(cache: string, name: string): Promise<string> {
  const unpacked = path.join(cache, name);
  const partial = mkdtempSync(path.join(cache, "partial-"));
  try {
    // Without AWS_LAMBDA_JS_RUNTIME the package leaves out the system libraries that small systems do not have.
    const env = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
    await promisify(execFile)(process.execPath, [fileURLToPath(new URL("unpack-process.js", import.meta.url))], {
      env,
    });
    writeFileSync(path.join(partial, "fonts", "fonts.conf"), fontconfig);
    renameSync(partial, unpacked);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another build was quicker.
    if (!existsSync(unpacked)) throw error;
  }
  return unpacked;
}

function packageVersion(): string {
  const { dependencies } = createRequire(import.meta.url)("../../package.json") as {
    dependencies: Record<string, string>;
  };
  return dependencies["@sparticuz/chromium"]!;
}

/** Error codes of the system where writing is forbidden. After any other error a second place would not help. */
const forbidden = new Set(["EACCES", "EPERM", "EROFS"]);

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(path.join(folder, "trial-")), { recursive: true });
    return true;
  } catch (error) {
    if (forbidden.has((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}
