import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { composeGuide, guideFixture, guideFolder } from "./compose.ts";
import { makePictures } from "./pictures.ts";

// npm run guide writes docs/: the guide and its pictures. With “-- --text” it leaves the pictures as they are.

if (!process.argv.includes("--text")) await writePictures();
writeFileSync(path.join(guideFolder, "README.md"), await composeGuide());

async function writePictures(): Promise<void> {
  const room = mkdtempSync(path.join(tmpdir(), "pamphlet-guide-"));
  try {
    const images = path.join(guideFolder, "images");
    const pictures = await makePictures(guideFixture, path.join(room, "build"));
    rmSync(images, { recursive: true, force: true });
    mkdirSync(images, { recursive: true });
    for (const { name, bytes } of pictures) writeFileSync(path.join(images, name), bytes);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
