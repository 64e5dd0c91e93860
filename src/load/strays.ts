import path from "node:path";
import type { Problem } from "../problem.ts";
import { filesBelow } from "./folder.ts";

// Files that an editor has surely put into the folder in order to have them published, and that nothing reads.
const documents = /\.(?:docx?|docm|odt|fodt|rtf|pages|wpd|pdf|txt|html?|xhtml|tex|epub|eml|msg)$/i;
const pictures = /\.(?:jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp|svg|eps|psd|ai|indd)$/i;
const markdown = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;
const settings = /\.(?:ya?ml)$/i;

// Copies and locks that editors and file managers leave behind; hidden files are not listed at all.
const leftBehind = /^~|~$|^#.*#$/;

/**
 * The files of a publication's folder that nothing reads, and what to do with each. `sources` are those that statements
 * name.
 */
export async function strayFiles(folder: string, sources: string[]): Promise<Problem[]> {
  const inSources = new Set(["sources", ...sources.map((source) => path.posix.dirname(path.posix.normalize(source)))]);
  const known = new Set(sources.map((source) => path.posix.normalize(source)));
  const files = (await filesBelow(folder)).filter(
    (file) => !known.has(file) && !leftBehind.test(path.posix.basename(file)),
  );
  return files.flatMap((file): Problem[] => {
    const place = { file, line: 1, column: 1 };
    const within = path.posix.dirname(file);
    const fault = within === "." ? besideTexts(file, files) : inFolder(file, within.split("/"), inSources);
    return fault ? [{ code: "file-stray", place, ...fault }] : [];
  });
}

type Fault = Pick<Problem, "message" | "hint">;

function besideTexts(file: string, files: string[]): Fault | undefined {
  if (file === "publication.yaml" || file.endsWith(".md")) return undefined;
  const notRead = (reason: string, hint: string): Fault => ({ message: `"${file}" is not read: ${reason}`, hint });
  if (markdown.test(file))
    return notRead("the name of a text ends in .md", `Call it ${file.replace(markdown, ".md")}.`);
  if (documents.test(file)) {
    return notRead(
      "a text of the publication is a Markdown file",
      "Put the document into sources/, as plain text if a statement is to name it as its source, and write the statement in Markdown. " +
        "If it belongs to nothing here, take it out.",
    );
  }
  if (pictures.test(file))
    return notRead("pictures are in images/", `Put it there and name it in a text as images/${file}, or take it out.`);
  if (settings.test(file) && files.includes("publication.yaml")) {
    return notRead(
      "all that is said of the publication stands in publication.yaml",
      "Put its keys there, or take it out.",
    );
  }
  return undefined;
}

function inFolder(file: string, folders: string[], inSources: Set<string>): Fault | undefined {
  if (folders.some((_, index) => inSources.has(folders.slice(0, index + 1).join("/")))) return undefined;
  if (markdown.test(file) && folders[0] !== "images") {
    return {
      message: "this text is not read: the texts stand beside publication.yaml, not in a folder",
      hint: "Put it there and into the contents, or take it out of the publication's folder.",
    };
  }
  if (pictures.test(file) && folders[0] === "images" && folders.length > 1) {
    return {
      message: "this picture is not read: images/ has no folders inside it",
      hint: `Put it into images/ itself, and name it as images/${path.posix.basename(file)}.`,
    };
  }
  return undefined;
}
