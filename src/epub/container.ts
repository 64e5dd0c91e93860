import { EPub } from "epub-gen-memory";
import JSZip from "jszip";

// The one user of epub-gen-memory and of jszip, in which it packs.

/** A book, ready to be packed: everything that stands in OEBPS/, by path. */
export interface Book {
  title: string;
  /** `content.opf`, `toc.xhtml`, `toc.ncx`, `style.css` and the documents of the spine, each whole. */
  documents: Map<string, string>;
  /** Pictures and fonts. */
  files: Map<string, Uint8Array>;
  /**
   * The date of every entry; the same book with the same date gives the same bytes, whatever the order of its
   * documents.
   */
  date: Date;
}

/** Packs a book as an EPUB container (OCF 3.3): `mimetype` first and stored, no entries for folders. */
export async function packEpub(book: Book): Promise<Uint8Array> {
  return new Uint8Array(await new Packer(book).genEpub());
}

/** The files inside an EPUB, by path, in the order in which they stand. */
export async function openEpub(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { files } = await JSZip.loadAsync(bytes);
  return new Map(
    await Promise.all(Object.values(files).map(async (file) => [file.name, await file.async("uint8array")] as const)),
  );
}

// The library's own way with HTML loses text and invents metadata, so every document reaches it whole and its templates
// only pass it through.
class Packer extends EPub {
  readonly #book: Book;

  constructor(book: Book) {
    const whole = (name: string) => book.documents.get(name) ?? "";
    const own = new Set(["content.opf", "toc.xhtml", "toc.ncx", "style.css"]);
    const chapters = [...book.documents].filter(([name]) => !own.has(name));
    const through = {
      chapterXHTML: "<%- document %>",
      contentOPF: "<%- packageDocument %>",
      tocXHTML: "<%- contents %>",
      tocNCX: "<%- ncx %>",
    };
    const documents = {
      packageDocument: whole("content.opf"),
      contents: whole("toc.xhtml"),
      ncx: whole("toc.ncx"),
      css: whole("style.css"),
    };
    super(
      { title: book.title, verbose: false, ...through, ...documents },
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
