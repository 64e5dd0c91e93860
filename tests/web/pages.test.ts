import { load } from "cheerio";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Publication } from "../../src/publication.ts";
import { makeArtifact, type Artifact } from "../../src/artifact.ts";
import type { ArtifactKind } from "../../src/artifact-kinds.ts";
import { usualShop } from "../../src/shop.ts";
import { verifyWeb } from "../../src/verify/web.ts";
import { hostile, publicationOf } from "../support/publication.ts";
import { compilePages, loadPublication, webEdition } from "../support/web.ts";

// Rules of style: a page that breaks them can be valid.
const style = ["void-style", "long-title"];

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended"],
    rules: Object.fromEntries(style.map((rule) => [rule, "off"])),
  }),
);

// The publication in memory has what print refuses, for example characters without a font.
describe.each([
  "statements",
  "tests/fixtures/persian",
  "tests/fixtures/hostile",
  "tests/fixtures/small",
  "tests/fixtures/tables",
  "memory",
])("the pages of %s", (folder) => {
  let publication: Publication;
  let artifacts: Artifact[];
  beforeAll(async () => {
    publication = folder === "memory" ? hostile : await loadPublication(folder);
    artifacts = await webEdition(publication);
  });
  const pages = () =>
    artifacts
      .filter(({ path }) => path.endsWith(".html"))
      .map(({ path, bytes }) => ({ path, html: Buffer.from(bytes).toString() }));

  it("are valid", async () => {
    const faults = await Promise.all(
      pages().map(async ({ path, html }) => {
        const { results } = await validator.validateString(html, path);
        return results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
        );
      }),
    );
    expect(faults.flat()).toEqual([]);
  });

  it("have every word, links that lead somewhere, and no script", async () => {
    expect(await verifyWeb(publication, artifacts)).toEqual([]);
  });

  it("name in JSON-LD the title that they show", () => {
    for (const { path, html } of pages().filter(({ html }) => html.includes("ld+json"))) {
      const data = load(html)("script").text();
      const [thing] = (JSON.parse(data) as { "@graph": { name?: string; headline?: string }[] })["@graph"];
      const statement = publication.statements.find(({ slug }) => path === `web/${slug}.html`);
      expect(thing?.headline ?? thing?.name).toContain(
        statement ? (statement.title ?? statement.organisation) : publication.title,
      );
    }
  });

  it("come with feed, sitemap, robots.txt and web manifest only if the publication has an address", () => {
    const names = new Set(artifacts.map(({ path }) => path));
    const open = ["feed.xml", "sitemap.xml", "robots.txt", "manifest.webmanifest"].map((name) =>
      names.has(`web/${name}`),
    );
    expect(open).toEqual(open.map(() => publication.web !== undefined));
  });
});

describe.each(["en", "de", "fr", "es", "tr", "fa", "ar"])("the guide to printing in %s", (language) => {
  it("is a valid page with a link to every file that it names", async () => {
    const print = { impose: [{ fold: "sixteen-pages", paper: "A3" }, { fold: "cut-and-stack" }], page: "A6" };
    const html = (await compilePages(publicationOf([{ slug: "one" }], { language, print: print as never }))).get(
      "print.html",
    )!;
    const $ = load(html);
    expect($(".guide").attr("lang")).toBe(language);
    expect($(".guide h2").length).toBe(8);
    const named = $(".guide code")
      .toArray()
      .map((code) => $(code).parent("a").attr("href"));
    const booklets = ["", "a4-", "letter-"].flatMap((paper) =>
      ["short-edge", "long-edge", "fronts", "backs"].map((kind) => `a-title-booklet-${paper}${kind}`),
    );
    const ways = ["sixteen-pages-a3", "cut-and-stack-a5"].flatMap((way) => [`a-title-${way}`, `${way}-test`]);
    expect(new Set(named)).toEqual(
      new Set(
        ["printer-test", "a-title-press", "a-title-press-cover", ...booklets, ...ways].map(
          (name) => `downloads/${name}.pdf`,
        ),
      ),
    );
    // Each step has a drawing, of which the words are those of the step.
    expect($(".guide svg").length).toBeGreaterThan(10);
    for (const drawing of $(".guide svg").toArray())
      expect($(drawing).attr("aria-label")).toBe(
        $(drawing).parent().clone().children("svg").remove().end().text().trim(),
      );
    expect($(".guide").text()).not.toContain("drawing-");
    const { results } = await validator.validateString(html, "print.html");
    expect(results).toEqual([]);
  });
});

