import { existsSync } from "node:fs";
import path from "node:path";
import { watch, type FSWatcher } from "chokidar";

/** How long nothing may change before a change is told, in ms: editors save in several steps. Chosen by trial. */
const quietMs = 30;

/** How often a folder that is not there is looked for, in ms. Chosen by eye. */
const searchMs = 200;

/**
 * Calls `changed` after each change of a file in a folder, or in a folder inside it, also if the folder itself comes or
 * goes. Hidden files, packages and the folder of the build do not count. Returns a function that ends it.
 */
export function watchFolder(folder: string, out: string, changed: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  };
  const isIgnored = (file: string) =>
    file === out || /^(?:\.|node_modules$)/.test(path.basename(path.relative(folder, file)));
  let watcher: FSWatcher | undefined;
  let search: NodeJS.Timeout | undefined;
  const start = (): void => {
    // A folder may go while it is being watched; what is wrong with it is said when it is read.
    watcher = watch(folder, { ignoreInitial: true, ignored: isIgnored })
      .on("error", tell)
      .on("all", () => {
        tell();
        if (!existsSync(folder)) awaitFolder();
      });
  };
  // A folder that comes back is another one for the system, so it is watched anew.
  const awaitFolder = (): void => {
    void watcher?.close();
    clearInterval(search);
    search = setInterval(() => {
      if (!existsSync(folder)) return;
      clearInterval(search);
      start();
      watcher!.on("ready", tell);
    }, searchMs);
  };
  if (existsSync(folder)) start();
  else awaitFolder();
  return async () => {
    clearTimeout(timer);
    clearInterval(search);
    await watcher?.close();
  };
}
