import { EPub } from "epub-gen-memory";

// The only importer of epub-gen-memory.

/** A book, ready to be packed. Paths count from the folder OEBPS/. */
export interface Book {
  title: string;
  /** `content.opf`, `toc.xhtml`, `toc.ncx`, `style.css` and the documents of the spine, by path. */
  documents: Map<string, string>;
  /** Images and fonts, by path. */
  files: Map<string, Uint8Array>;
  /** The date of every entry. Equal books with equal dates give equal bytes, in whatever order their documents come. */
  date: Date;
}

/** Packs a book as an EPUB container (OCF 3.3): `mimetype` first and uncompressed, no entries for folders. */
export async function packEpub(book: Book): Promise<Uint8Array> {
  return new Uint8Array(await new Packer(book).genEpub());
}

// The library rewrites HTML, which loses text, and invents metadata. So it gets every document complete, and each of
// its templates is replaced by one that only copies a document.
class Packer extends EPub {
  readonly #book: Book;

  constructor(book: Book) {
    const contentOf = (name: string) => book.documents.get(name) ?? "";
    const special = new Set(["content.opf", "toc.xhtml", "toc.ncx", "style.css"]);
    const chapters = [...book.documents].filter(([name]) => !special.has(name));
    const templates = {
      chapterXHTML: "<%- document %>",
      contentOPF: "<%- packageDocument %>",
      tocXHTML: "<%- contents %>",
      tocNCX: "<%- ncx %>",
    };
    const documents = {
      packageDocument: contentOf("content.opf"),
      contents: contentOf("toc.xhtml"),
      ncx: contentOf("toc.ncx"),
      css: contentOf("style.css"),
    };
    super(
      { title: book.title, verbose: false, ...templates, ...documents },
      chapters.map(([filename, document]) => ({ filename, id: filename, content: "", document })),
    );
    this.#book = book;
  }

  override async render(): Promise<this> {
    await super.render();
    const { mimetype, ...others } = this.zip.files;
    const entries = Object.values(others)
      .filter(({ dir }) => !dir)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    this.zip.files = Object.fromEntries(
      [mimetype!, ...entries].map((entry) => [entry.name, Object.assign(entry, { date: this.#book.date })]),
    );
    return this;
  }

  protected override async downloadAllImages(): Promise<void> {
    for (const [path, bytes] of this.#book.files) this.zip.file(`OEBPS/${path}`, bytes);
  }
}
