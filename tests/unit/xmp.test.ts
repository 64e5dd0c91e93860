import { describe, expect, it } from "vitest";
import { writeXmpPacket } from "../../src/pdf/xmp.ts";

describe("an XMP packet", () => {
  it("has texts, lists and plain values by their prefixed names, and none that is empty", () => {
    const packet = writeXmpPacket({
      "dc:title": { language: "en", text: "A & <B> ]]>" },
      "dc:creator": ["One", "Two"],
      "dc:language": ["en"],
      "dc:description": { language: "en", text: "" },
      "pdfuaid:part": "1",
    });
    expect(packet).toContain(
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
    );
    expect(packet).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; &lt;B&gt; ]]&gt;</rdf:li><rdf:li xml:lang="en">A &amp; &lt;B&gt; ]]&gt;</rdf:li></rdf:Alt></dc:title>',
    );
    expect(packet).toContain("<dc:creator><rdf:Seq><rdf:li>One</rdf:li><rdf:li>Two</rdf:li></rdf:Seq></dc:creator>");
    expect(packet).toContain("<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>");
    expect(packet).not.toContain("dc:description");
  });
});
