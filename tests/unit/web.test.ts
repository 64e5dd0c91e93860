import { describe, expect, it, test } from "vitest";
import { compile, describeFile } from "../../src/compile/eleventy.ts";
import { makeWeb } from "../../src/editions/web.ts";
import type { Publication } from "../../src/publication.ts";
import { makeArtifact, type Artifact } from "../../src/artifact.ts";
import { verifyWeb } from "../../src/verify/web.ts";
import { publicationOf } from "../support/publication.ts";

async function makeEdition(publication: Publication, made: Artifact[] = []): Promise<Artifact[]> {
  return makeWeb({
    publication,
    made,
    documents: (family) => compile(publication, family, made.map(describeFile)),
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });
}

function page(artifacts: Artifact[], name: string): string {
  return Buffer.from(artifacts.find(({ path }) => path === `web/${name}`)!.bytes).toString();
}

/** Returns the edition with one page changed. */
function changePage(artifacts: Artifact[], name: string, change: (html: string) => string): Artifact[] {
  return artifacts.map((artifact) =>
    artifact.path === `web/${name}` ? { ...artifact, bytes: Buffer.from(change(page(artifacts, name))) } : artifact,
  );
}

const publication = publicationOf([
  {
    slug: "first",
    organisation: "A Group & Co",
    title: "<b>Title</b>",
    body: "Words with a note.[^1]\n\n[^1]: The note.\n",
  },
  { slug: "second", organisation: "Another Group", body: "Other words.\n" },
]);

describe("the web edition", async () => {
  const text: Artifact = {
    kind: "statement-text",
    path: "text/first.txt",
    statement: "first",
    bytes: new Uint8Array(1200),
  };
  const whole: Artifact = { kind: "text", path: "text/a-title.txt", bytes: new Uint8Array(2400) };
  const artifacts = await makeEdition(publication, [whole, text]);

  it("has a page for each text, one for all texts, and none for parts that the publication does not have", () => {
    const pages = artifacts.map(({ path }) => path).filter((path) => !path.includes("/fonts/"));
    expect(pages.sort()).toEqual([
      "web/404.html",
      "web/downloads/SHA256SUMS",
      "web/downloads/a-title.txt",
      "web/downloads/first.txt",
      "web/favicon.ico",
      "web/first.html",
      "web/icon-180.png",
      "web/icon-512.png",
      "web/icon.svg",
      "web/index.html",
      "web/pamphlet.html",
      "web/second.html",
      "web/style.css",
    ]);
  });

  it("passes its own verification", async () => {
    expect(await verifyWeb(publication, artifacts)).toEqual([]);
  });

  it.each(["first.html", "pamphlet.html"])("is reported without the head of a text: %s", async (name) => {
    const headless = changePage(artifacts, name, (html) =>
      html.replace(/<p class="organisation">A Group &amp; Co<\/p>/, ""),
    );
    const messages = (await verifyWeb(publication, headless)).map(({ message }) => message);
    expect(messages).toEqual([`The organisation “A Group & Co” is missing from the head of its text in web/${name}.`]);
  });

  it("shows markup in a title as text", () => {
    expect(page(artifacts, "first.html")).toContain("&lt;b&gt;Title&lt;/b&gt;</h1>");
  });

  it("sets a text without a title under its organisation, and links to the texts before and after", () => {
    const html = page(artifacts, "second.html");
    expect(html).toMatch(/<h1 [^>]*>Another Group<\/h1>/);
    expect(html).toContain('rel="prev" href="first.html"');
    expect(html).not.toContain('rel="next"');
  });

  it("offers files of all texts on the index, and a text's own file on its page", () => {
    expect(page(artifacts, "index.html")).toContain("2.4 kB");
    expect(page(artifacts, "index.html")).not.toContain("downloads/first.txt");
    expect(page(artifacts, "first.html")).toContain("downloads/first.txt");
  });

  it("is the same, byte for byte, when made again", async () => {
    expect(await makeEdition(publication, [whole, text])).toEqual(artifacts);
  });
});

describe("verifyWeb", async () => {
  const artifacts = await makeEdition(publication);
  const codesAfter = async (name: string, change: (html: string) => string) =>
    (await verifyWeb(publication, changePage(artifacts, name, change))).map(({ code }) => code);
  const insertBefore = (end: string, added: string) => (html: string) => html.replace(end, added + end);

  it("finds a lost word, on the page of a text and on the page of all texts", async () => {
    expect(await codesAfter("first.html", (html) => html.replace("Words with", "Words"))).toEqual(["words-lost"]);
    expect(await codesAfter("pamphlet.html", (html) => html.replace("Other words.", ""))).toEqual(["words-lost"]);
  });

  it.each(["gone.html", "#gone", "first.html#gone", "./", "/first.html", "../outside.html"])(
    "finds the link to %s broken",
    async (address) => {
      expect(await codesAfter("index.html", insertBefore("</main>", `<a href="${address}">x</a>`))).toEqual([
        "web-link-broken",
      ]);
    },
  );

  it.each([
    '<img src="https://example.org/x.png" alt="">',
    '<img srcset="//example.org/x.png 2x" alt="">',
    '<link rel="stylesheet" href="https://example.org/x.css">',
    "<script>alert(1)</script>",
    '<script type="application/ld+json">alert(1)</script>',
    '<script type="application/ld+json" src="style.css">{}</script>',
    '<script type="module">{}</script>',
    '<p onclick="alert(1)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
  ])("finds the request or script in %s", async (element) => {
    expect(await codesAfter("index.html", insertBefore("</main>", element))).toEqual(["web-request"]);
  });

  it("allows data, and finds a page without its security policy", async () => {
    expect(
      await codesAfter("index.html", insertBefore("</main>", '<script type="application/ld+json">{"a":1}</script>')),
    ).toEqual([]);
    expect(await codesAfter("index.html", (html) => html.replace(/<meta http-equiv="Content.*?>/, ""))).toEqual([
      "web-request",
    ]);
    expect(
      await codesAfter("404.html", (html) =>
        html.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'"),
      ),
    ).toEqual(["web-request"]);
  });

  it("finds a request of a style sheet to another host, and allows links to one", async () => {
    expect(await codesAfter("style.css", (css) => `${css} p { background: url(https://example.org/x.png) }`)).toEqual([
      "web-request",
    ]);
    expect(
      await codesAfter(
        "index.html",
        insertBefore("</main>", '<a href="https://example.org">x</a><a href="mailto:a@b.org">y</a>'),
      ),
    ).toEqual([]);
  });
});

test("social cards that fail while the pages are compiled are an error of the edition", async () => {
  const addressed = { ...publication, web: "https://example.org/p" };
  const cover = makeArtifact("cover-image", addressed, new Uint8Array());
  const edition = makeWeb({
    publication: addressed,
    made: [cover],
    // An unhandled rejection before the pages fail would end the run of the tests.
    documents: () => new Promise((_, reject) => setTimeout(reject, 20, new Error("No pages."))),
    browser: () => Promise.reject(new Error("No browser.")),
  });
  await expect(edition).rejects.toThrow("No pages.");
});
