import { z } from "../schema-fields.ts";
import type { Page } from "./browser.ts";
import type * as inPage from "./in-page/index.ts";

type InPage = typeof inPage;
type Answer<Name extends keyof InPage> = Awaited<ReturnType<InPage[Name]>>;

const page = z.int().positive();
const length = z.number().nonnegative();

// What the functions of in-page/ return is JSON by the time it arrives here, so types alone prove nothing.
const answers: { [Name in keyof InPage]: z.ZodType<Answer<Name>> } = {
  listCards: z.array(z.string()),
  layOut: z.strictObject({
    pages: page,
    pageOf: z.array(z.tuple([z.string(), page])),
    bookmarks: z.array(z.strictObject({ id: z.string(), title: z.string(), page, part: z.string().optional() })),
    starts: z.array(z.strictObject({ page, id: z.string(), after: z.int().nonnegative().optional() })),
    remarks: z.array(z.strictObject({ kind: z.enum(["widow", "orphan", "short-page", "behind-slip"]), page })),
  }),
  isolateFirstPage: z.strictObject({ x: z.number(), y: z.number(), width: length, height: length }),
  measureHeights: z.array(z.strictObject({ size: length, line: length, height: length })),
  applyType: z.undefined(),
  fitSpine: z.undefined(),
  fitPanels: z.array(z.string()),
  spreadText: z.int().nonnegative(),
  fitPoster: z.boolean(),
  typeset: z.strictObject({
    pages: z.int().nonnegative(),
    natural: z.int().nonnegative(),
    size: length.optional(),
    line: length.optional(),
    measure: length.optional(),
    over: z.array(z.strictObject({ text: z.string(), lines: length })),
  }),
  writeTagHints: z.array(z.strictObject({ text: z.string(), page: page.optional(), ofNote: z.boolean() })),
};

/**
 * Calls a function of in-page/ in the browser's page and returns its answer. Throws an Error that names the function if
 * the answer is not what its type promises.
 */
export async function callInPage<Name extends keyof InPage>(
  page: Page,
  name: Name,
  ...parameters: Parameters<InPage[Name]>
): Promise<Answer<Name>> {
  const literals = parameters.map((parameter) => JSON.stringify(parameter));
  const answer: unknown = await page.evaluate(`inPage.${name}(${literals.join(", ")})`);
  const schema: z.ZodType<Answer<Name>> = answers[name];
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new Error(`In the browser, ${name}() returned something unexpected:\n${z.prettifyError(result.error)}`);
}
