import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "../../src/layout/find-browser.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { writePrintDocument, type LongPublication } from "./publications.ts";
import type { Command } from "./run.ts";

/** Another program that makes a PDF, and its command for a publication; without one if it is not installed. */
export interface Other {
  name: string;
  pdf: string;
  command?: Command;
}

/** Returns the command of pagedjs-cli for a print document, in the browser that we use. */
export async function pagedjsCli(document: string): Promise<Command> {
  const { executable, environment } = await findBrowser();
  return {
    program: process.execPath,
    parameters: [
      "node_modules/pagedjs-cli/src/cli.js",
      "--browserArgs=--no-sandbox",
      `--output=${path.join(path.dirname(document), "pagedjs-cli.pdf")}`,
      document,
    ],
    environment: { ...environment, PUPPETEER_EXECUTABLE_PATH: executable },
  };
}

/**
 * Returns the other programs, each with its command if it is on the PATH. WeasyPrint and Vivliostyle get our print
 * document with its style sheets, Typst the same words and notes in its own language on the same page size.
 */
export async function listOthers({ folder, texts }: LongPublication): Promise<Other[]> {
  const document = await writePrintDocument(folder, `${folder}-others`);
  const { executable, environment } = await findBrowser();
  const source = path.join(path.dirname(document), "pamphlet.typ");
  writeFileSync(source, writeTypst(texts));
  const parametersOf: Record<string, (pdf: string) => string[]> = {
    weasyprint: (pdf) => ["--quiet", document, pdf],
    vivliostyle: (pdf) => ["build", document, "--single-doc", "--executable-browser", executable, "--output", pdf],
    typst: (pdf) => ["compile", source, pdf],
  };
  return Object.entries(parametersOf).map(([name, parameters]) => {
    const pdf = path.join(path.dirname(document), `${name}.pdf`);
    return {
      name,
      pdf,
      ...(isInstalled(name) && { command: { program: name, parameters: parameters(pdf), environment } }),
    };
  });
}

/** Returns the pages of a PDF: each program has its own idea of the space that the same words take. */
export async function countPdfPages(pdf: string): Promise<number> {
  return (await openPdf(readFileSync(pdf))).getPageCount();
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

function writeTypst(texts: LongPublication["texts"]): string {
  const settings = '#set page("a5")\n#set par(justify: true)\n#set text(hyphenate: true)';
  const bodies = texts.map(({ title, body }) => {
    const notes = new Map([...body.matchAll(/^\[\^(\d+)\]: (.*)$/gm)].map(([, number, note]) => [number!, note!]));
    const text = body.replaceAll(/^\[\^\d+\]: .*$/gm, "").trim();
    return `= ${title}\n\n${text.replaceAll(/\[\^(\d+)\]/g, (_, number: string) => `#footnote[${notes.get(number)}]`)}`;
  });
  return `${[settings, ...bodies].join("\n\n")}\n`;
}
