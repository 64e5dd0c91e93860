import { lightOf } from "./light.ts";

/** Returns the contrast of two colours of sRGB (#rrggbb), 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** How much red, green and blue light count for luminance (WCAG 2.2, “relative luminance”). */
const weights = [0.2126, 0.7152, 0.0722];

function luminanceOf(colour: string): number {
  const linear = lightOf(colour).map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return linear.reduce((sum, share, index) => sum + share * weights[index]!, 0);
}
