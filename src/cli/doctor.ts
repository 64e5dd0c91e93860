import { startBrowser } from "../layout/browser.ts";
import { findBrowser } from "../layout/find-browser.ts";

/**
 * Prints a page, and returns what this machine prints with. Throws a MachineError if there is no browser or it does not
 * start.
 */
export async function doctor(): Promise<Record<string, string>> {
  const { executable, from } = await findBrowser();
  const browser = await startBrowser();
  try {
    const files = new Map([["doctor.html", "<!doctype html><title>doctor</title>"]]);
    const pdf = await browser.withPage("doctor.html", files, (page) => page.pdf({ tagged: true }));
    const withoutSandbox = await browser.withoutSandbox();
    return {
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      browser: `${await browser.version()}, ${from}`,
      path: executable,
      sandbox: withoutSandbox === undefined ? "on" : `off, because ${withoutSandbox}`,
      prints: `yes, a page of ${pdf.byteLength} bytes`,
    };
  } finally {
    await browser.close();
  }
}
