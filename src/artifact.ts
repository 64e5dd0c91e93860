import {
  artifactKinds,
  kinds,
  webFolder,
  type ArtifactKind,
  type KindFacts,
  type NamingFacts,
  type Offer,
} from "./artifact-kinds.ts";
import type { EditionName } from "./edition-names.ts";
import { foldedForms } from "./forms.ts";
import { listImposed, listPapers, type PaperName } from "./papers.ts";

/** A file that an edition made. */
export interface Artifact {
  kind: ArtifactKind;
  /** Path relative to the output folder. */
  path: string;
  bytes: Uint8Array;
  /** The slug of the statement that it holds, if it holds one alone. */
  statement?: string;
  /** The paper of a booklet. */
  paper?: PaperName;
  /** The way in which it is imposed, as listImposed() names it. */
  way?: string;
  /** The name of the event that it announces, if it holds one alone. */
  event?: string;
  /** Pages, of a PDF. */
  pages?: number;
  /** Sheets of paper to print one copy, of a PDF to print. */
  sheets?: number;
  /** Where its pages begin, of the pamphlet to read. */
  starts?: PageStart[];
  /** Remarks of its maker to the editor: nothing is wrong, but it could be better. */
  remarks?: string[];
}

/** What stands first on a printed page. */
export interface PageStart {
  /** The page, from 1. */
  page: number;
  /** The id of the part that begins on the page, or of the text that goes on there. */
  id: string;
  /** For a text that goes on: the number of letters, figures and images of its running text on earlier pages. */
  after?: number;
}

/** Makes an artifact; its path follows from its kind, and from the statement, event, paper or way that `facts` name. */
export function makeArtifact(
  kind: ArtifactKind,
  publication: NamingFacts,
  bytes: Uint8Array,
  facts: Omit<Artifact, "kind" | "path" | "bytes"> = {},
): Artifact {
  const name = facts.statement ?? facts.event ?? facts.paper ?? facts.way;
  return { kind, path: artifactPath(kind, publication, name), bytes, ...facts };
}

/** Makes a file of the web edition; `name` is its path inside the edition. */
export function makeWebFile(name: string, bytes: Uint8Array): Artifact {
  const path = `${webFolder}${name}`;
  const kind = (["web-index", "web-pamphlet"] as const).find((kind) => kinds[kind].path() === path) ?? "web-file";
  return { kind, path, bytes };
}

/** Returns the path of a file, relative to the output folder; `name` is as KindFacts has it. */
export function artifactPath(kind: ArtifactKind, publication: NamingFacts, name = ""): string {
  return factsOf(kind).path(publication, name);
}

/** Returns the one artifact of a kind, if it was made. */
export function findArtifact<File extends Pick<Artifact, "kind">>(made: File[], kind: ArtifactKind): File | undefined {
  return made.find((file) => file.kind === kind);
}

/** Returns the edition that makes files of a kind. */
export function editionOf(kind: ArtifactKind): EditionName {
  return kinds[kind].edition;
}

/** Returns whether tables list a file: they list the web edition as one row, that of its index. */
export function isListed({ kind }: Pick<Artifact, "kind">): boolean {
  return editionOf(kind) !== "web" || kind === "web-index";
}

/** Returns how the web edition offers files of a kind; nothing if it does not. */
export function offerOf(kind: ArtifactKind): Offer | undefined {
  return factsOf(kind).offer;
}

/** Returns the path of the copy that the web edition offers, relative to its index; nothing if it offers none. */
export function downloadPath({ kind, path }: Pick<Artifact, "kind" | "path">): string | undefined {
  return offerOf(kind) && `downloads/${path.split("/").at(-1)}`;
}

/**
 * Returns the paths of all files of a kind, each with the slug of the statement that it holds, if it holds one alone.
 */
export function pathsOf(
  kind: ArtifactKind,
  publication: NamingFacts,
  statements: string[],
): { path: string; statement?: string }[] {
  const { perStatement, per } = factsOf(kind);
  if (perStatement)
    return statements.map((statement) => ({ path: artifactPath(kind, publication, statement), statement }));
  const names = {
    paper: listPapers(publication.print),
    way: listImposed(publication.print).map(({ name }) => name),
    form: foldedForms,
  };
  return (per ? names[per] : [""]).map((name) => ({ path: artifactPath(kind, publication, name) }));
}

/** Returns the paths of all files that editions can make, with the copies that the web edition offers. */
export function possiblePaths(publication: NamingFacts, statements: string[]): { path: string; statement?: string }[] {
  return artifactKinds.flatMap((kind) => {
    const files = pathsOf(kind, publication, statements);
    const copies = files.flatMap(({ path, statement }) => {
      const copy = downloadPath({ kind, path });
      return copy ? [{ path: `${webFolder}${copy}`, statement }] : [];
    });
    return [...files, ...copies];
  });
}

function factsOf(kind: ArtifactKind): KindFacts {
  return kinds[kind];
}
