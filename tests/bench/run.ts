import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a process and all its children took. */
export interface Cost {
  /** From start to end, in seconds. */
  seconds: number;
  /** The most memory that all of them held together (proportional set size), in MB; 0 where /proc is missing. */
  megabytes: number;
}

/** A command line: the program, its arguments and what is added to the environment. */
export interface Command {
  program: string;
  parameters: string[];
  environment?: Record<string, string>;
}

// The kernel counts the pages of a process when it is asked, which takes milliseconds for a browser.
const memorySampleMs = 200;

/** Runs a command as a process of its own, and returns what it cost. Throws an Error with its output if it fails. */
export async function measure({ program, parameters, environment = {} }: Command): Promise<Cost> {
  const started = performance.now();
  const child = spawn(program, parameters, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  child.stdout.on("data", (data: Buffer) => output.push(data.toString()));
  child.stderr.on("data", (data: Buffer) => output.push(data.toString()));
  let megabytes = 0;
  const sampling = setInterval(() => (megabytes = Math.max(megabytes, memoryOfTree(child.pid!))), memorySampleMs);
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("exit", resolve),
  );
  clearInterval(sampling);
  if (status !== 0) throw new Error(`${program} ${parameters.join(" ")} ended with ${status}:\n${output.join("")}`);
  return { seconds: (performance.now() - started) / 1000, megabytes };
}

function memoryOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of listProcesses()) {
    const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const belongs = (id: number): boolean => id === root || (parents.has(id) && belongs(parents.get(id)!));
  const kilobytes = [...parents.keys()]
    .filter(belongs)
    .map((id) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}

function listProcesses(): string[] {
  return process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
}

// A process may end between two readings.
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
