import type { Publication } from "../publication.ts";

/**
 * The site's manifest (W3C Web Application Manifest): name and icons, for who puts the edition on a telephone's home
 * screen.
 */
export function siteManifest({ title, language, dir, colour }: Publication, paper: string): string {
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
