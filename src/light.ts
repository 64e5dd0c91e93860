// Colours of the screen (sRGB), as they are written and as shares of light.

/** Shares of red, green and blue light, 0…1. */
export type Light = [red: number, green: number, blue: number];

/** Reads a colour that is written as #rrggbb. */
export function lightOf(colour: string): Light {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as Light;
}

/** Writes a colour as #rrggbb. */
export function hexOf(light: Light): string {
  const digits = light.map((share) =>
    Math.round(share * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${digits.join("")}`;
}

/** Returns how a tint of an ink looks on white paper, 0…1, if the ink itself looks so. */
export function tintOnPaper(light: Light, tint: number): Light {
  return light.map((share) => 1 - tint * (1 - share)) as Light;
}
