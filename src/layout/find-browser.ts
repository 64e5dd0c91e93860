import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A browser that can print, and what it needs in its environment. */
export interface FoundBrowser {
  executable: string;
  /** How it was found, in words. */
  from: string;
  environment: Record<string, string>;
}

/**
 * Finds a browser: PAMPHLET_BROWSER, the Chromium of the npm packages (Linux x64), an installed one. Throws if there is
 * none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env["PAMPHLET_BROWSER"];
  if (named) {
    if (!executable(named))
      throw new Error(
        `PAMPHLET_BROWSER names ${named}, which is not a program that can be run. Correct it, or unset it.`,
      );
    return { executable: named, from: "PAMPHLET_BROWSER", environment: {} };
  }
  if (process.platform === "linux" && process.arch === "x64") return packaged();
  const installed = installedBrowsers().find(executable);
  if (installed) return { executable: installed, from: "installed on this machine", environment: {} };
  throw new Error(
    "Cannot print: no Chromium found. Install Chrome, Chromium or Edge, or set PAMPHLET_BROWSER to the program's path.",
  );
}

async function packaged(): Promise<FoundBrowser> {
  const folder = await unpacked();
  return {
    executable: path.join(folder, "chromium"),
    from: "the npm package @sparticuz/chromium",
    environment: {
      FONTCONFIG_PATH: path.join(folder, "fonts"),
      XDG_CACHE_HOME: path.join(folder, "cache"),
      LD_LIBRARY_PATH: path.join(folder, "al2023", "lib"),
    },
  };
}

// The package's own configuration looks for fonts in /tmp alone, and without any font Chromium sets no line.
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

// Unpacked once, beside the packages, and put in place by a rename, so that builds side by side never see half of it.
async function unpacked(): Promise<string> {
  const { dependencies } = createRequire(import.meta.url)("../../package.json") as {
    dependencies: Record<string, string>;
  };
  const cache =
    writable(fileURLToPath(new URL("../../node_modules/.cache/pamphlet/", import.meta.url))) ??
    mkdtempSync(path.join(tmpdir(), "pamphlet-"));
  const place = path.join(cache, `chromium-${dependencies["@sparticuz/chromium"]}`);
  if (existsSync(place)) return place;
  const partial = mkdtempSync(path.join(cache, "partial-"));
  const environment = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL("unpack.js", import.meta.url))], {
    env: environment,
  });
  writeFileSync(path.join(partial, "fonts", "fonts.conf"), fontconfig);
  try {
    renameSync(partial, place);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

function writable(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    const trial = path.join(folder, `trial-${process.pid}`);
    writeFileSync(trial, "");
    rmSync(trial);
    return folder;
  } catch {
    return undefined;
  }
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedBrowsers(): string[] {
  const names = [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "chrome.exe",
    "msedge.exe",
  ];
  const onPath = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const mac = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const windows = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [
          path.join(folder, "Google/Chrome/Application/chrome.exe"),
          path.join(folder, "Microsoft/Edge/Application/msedge.exe"),
        ]
      : [];
  });
  return [...onPath, ...mac, ...windows];
}
