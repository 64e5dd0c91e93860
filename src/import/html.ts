import { parsePage, type Dom, type Nodes } from "../html/dom.ts";
import { noticeHtml, type Contents, type Facts, type Received } from "./document.ts";
import { decodeText } from "./encoding.ts";
import { normalizeNotes } from "./html-notes.ts";
import { readHtmlWords } from "./html-words.ts";
import { findMainText, removeFurniture } from "./main-text.ts";

/** Reads a file that lies beside a document: an image of a saved page. Returns undefined if there is none. */
export type ReadBeside = (name: string) => Promise<Uint8Array | undefined>;

/** Reads a web page that was saved, or a document that a word processor saved as HTML. */
export async function readHtml(bytes: Uint8Array, readBeside: ReadBeside): Promise<Received> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const { text, guessed } = await decodeText(bytes, declared);
  const notices = guessed ? [`The page does not say its encoding. It was read as ${guessed}.`] : [];
  return readDecodedPage(text, readBeside, notices);
}

/** Reads a page that is decoded already. */
export function readDecodedPage(html: string, readBeside: ReadBeside, notices: string[] = []): Received {
  const $ = parsePage(html);
  normalizeNotes($);
  return {
    words: readHtmlWords($, $("body") as Nodes),
    placeOf: (line) => `, paragraph ${line}`,
    readContents: () => readMain($, html, readBeside, notices),
  };
}

async function readMain($: Dom, html: string, readBeside: ReadBeside, notices: string[]): Promise<Contents> {
  const facts = readFacts($, html);
  const main = findMainText($);
  const notes = $("aside[data-note]").remove();
  removeFurniture($, main);
  main.append(notes);
  const images = await readImages($, main, readBeside);
  return { html: main.html() ?? "", images, facts, notices };
}

async function readImages($: Dom, main: Nodes, readBeside: ReadBeside): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const element of main.find("img").toArray()) {
    const image = $(element);
    const src = image.attr("src") ?? "";
    const bytes = images.get(src) ?? (await readImage(src, readBeside));
    if (bytes) images.set(src, bytes);
    // An image of a pixel or two is none that a reader sees.
    else if (Number(image.attr("width") ?? 9) < 3) image.remove();
    else image.replaceWith(noticeHtml(`Here the page shows an image that was not saved with it: ${src.slice(0, 80)}`));
  }
  return images;
}

async function readImage(src: string, readBeside: ReadBeside): Promise<Uint8Array | undefined> {
  const [, base64] = /^data:image\/[\w.+-]+;base64,([\s\S]*)$/i.exec(src) ?? [];
  if (base64) return Buffer.from(base64, "base64");
  return /^(?:[a-z]+:)?\/\//i.test(src) || src === "" ? undefined : readBeside(src);
}

function readFacts($: Dom, html: string): Facts {
  const meta = (...names: string[]) =>
    names
      .flatMap((name) => $(`meta[name="${name}"], meta[property="${name}"]`).first().attr("content") ?? [])
      .map((content) => content.replace(/\s+/g, " ").trim())
      .find((content) => content !== "");
  const title = meta("og:title") ?? $("head title").first().text().replace(/\s+/g, " ").trim();
  const date = meta("article:published_time", "date", "dc.date") ?? $("time[datetime]").first().attr("datetime");
  const url =
    $("link[rel=canonical]").attr("href") ?? meta("og:url") ?? /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html)?.[1];
  return {
    title: title || undefined,
    author: meta("author", "article:author"),
    date: /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0],
    lang: $("html").attr("lang") ?? $("body").attr("lang"),
    url: /^https?:\/\//.test(url ?? "") ? url : undefined,
  };
}
