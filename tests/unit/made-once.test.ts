import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { bundleEntries, bundleScript, referencesHere } from "../../src/bundle.js";
import { madeOnce } from "../../src/made-once.js";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();

describe("a folder that is made once", () => {
  it("is made when it is first asked for, and then found, also by others at the same time", async () => {
    const name = `test-${process.pid}-once`;
    const make = vi.fn<(folder: string) => Promise<void>>(async (folder) =>
      writeFileSync(path.join(folder, "file"), "whole"),
    );
    const folders = await Promise.all([madeOnce(name, make), madeOnce(name, make)]);
    expect(new Set([...folders, await madeOnce(name, make)]).size).toBe(1);
    expect(readFileSync(path.join(folders[0]!, "file"), "utf8")).toBe("whole");
    expect(make).toHaveBeenCalledTimes(2);
    rmSync(folders[0]!, { recursive: true });
  });

  it.each([
    ["is cut short", (folder: string) => writeFileSync(path.join(folder, "in/program"), "")],
    ["may not be run any more", (folder: string) => chmodSync(path.join(folder, "in/program"), 0o644)],
    ["is gone", (folder: string) => rmSync(path.join(folder, "in"), { recursive: true })],
    ["is the record of them, cut short", (folder: string) => truncateSync(path.join(folder, "contents.json"), 5)],
  ])("is made anew if one of its files %s, and is then found", async (_, damage) => {
    const name = `test-${process.pid}-damaged`;
    const make = vi.fn<(folder: string) => Promise<void>>(async (folder) => {
      mkdirSync(path.join(folder, "in"));
      writeFileSync(path.join(folder, "in/program"), "whole", { mode: 0o755 });
    });
    const folder = await madeOnce(name, make);
    // What is added later, such as a cache, does no harm.
    writeFileSync(path.join(folder, "later"), "");
    expect(await madeOnce(name, make)).toBe(folder);
    expect(make).toHaveBeenCalledTimes(1);
    damage(folder);
    expect(await madeOnce(name, make)).toBe(folder);
    expect(readFileSync(path.join(folder, "in/program"), "utf8")).toBe("whole");
    expect(await madeOnce(name, make)).toBe(folder);
    expect(make).toHaveBeenCalledTimes(2);
    rmSync(folder, { recursive: true });
  });

  it("is not left half made", async () => {
    const name = `test-${process.pid}-half`;
    await expect(madeOnce(name, () => Promise.reject(new Error("No room.")))).rejects.toThrow("No room.");
    const make = vi.fn<(folder: string) => Promise<void>>(async () => {});
    rmSync(await madeOnce(name, make), { recursive: true });
    expect(make).toHaveBeenCalledOnce();
  });
});

describe("a bundle", () => {
  const source = path.join(temporary, "source");
  mkdirSync(source);
  writeFileSync(path.join(source, "data.txt"), "data");
  writeFileSync(
    path.join(source, "main.ts"),
    'import { readFileSync } from "node:fs";\n' +
      'export const text: string = readFileSync(new URL("data.txt", import.meta.url), "utf8");\n' +
      'export const quoted = "import.meta.url";\n',
  );

  it("of the program finds the files that are beside its sources", async () => {
    const folder = path.join(temporary, "program");
    await bundleEntries(source, { main: "main.ts" }, folder, referencesHere);
    const made = (await import(pathToFileURL(path.join(folder, "main.js")).href)) as { text: string; quoted: string };
    expect(made).toMatchObject({ text: "data", quoted: "import.meta.url" });
  });

  it("for the browser puts its exports on one global object", async () => {
    const file = path.join(source, "script.ts");
    writeFileSync(file, "export const two = (one: number): number => one + one;\n");
    await bundleScript(file, "inTest", path.join(temporary, "script.js"));
    const script = readFileSync(path.join(temporary, "script.js"), "utf8");
    expect(new Function(`${script}; return inTest.two(1);`)()).toBe(2);
  });
});
