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
    const page = await browser.open("doctor.html", new Map([["doctor.html", "<!doctype html><title>doctor</title>"]]));
    const pdf = await page.pdf({ tagged: true });
    return {
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      browser: `${await browser.version()}, ${from}`,
      path: executable,
      prints: `yes, a page of ${pdf.byteLength} bytes`,
    };
  } finally {
    await browser.close();
  }
}
