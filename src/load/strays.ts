import path from "node:path";
import type { Problem } from "../problem.ts";
import { listFilesBelow } from "./folder.ts";
import { isMarkdown } from "./text-files.ts";

// Files that an editor must have put into the folder to have them published, although nothing reads them.
const documents = /\.(?:docx?|docm|odt|fodt|rtf|pages|wpd|pdf|txt|html?|xhtml|tex|epub|eml|msg)$/i;
const images = /\.(?:jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp|svg|eps|psd|ai|indd)$/i;
const otherMarkdown = /\.(?:mdown|mkdn?|mdx)$/i;
const settings = /\.(?:ya?ml)$/i;

// Copies and locks that text editors and file managers leave behind. Hidden ones are not listed at all.
const leftovers = /^~|~$|^#.*#$/;

/**
 * Returns a problem for each file of a publication's folder that nothing reads. `sources` are the files that statements
 * name as their sources.
 */
export async function findStrayFiles(folder: string, sources: string[]): Promise<Problem[]> {
  const known = new Set(sources.map((source) => path.posix.normalize(source)));
  const sourceFolders = new Set(["sources", ...[...known].map((source) => path.posix.dirname(source))]);
  const files = (await listFilesBelow(folder)).filter(
    (file) => !known.has(file) && !leftovers.test(path.posix.basename(file)),
  );
  return files.flatMap((file): Problem[] => {
    const within = path.posix.dirname(file);
    const fault =
      within === "." ? checkBesideTexts(file, files) : checkInFolder(file, within.split("/"), sourceFolders);
    return fault ? [{ code: "file-stray", place: { file, line: 1, column: 1 }, ...fault }] : [];
  });
}

type Fault = Pick<Problem, "message" | "hint">;

function checkBesideTexts(file: string, files: string[]): Fault | undefined {
  if (file === "publication.yaml" || isMarkdown(file)) return undefined;
  const notRead = (reason: string, hint: string): Fault => ({ message: `“${file}” is not read: ${reason}.`, hint });
  if (otherMarkdown.test(file))
    return notRead("the name of a text ends in .md", `Call it ${file.replace(otherMarkdown, ".md")}.`);
  if (documents.test(file)) {
    return notRead(
      "a text of the publication is a Markdown file",
      "If a statement is to be made of it, run “pamphlet import” with its name. " +
        "If not, take it out of the folder.",
    );
  }
  if (images.test(file))
    return notRead("images are in images/", `Put it there and name it in a text as images/${file}, or take it out.`);
  if (settings.test(file)) {
    const hint = files.includes("publication.yaml")
      ? "Put its keys there, or take it out."
      : "Call it publication.yaml.";
    return notRead("the keys of the publication are in publication.yaml", hint);
  }
  return undefined;
}

function checkInFolder(file: string, folders: string[], sourceFolders: Set<string>): Fault | undefined {
  if (folders.some((_, index) => sourceFolders.has(folders.slice(0, index + 1).join("/")))) return undefined;
  if ((isMarkdown(file) || otherMarkdown.test(file)) && folders[0] !== "images") {
    return {
      message: "This text is not read: texts are in the publication's folder itself, not in a folder inside it.",
      hint: "Put it there, or take it out of the publication's folder.",
    };
  }
  if (images.test(file) && folders[0] === "images" && folders.length > 1) {
    return {
      message: "This image is not read: no folder inside images/ is.",
      hint: `Put it into images/ itself, and name it as images/${path.posix.basename(file)}.`,
    };
  }
  return undefined;
}
