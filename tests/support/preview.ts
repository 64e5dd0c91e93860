import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A preview that runs in a process of its own. */
export interface RunningPreview {
  address: string;
  process: ChildProcess;
  /** Returns what it has printed. */
  printed(): string;
  /** Ends it as the system does, and returns its exit status. */
  end(): Promise<number | null>;
}

/** Starts “pamphlet dev” with the given words. Throws an Error with what it printed if it ends instead. */
export async function startPreview(...words: string[]): Promise<RunningPreview> {
  const child = spawn(process.execPath, ["src/pamphlet.js", "dev", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  const ended = once(child, "exit");
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (data: Buffer) => {
      printed += data.toString();
      const [found] = /http:\S+/.exec(printed) ?? [];
      if (found) resolve(found);
    });
    void ended.then(([status]) => reject(new Error(`It ended with exit status ${status}. ${printed}`)));
  });
  return {
    address,
    process: child,
    printed: () => printed,
    async end() {
      child.kill("SIGTERM");
      const [status] = (await ended) as [number | null];
      return status;
    },
  };
}
