import { startBrowser } from "../layout/browser.ts";
import { findBrowser } from "../layout/find-browser.ts";

/** Prints a page to find out with what this machine prints. Throws if there is no browser or it does not start. */
export async function doctor(): Promise<Record<string, string>> {
  const { executable, from } = await findBrowser();
  const shop = await startBrowser();
  try {
    const page = await shop.open("doctor.html", new Map([["doctor.html", "<!doctype html><title>doctor</title>"]]));
    const pdf = await page.pdf({ tagged: true });
    return {
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      browser: `${await shop.version()}, ${from}`,
      path: executable,
      prints: `yes, a page of ${pdf.byteLength} bytes`,
    };
  } finally {
    await shop.close();
  }
}
