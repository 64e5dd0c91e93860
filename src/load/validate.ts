import type { Problem } from "../problem.ts";
import { findGroups, listKeys, type Schema } from "../schemas.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { Yaml } from "./yaml.ts";

type Issue = NonNullable<ReturnType<Schema<unknown>["safeParse"]>["error"]>["issues"][number];

/**
 * Validates YAML against a schema. Returns the value if it is valid, or else the first problem of each value and all
 * unknown keys.
 */
export function validate<Value>(schema: Schema<Value>, yaml: Yaml): { value?: Value; problems: Problem[] } {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, problems: [] };
  // Zod may report several faults at one path, of which the first is enough. But it reports an unknown key at the path
  // of the group that has the key, where one could hide the other. So unknown keys and faults of values are told apart.
  const seen = new Set<string>();
  const issues = result.error.issues.flatMap(chooseBranch).filter(({ path, code }) => {
    const key = `${code === "unrecognized_keys" ? "unknown key" : "value"} ${path.join(".")}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
  return { problems: issues.flatMap((issue) => problemsOf(issue, schema, yaml)) };
}

// A value may be of several kinds: one or a list of them, a word or a group of keys. The faults are reported that it has
// as the kind that it is; if it is of none, that is reported.
function chooseBranch(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((issues) =>
    issues.flatMap((inner) => chooseBranch({ ...inner, path: [...issue.path, ...inner.path] } as Issue)),
  );
  const isOfKind = (issues: Issue[]) =>
    issues.every(({ code, path }) => path.length > issue.path.length || !/^invalid_(?:type|value)$/.test(code));
  return branches.findLast(isOfKind) ?? [issue];
}

function valueAt(yaml: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((group, step) => (group as Record<PropertyKey, unknown> | undefined)?.[step], yaml);
}

function problemsOf(issue: Issue, schema: Schema<unknown>, yaml: Yaml): Problem[] {
  const path = issue.path as (string | number)[];
  const name = path.filter((step) => typeof step === "string").join(".");
  const value = valueAt(yaml.value, path);
  const place = yaml.at(...path);

  if (issue.code === "unrecognized_keys") {
    const known = listKeys(schema, path);
    const otherwise =
      name === wordsOfProgram
        ? "There are too many words to list them here. The README of the program says where they are."
        : `The keys that can be here are ${known.join(", ")}.`;
    return issue.keys.map((key) => ({
      code: "key-unknown",
      place: yaml.atKey(...path, key),
      message: `The key “${key}” has no meaning here.`,
      hint: findPlace(key, name, schema) ?? didYouMean(key, known, otherwise),
    }));
  }
  if (issue.code === "invalid_type" && value === undefined) {
    return [
      {
        code: "key-missing",
        place,
        message: `The key “${name}” is missing.`,
        hint: `Add a line that begins with “${String(path.at(-1))}:”.`,
      },
    ];
  }
  if (issue.code === "custom" && issue.params?.["code"] === "date-impossible") {
    return [
      {
        code: "date-impossible",
        place,
        message: `The date ${String(value)} is not in the calendar.`,
        hint: "A date is written year, month, day: 2020-01-31.",
      },
    ];
  }
  if (issue.code === "too_big" && typeof value === "string") {
    return [
      {
        code: "title-long",
        place,
        message: `“${name}” has ${value.length} characters, but there is room for ${issue.maximum} at most.`,
        hint: "Shorten it.",
      },
    ];
  }
  return [{ code: "value-wrong", place, ...valueFault(issue, name, value) }];
}

/** The group of the words that the program adds: so many that an unknown key is hardly meant for it. */
const wordsOfProgram = "terms";

// Returns a hint with the groups that do have a key: those inside the group where it stands, or else all of them.
function findPlace(key: string, group: string, schema: Schema<unknown>): string | undefined {
  const paths = findGroups(schema, key).filter(([outermost]) => outermost !== wordsOfProgram);
  const groups = [...new Set(paths.map((path) => path.join(".")))];
  const inside = groups.filter((name) => name.startsWith(`${group}.`));
  const places = (inside.length > 0 ? inside : groups).map((name) =>
    name === "" ? "at the beginning of a line, under no other key" : `under “${name}”`,
  );
  return places.length > 0 ? `It belongs ${places.join(" or ")}.` : undefined;
}

function valueFault(issue: Issue, name: string, value: unknown): Pick<Problem, "message" | "hint"> {
  // `{ key }`, a key in braces without a colon, has the value null. Elsewhere the value of a key without one is "".
  if (issue.code === "too_small" || value === "" || value === null) {
    return {
      message: `“${name}” has no value.`,
      hint: "Write a value, or delete the line. A value that begins with # has to be in quotes.",
    };
  }
  // A value of the wrong kind. For a list or a group where one of some fixed words has to be, Zod says invalid_value.
  if (issue.code === "invalid_type" || (issue.code === "invalid_value" && typeof value === "object")) {
    const expected = issue.code === "invalid_type" ? issue.expected : "string";
    const message = `“${name}” is ${kindOf(value)}, but it has to be ${kindNames[expected] ?? "a text"}.`;
    return expected === "array" && typeof value !== "object"
      ? { message, hint: `Write it in brackets: [${String(value)}].` }
      : { message };
  }
  // The other messages are those of the schemas, which have no capital and no full stop: "write a date as 2020, …".
  const hint =
    issue.code === "invalid_value"
      ? didYouMean(String(value), issue.values.map(String), `Write one of: ${issue.values.join(", ")}.`)
      : `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`;
  return { message: `“${name}” cannot be ${describeValue(value)}.`, hint };
}

function describeValue(value: unknown): string {
  if (Array.isArray(value) && typeof value[0] === "object") return `a list of ${value.length}`;
  return typeof value === "object" && !Array.isArray(value) ? "a group of keys" : `“${String(value)}”`;
}

const kindNames: Record<string, string> = { array: "a list", object: "a group of keys" };

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "a group of keys" : "a text";
}
