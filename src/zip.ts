import JSZip from "jszip";

// The only importer of jszip.

/** A container that would unpack to more bytes than are allowed. */
export class TooMuchUnpacked extends Error {}

/** What is no container, or is damaged. */
export class BrokenZip extends Error {}

/**
 * Returns the files inside a ZIP container, by path, in the order of the container. Throws a BrokenZip if it cannot be
 * read, or TooMuchUnpacked as soon as its files have more than `most` bytes together, whatever it says of their sizes.
 */
export async function unpackZip(bytes: Uint8Array, most = Infinity): Promise<Map<string, Uint8Array>> {
  const { files } = await loadZip(bytes);
  const unpacked = new Map<string, Uint8Array>();
  let room = most;
  for (const file of Object.values(files).filter(({ dir }) => !dir)) {
    const content = await unpackFile(file, room);
    room -= content.byteLength;
    unpacked.set(file.name, content);
  }
  return unpacked;
}

async function loadZip(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    throw new BrokenZip("The container is damaged.", { cause: error });
  }
}

// A stream, because a few bytes may unpack to more than the memory of the machine.
function unpackFile(file: JSZip.JSZipObject, room: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = file.nodeStream("nodebuffer") as NodeJS.ReadableStream & { pause: () => unknown };
    stream.on("data", (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size > room) {
        stream.pause();
        reject(new TooMuchUnpacked("The container unpacks to too much."));
      } else chunks.push(chunk);
    });
    stream.on("error", (error) => reject(new BrokenZip("The container is damaged.", { cause: error })));
    stream.on("end", () => resolve(Buffer.concat(chunks)));
  });
}
