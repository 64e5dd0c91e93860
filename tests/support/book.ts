import JSZip from "jszip";

/** The files of an EPUB that are text, by path. */
export async function documentsOf(book: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(book);
  const names = Object.keys(zip.files).filter((name) => /\.(xhtml|opf|ncx|css|xml)$/.test(name));
  return new Map(await Promise.all(names.map(async (name) => [name, await zip.file(name)!.async("string")] as const)));
}

/** The same EPUB with other contents of some of its files; one that is given as undefined is taken out. */
export async function bookWith(book: Uint8Array, changes: Record<string, string | undefined>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(book);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) zip.remove(path);
    else zip.file(path, text, { createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array", compression: "STORE" });
}
