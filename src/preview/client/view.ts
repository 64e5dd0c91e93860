import type { State } from "../messages.ts";

/** What a tab shows. */
export interface View {
  element: HTMLElement;
  /**
   * Shows a part of a version, the first one if `part` names none, and returns when it is to be seen. The place stays.
   * Throws a FaultError if it cannot be made, and an OutdatedError if there is a newer version.
   */
  show(state: State, part: string): Promise<void>;
  /** What one can choose from, as soon as it was shown. */
  parts(state: State): Part[];
  /** Only for pages. */
  pages?: {
    /** Goes to the next pages, or with -1 back. */
    turn(by: 1 | -1): void;
    /** Returns which pages are to be seen. */
    place(): string;
    /** Shows them as look.ts has it now. */
    lookAgain(): void;
    /** Whether there is a grid to show. */
    hasGrid(): boolean;
  };
}

/** A part of what a tab shows: a leaflet, a document of the EPUB. */
export interface Part {
  value: string;
  label: string;
}
