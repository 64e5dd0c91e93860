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

/** How far a piece of work has come. */
export interface Headway {
  /** How many of its steps have ended. */
  done: number;
  /** How many steps it has; 0 as long as that is not known. */
  total: number;
  /** The steps under way, in the order in which they began, with what is done of their parts: “leaflets 3 of 7”. */
  running: string[];
  /** The step that has just ended, if one has. */
  ended?: string;
}

/** The steps of a piece of work, which are counted. */
export interface Steps {
  /** Sets how many steps there are. */
  plan: (total: number) => void;
  /** Runs work as a step, which is a stage too. Each step has a name of its own. */
  run: typeof inStage;
  /** Notes that so many parts of a step under way are done. */
  notePart: (name: string, done: number, total: number) => void;
}

/** Returns steps that report, as each of them begins, gets on and ends, how far the work has come. */
export function countSteps(report: (headway: Headway) => void): Steps {
  const running = new Map<string, string>();
  let done = 0;
  let total = 0;
  const tell = (ended?: string) => report({ done, total, running: [...running.values()], ended });
  return {
    plan: (steps) => void (total = steps),
    run: async (name, work) => {
      running.set(name, name);
      tell();
      const result = await inStage(name, work).finally(() => running.delete(name));
      done++;
      tell(name);
      return result;
    },
    notePart: (name, part, parts) => {
      running.set(name, `${name} ${part} of ${parts}`);
      tell();
    },
  };
}

// Libraries measure too, under other names.
const prefix = "pamphlet: ";
