import { loadAndCheck } from "../check/load-and-check.ts";
import { statementNameOf } from "../names.ts";
import type { Publication } from "../publication.ts";
import { describeFault } from "./faults.ts";
import { editionOfTab, tabs, type State } from "./messages.ts";

/** A publication that is followed while it changes. */
export interface Followed {
  /** The state as it is now. */
  state: State;
  /** The last version without a problem, if there was one. */
  publication?: Publication;
  /** Reads the folder again. Changes that come meanwhile are read together, afterwards. */
  follow(): Promise<void>;
}

/**
 * Follows the publication of a folder. `changed` is called whenever the state has changed, `read` whenever the folder
 * has been read, with what was wrong with it.
 */
export function followPublication(folder: string, changed: () => void, read: (error?: unknown) => void): Followed {
  let isOutdated = false;
  const followed: Followed = {
    state: { version: 0, isLoading: false, title: "", slug: "", tabs: [], texts: [] },
    async follow() {
      isOutdated = true;
      if (followed.state.isLoading) return;
      while (isOutdated) {
        isOutdated = false;
        followed.state = { ...followed.state, isLoading: true };
        changed();
        await load();
      }
      followed.state = { ...followed.state, isLoading: false };
      changed();
    },
  };
  const load = async (): Promise<void> => {
    try {
      const publication = await loadAndCheck(folder);
      followed.publication = publication;
      followed.state = { ...describe(publication), version: followed.state.version + 1, isLoading: true };
      read();
    } catch (error) {
      followed.state = { ...followed.state, fault: await describeFault(error, folder) };
      read(error);
    }
  };
  return followed;
}

function describe(publication: Publication): Pick<State, "title" | "slug" | "tabs" | "texts"> {
  const { title, slug, editions, statements } = publication;
  return {
    title,
    slug,
    tabs: tabs.filter((tab) => editions.includes(editionOfTab[tab])),
    texts: statements.map((statement) => ({ slug: statement.slug, name: statementNameOf(statement, publication) })),
  };
}
