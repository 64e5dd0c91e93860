import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

// How long to wait between two looks at the page, and for a change to be shown at all, in ms.
const interval = 20;
const limit = 120_000;

// Where Node replaces the link to node_modules/ by its target, Eleventy watches a folder above both, and does not
// recognise the texts in it.
const keepLinks = ["--preserve-symlinks", "--preserve-symlinks-main"];

/**
 * Returns the seconds from saving a text until the preview serves the page with the change, the least of several runs.
 * It changes a copy of the program and its publication, in an empty folder.
 */
export async function measurePreview(folder: string, runs: number): Promise<number> {
  for (const name of ["src", "styles", "statements", ".eleventy.js", "package.json"])
    cpSync(name, path.join(folder, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  const port = await findFreePort();
  const parameters = [...keepLinks, "node_modules/@11ty/eleventy/cmd.cjs", "--serve", `--port=${port}`];
  const server = spawn(process.execPath, parameters, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const printed: string[] = [];
  server.stderr.on("data", (data: Buffer) => printed.push(data.toString()));
  const ended = once(server, "exit");
  try {
    return await measureChanges(folder, `http://localhost:${port}`, runs);
  } catch (error) {
    throw new Error(`The preview does not follow. ${(error as Error).message}\n${printed.join("")}`, { cause: error });
  } finally {
    server.kill();
    await ended;
  }
}

async function measureChanges(folder: string, address: string, runs: number): Promise<number> {
  const [slug] = /(?<=^contents:\s+- )[\w-]+/m.exec(
    readFileSync(path.join(folder, "statements/publication.yaml"), "utf8"),
  )!;
  const file = path.join(folder, `statements/${slug}.md`);
  const whenShown = async (words: string): Promise<void> => {
    const last = performance.now() + limit;
    for (;;) {
      if (performance.now() > last) throw new Error(`No page shows “${words}”.`);
      const page = await fetch(`${address}/web/${slug}.html`).then(
        (response) => response.text(),
        () => "",
      );
      if (page.includes(words)) return;
      await setTimeout(interval);
    }
  };
  await whenShown("</html>");
  let least = Infinity;
  for (let run = 1; run <= runs; run++) {
    const words = `Changed for the ${run}. time.`;
    const text = readFileSync(file, "utf8").replace(/(?<=^---\n[^]*?\n---\n)/, `\n${words}\n`);
    const started = performance.now();
    writeFileSync(file, text);
    await whenShown(words);
    least = Math.min(least, (performance.now() - started) / 1000);
  }
  return least;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
