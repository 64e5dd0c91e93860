import path from "node:path";
import { UsageError } from "../../errors.ts";
import type { Answers } from "../../new/publication.ts";
import type { Schema } from "../../schemas.ts";
import type { Call, Command, Streams } from "../command.ts";
import type { OptionName } from "../options.ts";

export const newCommand: Command = {
  name: "new",
  usage: "[DIR | statement TITLE]",
  takes: "words",
  summary:
    "make a publication in DIR, with all settings explained and a sample text, or around the Markdown files that it has; " +
    "or add a statement to the publication. On a terminal it asks for what the options leave open",
  options: ["in", "title", "language", "event", "event-date", "event-time", "event-place"],
  async run({ words, folder, values }, { streams }) {
    if (words[0] === "statement") return addStatement(folder, words.slice(1).join(" "));
    if (words.length > 1) throw new UsageError(`“pamphlet new” takes one folder, but got ${words.join(", ")}.`);
    const target = path.resolve(words[0] ?? values.in ?? ".");
    const { checkIsFree, makePublication } = await import("../../new/publication.ts");
    await checkIsFree(target);
    const files = await makePublication(target, await collectAnswers(target, values, streams));
    const place = path.relative(process.cwd(), target) || ".";
    return {
      data: { folder: target, files },
      text: [
        `In ${place}: ${files.join(", ")}.`,
        `Write your texts there, beside publication.yaml. “pamphlet check ${place}” finds mistakes, and ` +
          `“pamphlet build ${place}” makes everything.`,
      ].join("\n"),
    };
  },
};

async function addStatement(folder: string, title: string) {
  if (title.trim() === "") throw new UsageError("A statement needs a title: “pamphlet new statement TITLE”.");
  const { makeStatement } = await import("../../new/statement.ts");
  const files = await makeStatement(folder, title.trim());
  return { data: { folder, files }, text: `In ${path.relative(process.cwd(), folder) || "."}: ${files.join(", ")}.` };
}

async function collectAnswers(folder: string, values: Call["values"], streams: Streams): Promise<Answers> {
  const { day, languageTag, timeOfDay, title } = await import("../../schema-fields.ts");
  const { titleOfFolder } = await import("../../load/tell.ts");
  const { canAsk, findFault, startAsking } = await import("../ask.ts");
  const asking = canAsk(streams) && !values.quiet && !values.json ? startAsking(streams) : undefined;
  const take = async (
    option: OptionName & keyof typeof values,
    words: string,
    form: Schema<string>,
    other: { usual?: string; isOptional?: boolean } = {},
  ): Promise<string | undefined> => {
    const given = values[option];
    if (typeof given !== "string") return asking ? asking.ask({ words, form, ...other }) : other.usual;
    const fault = findFault(form, given);
    if (fault !== undefined) throw new UsageError(`--${option} cannot be “${given}”. ${fault}`);
    return given;
  };
  try {
    const answers = {
      title: (await take("title", "Title", title, { usual: titleOfFolder(folder) }))!,
      language: (await take("language", "Language", languageTag, { usual: systemLanguage() }))!,
    };
    const event = await take("event", "Name of the event that it is for, if there is one", title, { isOptional: true });
    if (event === undefined) return answers;
    const date = await take("event-date", "Day of the event, as 2020-01-11", day);
    const time = await take("event-time", "Time, as 14:00, if it is known", timeOfDay, { isOptional: true });
    const place = await take("event-place", "Place", title);
    if (date === undefined || place === undefined)
      throw new UsageError("An event needs a day and a place: --event-date 2020-01-11 --event-place NAME.");
    return { ...answers, event: { title: event, date, ...(time !== undefined && { time }), place } };
  } finally {
    asking?.end();
  }
}

// Without extensions, such as the calendar.
function systemLanguage(): string {
  return new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).baseName;
}
