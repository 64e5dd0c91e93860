import type { SharedBrowser } from "../layout/browser.ts";
import type { Publication } from "../publication.ts";
import type { Built } from "./built.ts";

/** A state of the publication without a problem. What is made of it is remembered as long as it is in use. */
export interface Version {
  publication: Publication;
  browser: () => Promise<SharedBrowser>;
  lastBuild: () => Promise<Built | undefined>;
}