describe("a web edition that is read from right to left", () => {
  const publication = publicationOf([{ slug: "one" }], {
    language: "fa",
    dir: "rtl",
    print: { bleed: 3.5, shop: { ...usualShop, standard: "PDF/X-1a", condition: "FOGRA39", coverBleed: 5 } } as never,
  });

  it("keeps the order of what is said of a download, and names forms as its readers do", async () => {
    const file = (kind: ArtifactKind, facts: Partial<Artifact>) =>
      makeArtifact(kind, publication, new Uint8Array(9000), facts);
    const made = [
      file("booklet-short-edge", { paper: "Letter", pages: 8, sheets: 4 }),
      file("form-test", { way: "tri-fold", pages: 2, sheets: 1 }),
    ];
    const $ = load((await compilePages(publication, made)).get("index.html")!);
    const details = $(".download-details").toArray();
    const pieces = details.map((element) =>
      $(element)
        .children("bdi")
        .toArray()
        .map((piece) => $(piece).text()),
    );
    expect(pieces.map((texts) => texts.slice(0, -1))).toEqual([
      ["US Letter", "۸ صفحه", "۴ برگ", "۹ کیلوبایت"],
      ["بروشور سه‌لت", "۲ صفحه", "۱ برگ", "۹ کیلوبایت"],
    ]);
    for (const element of details) expect($(element).children().remove().end().text()).toMatch(/^[ ·]+$/);
  });

  it("sets Latin words apart in the guide to printing, and has all its numbers in its own digits", async () => {
    const $ = load((await compilePages(publication)).get("print.html")!);
    const apart = $(".guide bdi")
      .toArray()
      .map((element) => $(element).text());
    const settings =
      "Paper size, Orientation, Landscape, Scale, Actual size, Fit, Pages per sheet, Booklet, Print on both sides, Collate";
    const others = "Flip on short edge, Flip on long edge, A4, A5, US Letter, PDF, PDF/X-1a:2003, FOGRA39, bleed";
    expect(new Set(apart)).toEqual(new Set([settings, others].join(", ").split(", ")));
    const rest = $(".guide").clone();
    rest.find("bdi, code, svg").remove();
    expect(rest.text()).toContain("۸٫۳\u00a0میلی‌متر");
    expect(rest.text()).toContain("با ۳٫۵ میلی‌متر");
    expect(rest.text()).toContain("روی جلد ۵ میلی‌متر");
    expect(rest.text()).not.toMatch(/[\p{Script=Latin}\d]/u);
  });
});

describe("a web edition with an address", async () => {
  const publication = await loadPublication("tests/fixtures/hostile");
  const artifacts = await webEdition(publication);
  const read = (name: string) => Buffer.from(artifacts.find(({ path }) => path === `web/${name}`)!.bytes).toString();

  it("has an Atom feed with every statement in full, each with its own identifier", () => {
    const $ = load(read("feed.xml"), { xml: true });
    const texts = (selector: string) =>
      $(selector)
        .toArray()
        .map((element) => $(element).text());
    expect(texts("entry > title")[1]).toBe("Ampersand & Co. <Ltd>: Two with one title (1)");
    expect(new Set(texts("entry > id")).size).toBe(publication.statements.length);
    expect(texts("entry > id")[0]).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(texts("content")[1]).toContain("The note has ]]&gt; in it");
  });

  it("has a sitemap with every page", () => {
    const $ = load(read("sitemap.xml"), { xml: true });
    const listed = $("loc")
      .toArray()
      .map((element) => $(element).text().split("/").at(-1));
    const pages = artifacts.flatMap(({ path }) => /^web\/(.*\.html)$/.exec(path)?.[1] ?? []);
    expect(listed.sort()).toEqual(pages.filter((name) => name !== "404.html").sort());
  });

  it("has a page for unknown addresses whose links work at any depth", () => {
    expect(read("404.html")).toContain('href="/p/style.css"');
  });

  it("has images that are upright and in sRGB", async () => {
    const { default: sharp } = await import("sharp");
    const images = artifacts.filter(({ path }) => /images\/(rotated|cmyk)-/.test(path));
    expect(images.map(({ path }) => path.replace(/.*images\//, "")).sort()).toEqual(
      [
        "cmyk-jpg-1280",
        "cmyk-jpg-400",
        "cmyk-jpg-640",
        "rotated-jpg-1280",
        "rotated-jpg-400",
        "rotated-jpg-640",
      ].flatMap((name) => ["avif", "jpg", "webp"].map((format) => `${name}.${format}`)),
    );
    for (const { path, bytes } of images) {
      const { width, height, space, orientation } = await sharp(bytes).metadata();
      expect({ path, landscape: width > height, space, orientation }).toEqual({
        path,
        landscape: true,
        space: "srgb",
        orientation: undefined,
      });
    }
  });
});
