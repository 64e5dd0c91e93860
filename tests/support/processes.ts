import { readdirSync, readFileSync } from "node:fs";

/** A process, as /proc of Linux tells it. */
export interface Process {
  pid: number;
  /** The number of the process that started it. */
  parent: number;
}

/** Returns the processes of the browser that a process has started: its profile is named for that process. */
export function browserProcessesOf(pid: number): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => read(name, "cmdline").includes(`pamphlet-profile-${pid}-`))
    .map((name) => ({ pid: Number(name), parent: Number(/^PPid:\s*(\d+)/m.exec(read(name, "status"))?.[1]) }));
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // It has ended meanwhile.
    return "";
  }
}
