import path from "node:path";
import { UsageError } from "../../errors.ts";
import type { Command } from "../command.ts";
import type { BroughtIn } from "../../bring-in/report.ts";
import { UnreadableDocument } from "../../import/document.ts";
import type { Problem } from "../../problem.ts";
import { formatReceipt } from "../receipt.ts";

export const importCommand: Command = {
  name: "import",
  usage: "FILE…",
  takes: "words",
  summary:
    "make statements of documents: .docx, .odt, .html, .eml, .pdf, .txt and .md. Each is kept in sources/, and its " +
    "words are counted and compared; no file is overwritten",
  options: ["in", "split", "original"],
  async run({ words, folder, values }) {
    if (words.length === 0)
      throw new UsageError("Name a document, or several: “pamphlet import letter.docx”. --in names the folder.");
    const { bringIn } = await import("../../bring-in/index.ts");
    const brought: BroughtIn[] = [];
    const problems: Problem[] = [];
    for (const document of words) {
      try {
        brought.push(
          await bringIn(document, { folder, split: values.split ?? false, original: values.original ?? false }),
        );
      } catch (error) {
        // The other documents are brought in all the same.
        if (!(error instanceof UnreadableDocument)) throw error;
        const file = path.relative(folder, path.resolve(document));
        const message = `The document “${path.basename(document)}” ${error.message}.`;
        problems.push({ code: "file-missing", place: { file, line: 1, column: 1 }, message, hint: error.hint });
      }
    }
    const shown = path.relative(process.cwd(), folder);
    return {
      data: { documents: brought },
      text: brought.map((one) => formatReceipt(one, shown)).join("\n\n"),
      problems: [...brought.flatMap((one) => one.problems), ...problems],
    };
  },
};
