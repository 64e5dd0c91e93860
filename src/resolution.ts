// How many pixels an image needs for an inch of paper.

/** What print shops ask for: two pixels to each dot of a screen of 150 lines to the inch. */
export const wantedPpi = 300;

/**
 * The fewest pixels to an inch with which an image is printed: one to each dot of a screen of 60 lines to the cm, which
 * is usual in offset printing (ISO 12647-2). With fewer, a reader sees the pixels.
 */
export const leastPpi = 150;
