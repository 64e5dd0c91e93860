import { formatInteger } from "../locale-format.ts";
import type { Env, MarkdownIt, RendererRule, Token } from "./markdown-it.ts";

/** Returns the number of a note, from 1. The token is one of its marks, or the one that opens the note. */
export function noteNumberOf(token: Token): number {
  return Number(token.meta?.["id"]) + 1;
}

/**
 * Makes a parser render notes as the editions need them: marks in `sup.noteref`, and each note as an `aside.note` in
 * `section.notes` at the end of the text. Ids are `fn-SLUG-NUMBER` and `fnref-SLUG-NUMBER`. The environment of
 * rendering has the slug in `docId`, the language in `language` and the heading of the notes in `notes`.
 */
export function addNoteRules(md: MarkdownIt): void {
  const idOf = (token: Token, env?: Env) => `${env?.["docId"] ?? "text"}-${noteNumberOf(token)}`;
  const digits = (token: Token, env?: Env) => formatInteger(noteNumberOf(token), String(env?.["language"] ?? "en"));
  const rules: Record<string, RendererRule> = {
    footnote_ref: (tokens, index, _options, env) => {
      const token = tokens[index]!;
      const id = idOf(token, env);
      // A note may have several marks, which are counted from 0. Each needs an id of its own.
      const mark = Number(token.meta?.["subId"] ?? 0);
      const suffix = mark > 0 ? `-${mark + 1}` : "";
      // Without `dir`, a number that stands before the mark in a line from right to left would take the note's number
      // as more digits of its own.
      return (
        `<sup class="noteref" dir="ltr"><a href="#fn-${id}" id="fnref-${id}${suffix}" role="doc-noteref">` +
        `${digits(token, env)}</a></sup>`
      );
    },
    footnote_block_open: (_tokens, _index, _options, env) =>
      `<section class="notes" role="doc-endnotes" aria-label="${md.utils.escapeHtml(String(env?.["notes"]))}">\n`,
    footnote_block_close: () => "</section>\n",
    footnote_open: (tokens, index, _options, env) => {
      const token = tokens[index]!;
      const id = idOf(token, env);
      return (
        `<aside class="note" id="fn-${id}" role="doc-footnote"><span class="note-number">` +
        `<a href="#fnref-${id}" role="doc-backlink">${digits(token, env)}</a></span>\n`
      );
    },
    footnote_close: () => "</aside>\n",
    footnote_anchor: () => "",
  };
  Object.assign(md.renderer.rules, rules);
}
