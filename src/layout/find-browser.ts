import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { MachineError, systemReason } from "../errors.ts";
import { unpackBrowser } from "./unpack-browser.ts";

/** A browser that can print, and what it needs in its environment. */
export interface FoundBrowser {
  executable: string;
  /** Where it was found, in words. */
  from: string;
  environment: Record<string, string>;
}

/**
 * Finds a browser: the one that PAMPHLET_BROWSER names, else the Chromium of the npm packages (Linux x64), else an
 * installed one. Throws a MachineError with the reason and what to do if there is none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env["PAMPHLET_BROWSER"];
  if (named) {
    const reason = whyNotExecutable(named);
    if (reason === undefined) return { executable: named, from: "PAMPHLET_BROWSER", environment: {} };
    throw new MachineError(
      `PAMPHLET_BROWSER names “${named}”, which cannot be run: ${reason}. Correct it, or unset it to use the browser ` +
        "that the program finds by itself.",
    );
  }
  if (process.platform === "linux" && process.arch === "x64") return findPackaged();
  const installed = installedBrowsers().find((file) => whyNotExecutable(file) === undefined);
  if (installed) return { executable: installed, from: "installed on this machine", environment: {} };
  throw new MachineError(
    "Cannot print: no Chromium was found on this machine. Install Chrome, Chromium or Edge, or set PAMPHLET_BROWSER to " +
      "the program’s path.",
  );
}

async function findPackaged(): Promise<FoundBrowser> {
  const folder = await unpackBrowser();
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

// Returns the system's reason, or nothing if the file can be run.
function whyNotExecutable(file: string): string | undefined {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile() ? undefined : "it is no file";
  } catch (error) {
    return systemReason(error);
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
