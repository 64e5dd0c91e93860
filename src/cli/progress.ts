/** A stream to write to: a terminal or not. */
export interface Output {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** Shows which step is under way and the time since the start, in seconds. */
export interface Progress {
  show: (step: string) => void;
  /** Removes the line from a terminal, so that other text can take its place. */
  clear: () => void;
}

/** Returns a progress that is one changing line on a terminal, and a line for each step elsewhere. */
export function progressOn(output: Output): Progress {
  const started = performance.now();
  // Back to the beginning of the line, then ECMA-48 EL: erase to the end of the line.
  const erase = "\r\u001b[K";
  let isShown = false;
  return {
    show: (step) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
      output.write(output.isTTY ? `${erase}${seconds} s  ${step}` : `${seconds} s  ${step}\n`);
      isShown = true;
    },
    clear: () => {
      if (isShown && output.isTTY) output.write(erase);
      isShown = false;
    },
  };
}
