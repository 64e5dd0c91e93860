import path from "node:path";
import { watch } from "chokidar";

/** How long nothing may change before a change is told, in ms: editors save in several steps. Chosen by trial. */
const quietMs = 30;

/**
 * Calls `changed` after each change of a file in a folder, or in a folder inside it, also if the folder itself comes or
 * goes. Hidden files, packages and the folder of the build do not count. Returns a function that ends it.
 */
export function watchFolder(folder: string, out: string, changed: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (file) => file === out || /^\.|^node_modules$/.test(path.relative(folder, file).split(path.sep).at(-1)!),
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  });
  // A folder may go while it is being watched; what is wrong with it is said when it is read.
  watcher.on("error", changed);
  return () => {
    clearTimeout(timer);
    return watcher.close();
  };
}
