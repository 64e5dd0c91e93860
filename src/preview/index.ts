import { once } from "node:events";
import { contentTypeOf } from "../content-types.ts";
import { PublicationProblems } from "../errors.ts";
import { shareBrowser } from "../layout/share-browser.ts";
import type { Publication } from "../publication.ts";
import { remember } from "../remember.ts";
import { findAsset } from "./assets.ts";
import { describeFault } from "./faults.ts";
import { followPublication } from "./follow.ts";
import { rememberBuild } from "./built.ts";
import { makeFile } from "./made-files.ts";
import { plain, serve, type Reply } from "./serve.ts";
import type { Version } from "./version.ts";
import { watchFolder } from "./watch-folder.ts";

export interface PreviewOptions {
  /** The publication's folder. */
  folder: string;
  /** The folder of the last build, with which the pages are compared. */
  out: string;
  /** The port of the preview; if it is left out, the first usual one that is free. */
  port?: number;
  /** Ends the preview. */
  end: AbortSignal;
  /** Called with the address of the preview as soon as it can be opened. */
  ready: (address: string) => void;
  /** Called each time the folder has been read, with what is wrong with it. */
  read: (error?: unknown) => void;
}

/**
 * Shows a publication in the reader's browser while it is being written, and follows its changes until `end`. Throws a
 * MachineError if the port cannot be used. Nothing else ends it: what goes wrong is shown, and tried again.
 */
export async function preview({ folder, out, port, end, ready, read }: PreviewOptions): Promise<void> {
  let browser = shareBrowser();
  const lastBuild = rememberBuild(out);
  const versionOf = remember((publication: Publication): Version => ({
    publication,
    browser: () => browser.get(),
    lastBuild,
  }));

  const answer = async (path: string, asked: string | null): Promise<Reply> => {
    const asset = await findAsset(path);
    if (asset) return asset;
    const { publication, state } = followed;
    if (!publication) return plain(404, "There is nothing to show yet.");
    if (asked !== null && Number(asked) !== state.version) return plain(410, "There is a newer version.");
    try {
      const file = await makeFile(versionOf(publication), path);
      return file ? { status: 200, ...file } : plain(404, "There is no such file.");
    } catch (error) {
      // The browser may be at fault, so it is replaced, and what has failed is not remembered.
      if (!(error instanceof PublicationProblems)) {
        void browser.close();
        browser = shareBrowser();
        followed.publication = { ...publication };
      }
      const type = contentTypeOf("fault.json");
      return { status: 422, type, body: JSON.stringify(await describeFault(error, folder)) };
    }
  };

  const server = await serve(port, answer);
  const followed = followPublication(folder, () => server.send(followed.state), read);
  const endWatching = watchFolder(folder, out, () => void followed.follow());
  try {
    ready(server.address);
    browser.start();
    void followed.follow();
    if (!end.aborted) await once(end, "abort");
  } finally {
    await Promise.all([endWatching(), server.close(), browser.close()]);
  }
}
