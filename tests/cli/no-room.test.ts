import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { temporaryFolder } from "../support/temporary.ts";

const room = temporaryFolder();
const out = path.join(room, "build");
const mounted: string[] = [];
const canMount = mount("size=1m") !== undefined;

beforeAll(async () => void (await build(out, "text")));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => mounted.forEach((folder) => execFileSync("umount", [folder])));

/** Runs a build, and returns its exit status and what it says. */
async function build(folder: string, edition: string): Promise<{ status: number; error: string }> {
  let error = "";
  const streams = { stdout: { write: () => {} }, stderr: { write: (text: string) => (error += text) } };
  const words = ["build", "tests/fixtures/small", "--only", edition, "--out", folder, "--quiet"];
  return { status: await main(words, streams), error };
}

/** Returns a new folder that is a disk of its own; undefined where this needs rights that the test does not have. */
function mount(options: string): string | undefined {
  const folder = mkdtempSync(path.join(room, "disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
    mounted.push(folder);
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [file, readFileSync(file, "latin1")]);

describe("a temporary folder", () => {
  /** Returns what a build says that has this temporary folder. It fails, and the last build stays as it was. */
  async function complaintAbout(folder: string): Promise<string> {
    const before = filesIn(out);
    vi.stubEnv("TMPDIR", folder);
    const { status, error } = await build(out, "pamphlet");
    expect(status).toBe(2);
    expect(filesIn(out)).toEqual(before);
    return error;
  }
  const cannotBeUsed = (folder: string, reason: string) =>
    `pamphlet: Cannot print: the temporary folder “${folder}”, which the browser needs, cannot be used: ${reason}. ` +
    "Set the environment variable TMPDIR to a folder that can be written.\n";

  it("that does not exist is named", async () => {
    const folder = path.join(room, "nowhere");
    expect(await complaintAbout(folder)).toBe(cannotBeUsed(folder, "no such file or directory (ENOENT)"));
  });

  it("that is a file is named", async () => {
    const file = path.join(room, "file");
    writeFileSync(file, "");
    expect(await complaintAbout(file)).toBe(cannotBeUsed(file, "not a directory (ENOTDIR)"));
  });

  it.skipIf(!canMount)("that cannot be written is named (needs the right to mount)", async () => {
    const folder = mount("size=100m,ro")!;
    expect(await complaintAbout(folder)).toBe(cannotBeUsed(folder, "read-only file system (EROFS)"));
  });

  it.skipIf(!canMount)("that is too small is named (needs the right to mount)", async () => {
    const folder = mount("size=1m")!;
    expect(await complaintAbout(folder)).toBe(
      `pamphlet: Cannot print: the temporary folder “${folder}” has room for 1 MB, and the browser needs 64 MB. ` +
        "Make room there, or set the environment variable TMPDIR to another folder.\n",
    );
  });
});

describe("a full disk", () => {
  it.skipIf(!canMount)("keeps the last build as it was (needs the right to mount)", async () => {
    const disk = mount("size=1m")!;
    const folder = path.join(disk, "out/build");
    mkdirSync(path.dirname(folder));
    expect((await build(folder, "text")).status).toBe(0);
    expect(() => writeFileSync(path.join(disk, "other"), Buffer.alloc(2 ** 20))).toThrow("ENOSPC");
    const before = filesIn(folder);
    expect(await build(folder, "text")).toEqual({
      status: 2,
      error:
        `pamphlet: The build cannot be written to ${folder}: no space left on device (ENOSPC). ` +
        "Make room there, or name another folder with --out.\n",
    });
    expect(filesIn(folder)).toEqual(before);
    expect(readdirSync(path.dirname(folder))).toEqual(["build"]);
  });
});
