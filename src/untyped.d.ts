// Types of libraries that ship none, or wrong ones: as much of each library as the program uses.
declare module "markdown-it-footnote" {
  const plugin: (md: import("markdown-it").MarkdownIt) => void;
  export default plugin;
}
/** Registers itself in a global variable, where pdf.js looks for it. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {}
declare module "culori" {
  export interface Hsl {
    mode: "hsl";
    /** Absent for greys. */
    h?: number;
    s: number;
    l: number;
  }
  export function converter(mode: "hsl"): (colour: string) => Hsl;
  export function formatHex(colour: Hsl): string;
  export function wcagContrast(one: string, other: string): number;
}
declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "woff2" | "sfnt"; keepFeatures?: string[] },
  ): Promise<Buffer>;
}
declare module "@11ty/eleventy" {
  export interface UserConfig {
    benchmarks: { config: { setIsVerbose(verbose: boolean): void } };
    ignores: Set<string>;
    addPreprocessor(
      name: string,
      extensions: string,
      process: (data: { only?: string; edition?: import("./edition-names.ts").EditionName }) => false | undefined,
    ): void;
    addTemplate(path: string, content: string, data: object): void;
    addCollection(name: string, collect: (collections: { getAll(): { data: never }[] }) => unknown[]): void;
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addGlobalData(name: string, data: unknown): void;
    addPassthroughCopy(paths: Record<string, string>): void;
    addWatchTarget(path: string, options: { resetConfig: boolean }): void;
    setIncludesDirectory(folder: string): void;
    setLibrary(name: "md", library: { render(text: string, data: never): string }): void;
    setNunjucksEnvironmentOptions(options: object): void;
    setUseGitIgnore(isUsed: boolean): void;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options: object);
    disableLogger(): void;
    toJSON(): Promise<{ outputPath: string | false; content: string }[]>;
  }
}
