import type { Headway } from "../stages.ts";

/** A stream to write to: a terminal or not. */
export interface Output {
  isTTY?: boolean;
  /** How many characters a line of a terminal has. */
  columns?: number;
  write: (text: string) => unknown;
}

/** Shows how far a command has come, and how long it has taken, in seconds. */
export interface Progress {
  show: (headway: Headway) => void;
  /** Shows nothing more, and removes the line from a terminal, so that other text can take its place. */
  end: () => void;
}

/** Returns a progress that is one changing line with a bar on a terminal, and elsewhere a line for each step that ends. */
export function progressOn(output: Output): Progress {
  const started = performance.now();
  const time = () => `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`;
  return output.isTTY ? inOneLine(output, time) : inLines(output, time);
}

// ECMA-48 EL, erase to the end of the line. What is written over is not erased before, so the line does not flicker.
const eraseRest = "\u001b[K";

/** How often the line is written anew while nothing changes but the time: as often as the time that it shows, in ms. */
const redrawMs = 100;

/** How wide a terminal is that does not say it: as the first ones were. */
const usualColumns = 80;

function inOneLine(output: Output, time: () => string): Progress {
  let latest: Headway | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const draw = ({ done, total, running }: Headway) => {
    const count = total > 0 ? `${formatBar(done, total)}  ${formatCount(done, total)}  ` : "";
    // In the last column some terminals go on to the next line. The line is ASCII, so each character takes a column.
    const line = `${count}${time()}  ${running.join(", ")}`.slice(0, (output.columns || usualColumns) - 1);
    output.write(`\r${line}${eraseRest}`);
  };
  return {
    show: (headway) => {
      if (isOver) return;
      latest = headway;
      // The program does not wait for the timer.
      timer ??= setInterval(() => draw(latest!), redrawMs).unref();
      draw(headway);
    },
    end: () => {
      isOver = true;
      clearInterval(timer);
      if (latest) output.write(`\r${eraseRest}`);
      latest = undefined;
    },
  };
}

function inLines(output: Output, time: () => string): Progress {
  let isOver = false;
  return {
    show: ({ done, total, ended }) => {
      if (isOver || ended === undefined) return;
      const count = total > 0 ? `${formatCount(done, total)}  ` : "";
      output.write(`${time()}  ${count}${ended}\n`);
    },
    end: () => void (isOver = true),
  };
}

/** The characters of the bar; chosen by eye. */
const barWidth = 10;

// In ASCII, which every terminal draws one column wide.
function formatBar(done: number, total: number): string {
  return `[${"#".repeat(Math.floor((barWidth * done) / total)).padEnd(barWidth, "-")}]`;
}

function formatCount(done: number, total: number): string {
  return `${String(done).padStart(String(total).length)} of ${total}`;
}
