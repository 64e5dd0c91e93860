/** A part of a run of the program, and when it ran. */
export interface Stage {
  name: string;
  /** In ms since the program started. */
  started: number;
  /** In ms. */
  duration: number;
}

/** Runs work as a named stage, and records how long it took. Stages may run side by side and inside each other. */
export async function inStage<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(`${prefix}${name}`, { start });
  }
}

/** Returns the stages that have ended, in the order in which they began. */
export function listStages(): Stage[] {
  return performance
    .getEntriesByType("measure")
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name, startTime, duration }) => ({ name: name.slice(prefix.length), started: startTime, duration }))
    .toSorted((one, other) => one.started - other.started);
}

// Libraries measure too, under other names.
const prefix = "pamphlet: ";
