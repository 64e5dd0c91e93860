import type { Publication } from "../publication.ts";

/**
 * Returns the manifest of the site (W3C Web Application Manifest), as JSON: the name and the icons that it has on a
 * telephone's home screen. `paper` is the background colour of its pages.
 */
export function writeSiteManifest({ title, language, dir, colour }: Publication, paper: string): string {
  const manifest = {
    name: title,
    lang: language,
    dir,
    start_url: "index.html",
    display: "browser",
    background_color: paper,
    theme_color: colour ?? paper,
    icons: [
      { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
