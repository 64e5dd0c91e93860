import { expect, it } from "vitest";
import { parseFragment, serialize } from "../../src/html/dom.ts";

// What the parser reads and the serializer writes must be well-formed XML for the EPUB, and HTML for the web.
it.each([
  ["closes empty elements of HTML alone", '<p>a<br/>b</p><td></td><img src="x" alt=""/>'],
  ["keeps letters as themselves", "<p>é سلام 😀 “x” \u00a0</p>"],
  ["reads a no-break space of HTML", "<p>&#160;</p>", "<p>\u00a0</p>"],
  ["escapes in text what XML needs escaped", "<p>&amp; &lt; &gt; &amp;amp;</p>"],
  ["escapes in attributes what XML needs escaped", '<img alt="&amp; &lt; &gt; &quot; \'"/>'],
])("%s", (_, html, written = html) => expect(serialize(parseFragment(html))).toBe(written.replaceAll("/>", " />")));
