/** How pages are looked at, the same in all tabs. */
export interface Look {
  /** 1 is the size on paper; undefined, as large as fits. */
  zoom?: number;
  boxes: boolean;
  grid: boolean;
}

export const look: Look = { boxes: false, grid: false };
