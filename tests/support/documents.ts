import JSZip from "jszip";

// Small documents, made here, for what reads documents.

const wordNamespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(" ");

/** Returns the XML of a paragraph of Word: its words, its style, its list. */
export function wordParagraph(text: string, { style = "", list = "" } = {}): string {
  const properties = [
    style && `<w:pStyle w:val="${style}"/>`,
    list && `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
  ];
  return `<w:p><w:pPr>${properties.join("")}</w:pPr>${text.startsWith("<") ? text : wordRun(text)}</w:p>`;
}

/** Returns the XML of some words of Word, with properties. */
export function wordRun(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Returns a Word document with a body, and what other files it needs. Its lists are 1, of bullets, and 2, of numbers. */
export function makeDocx(body: string, files: Record<string, string> = {}, relations = ""): Promise<Buffer> {
  const level = (format: string) => `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`;
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${wordNamespaces}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships>
      <Relationship Id="n" Type="${type}/numbering" Target="numbering.xml"/>
      <Relationship Id="s" Type="${type}/styles" Target="styles.xml"/>
      <Relationship Id="f" Type="${type}/footnotes" Target="footnotes.xml"/>${relations}</Relationships>`,
    "word/numbering.xml": `<w:numbering ${wordNamespaces}>
      <w:abstractNum w:abstractNumId="1">${level("bullet")}</w:abstractNum>
      <w:abstractNum w:abstractNumId="2">${level("decimal")}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
      </w:numbering>`,
    "word/styles.xml": `<w:styles ${wordNamespaces}>
      <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="fa-IR"/></w:rPr></w:rPrDefault></w:docDefaults>
      ${["Title", "heading 1", "Quote"].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`).join("")}
      </w:styles>`,
    "word/footnotes.xml": `<w:footnotes ${wordNamespaces}></w:footnotes>`,
    ...files,
  });
}

/** Returns footnotes of Word, by their ids. */
export function wordFootnotes(notes: Record<string, string>): Record<string, string> {
  const all = Object.entries(notes).map(([id, text]) => `<w:footnote w:id="${id}">${wordParagraph(text)}</w:footnote>`);
  return { "word/footnotes.xml": `<w:footnotes ${wordNamespaces}>${all.join("")}</w:footnotes>` };
}

/** Returns an OpenDocument text with a body and automatic styles. */
export function makeOdt(body: string, styles = ""): Promise<Buffer> {
  const spaces = ["office", "text", "table", "style"]
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(" ");
  const fo =
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${spaces} ${fo}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}

/** Returns a ZIP container with files, by their paths. The first stands first and is not packed. */
export function zip(files: Record<string, string | Uint8Array>): Promise<Buffer> {
  const container = new JSZip();
  for (const [index, [name, content]] of Object.entries(files).entries())
    container.file(name, content, { compression: index === 0 ? "STORE" : "DEFLATE" });
  return container.generateAsync({ type: "nodebuffer" });
}
