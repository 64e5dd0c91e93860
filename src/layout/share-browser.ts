import { markHandled } from "../promises.ts";
import { inStage } from "../stages.ts";
import type { SharedBrowser } from "./browser.ts";

/**
 * Returns a browser for all editions of a build. `get` starts it when it is first called, and throws a MachineError if
 * it does not start. It takes half a second to start, so `start` does so before anybody needs it.
 */
export function shareBrowser() {
  let started: Promise<SharedBrowser> | undefined;
  const end = new AbortController();
  const get = async (): Promise<SharedBrowser> => {
    // After an edition has failed, the others must not start a browser that nobody closes.
    if (end.signal.aborted) throw new Error("The build has ended.");
    started ??= inStage("start the browser", async () => (await import("./browser.ts")).startBrowser(end.signal));
    return started;
  };
  return {
    get,
    /** Starts the browser. If it fails, those that ask for it get the reason. */
    start: () => void markHandled(get()),
    /** Returns what could be better about the browser, a sentence each. */
    async remarks(): Promise<string[]> {
      const reason = await started?.then(
        (browser) => browser.withoutSandbox(),
        () => undefined,
      );
      if (reason === undefined) return [];
      return [`The browser runs without its sandbox, because ${reason}; it loads only the publication’s own files.`];
    },
    async close(): Promise<void> {
      end.abort();
      await started?.then(
        (browser) => browser.close(),
        () => {},
      );
    },
  };
}
