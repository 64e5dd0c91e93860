import JSZip from "jszip";

/** Reads the text files of an EPUB (XHTML, OPF, NCX, CSS, XML), by their path in it. */
export async function readDocuments(book: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(book);
  const names = Object.keys(zip.files).filter((name) => /\.(xhtml|opf|ncx|css|xml)$/.test(name));
  return new Map(await Promise.all(names.map(async (name) => [name, await zip.file(name)!.async("string")] as const)));
}

/** Returns the EPUB with the files of `changes` replaced or added, and those whose text is undefined removed. */
export async function changeBook(book: Uint8Array, changes: Record<string, string | undefined>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(book);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) zip.remove(path);
    else zip.file(path, text, { createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array", compression: "STORE" });
}
