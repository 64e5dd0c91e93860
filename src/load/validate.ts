import type { Problem } from "../problem.ts";
import { knownKeys, type Schema } from "../schemas.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { Yaml } from "./yaml.ts";

type Issue = NonNullable<ReturnType<Schema<unknown>["safeParse"]>["error"]>["issues"][number];

/** Holds YAML against a schema: the value, if it is right, or every problem with it. */
export function held<Value>(schema: Schema<Value>, yaml: Yaml): { value?: Value; problems: Problem[] } {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, problems: [] };
  const seen = new Set<string>();
  // Of two complaints about one value, the first says enough.
  const issues = result.error.issues.filter(({ path, code }) => {
    const key = `${code === "unrecognized_keys"} ${path.join(".")}`;
    return !seen.has(key) && seen.add(key);
  });
  return { problems: issues.flatMap((issue) => problemsOf(issue, schema, yaml)) };
}

function problemsOf(issue: Issue, schema: Schema<unknown>, yaml: Yaml): Problem[] {
  const path = issue.path as (string | number)[];
  const name = path.filter((step) => typeof step === "string").join(".");
  const value = path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    yaml.value,
  );
  const place = yaml.at(...path);

  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, path);
    const otherwise =
      name === "terms"
        ? "The words that can stand here are named in src/terms/en.ts."
        : `The keys that can stand here: ${known.join(", ")}.`;
    return issue.keys.map((key) => ({
      code: "key-unknown",
      place: yaml.atKey(...path, key),
      message: `the key "${key}" means nothing here`,
      hint: didYouMean(key, known, otherwise),
    }));
  }
  if (issue.code === "invalid_type" && value === undefined) {
    return [
      { code: "key-missing", place, message: `${name} is missing`, hint: `Add a line that begins "${path.at(-1)}:".` },
    ];
  }
  if (issue.code === "custom" && issue.params?.["code"] === "date-impossible") {
    return [{ code: "date-impossible", place, message: `${String(value)} is not in the calendar` }];
  }
  if (issue.code === "too_big") {
    const message = `${name} has ${String(value).length} characters, and ${issue.maximum} at most can be set`;
    return [{ code: "title-long", place, message, hint: "Shorten it." }];
  }
  return [{ code: "value-wrong", place, ...wrong(issue, name, value) }];
}

function wrong(issue: Issue, name: string, value: unknown): Pick<Problem, "message" | "hint"> {
  if (issue.code === "too_small" || value === "") {
    return {
      message: `${name} is empty`,
      hint: "Write a value, or take the line out. A value that begins with # stands in quotes.",
    };
  }
  if (issue.code === "invalid_type")
    return { message: `${name} is ${kind(value)} where ${wanted(issue.expected)} must stand` };
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return {
      message: `${name} cannot be "${String(value)}"`,
      hint: didYouMean(String(value), values, `One of ${values.join(", ")}.`),
    };
  }
  return {
    message: `${name} cannot be "${String(value)}"`,
    hint: `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`,
  };
}

function kind(value: unknown): string {
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "a group of keys" : "a text";
}

function wanted(expected: string): string {
  return expected === "array" ? "a list" : expected === "object" ? "a group of keys" : "a text";
}
