// Colours as sRGB, and their contrast as WCAG 2 measures it.

/**
 * The colour itself where text in it can be read on the paper (4.5 : 1 and a little over); else its nearest lighter or
 * darker shade that can.
 */
export function legibleOn(colour: string, paper: string): string {
  const { hue, saturation, lightness } = inHsl(colour);
  const step = inkOn(paper) === "#000000" ? -0.01 : 0.01;
  for (let shade = lightness; shade > 0 && shade < 1; shade += step) {
    const found = shade === lightness ? colour : fromHsl(hue, saturation, shade);
    if (contrast(found, paper) >= 4.8) return found;
  }
  return inkOn(paper);
}

/** Black or white: whichever is easier to read on the colour. */
export function inkOn(colour: string): "#000000" | "#ffffff" {
  return contrast("#ffffff", colour) >= contrast("#000000", colour) ? "#ffffff" : "#000000";
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function inHsl(colour: string): { hue: number; saturation: number; lightness: number } {
  const [red, green, blue] = channels(colour) as [number, number, number];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const lightness = (most + least) / 2;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const sixth =
    most === red ? (green - blue) / range + 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return { hue: (sixth * 60) % 360, saturation: range / (1 - Math.abs(2 * lightness - 1)), lightness };
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const parts = [0, 8, 4].map((offset) => {
    const at = (offset + hue / 30) % 12;
    return lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  });
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}
