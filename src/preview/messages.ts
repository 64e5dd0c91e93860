import type { EditionName } from "../edition-names.ts";
import type { PageSize } from "../geometry.ts";
import type { Panel } from "../folds/fold.ts";
import type { Problem } from "../problem.ts";

// What the server of the preview tells the page in the reader's browser, as JSON.

/** The parts of the preview, in the order of their tabs. */
export const tabs = ["web", "pamphlet", "sheets", "leaflets", "large-print", "epub", "text"] as const;
export type Tab = (typeof tabs)[number];

/** The edition that a tab shows. */
export const editionOfTab: Record<Tab, EditionName> = {
  web: "web",
  pamphlet: "pamphlet",
  sheets: "booklet",
  leaflets: "leaflets",
  "large-print": "large-print",
  epub: "epub",
  text: "text",
};

/** What is known at a moment. */
export interface State {
  /** The number of the last version without a problem; 0 if there was none yet. */
  version: number;
  /** Whether the folder is being read. */
  isLoading: boolean;
  /** What is wrong with the texts as they are now; the version is older then. */
  fault?: Fault;
  title: string;
  /** The name of the publication in those of its files. */
  slug: string;
  /** The tabs of the editions that the publication has. */
  tabs: Tab[];
  /** The statements, in reading order. */
  texts: { slug: string; name: string }[];
}

/** Why something cannot be shown: problems to mend, or a sentence. */
export interface Fault {
  problems: ShownProblem[];
  sentence?: string;
}

/** A problem with the line of the file at which it is. */
export interface ShownProblem extends Problem {
  excerpt?: Excerpt;
}

/** A line of a file, or what is near the place in a long line. The place is before `after`. */
export interface Excerpt {
  before: string;
  after: string;
}

/** How the pages of a PDF are shown. Lengths are in mm. */
export interface Pages {
  count: number;
  dir: "ltr" | "rtl";
  page: PageSize & { bleed: number; margins: { top: number; bottom: number; inner: number; outer: number } };
  /** From baseline to baseline, if all pages have one grid. */
  line?: number;
  /** Whether even and odd pages face each other. */
  facing: boolean;
  /** The sides of the sheets on which the pages are printed. */
  sheets?: PageSize & { sides: Panel[][] };
  /** What a typesetter would still change: sentences. */
  remarks: string[];
}

/** The pages whose words differ from the last build. */
export interface Changes {
  pages: number[];
  /** When that build was made (ISO 8601). */
  since: string;
}

/** A document of the EPUB, by its path. */
export interface BookDocument {
  path: string;
  title: string;
}
