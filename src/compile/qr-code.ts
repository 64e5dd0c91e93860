import { renderSVG } from "uqr";

/**
 * Returns a QR code (ISO/IEC 18004) of a text, as an SVG element without a size. `label` is its name for readers who do
 * not see it.
 */
export function drawQrCode(text: string, label: string): string {
  const name = label.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  // Error correction level M restores 15 % of the code; the standard asks for a quiet zone of 4 modules around it.
  return renderSVG(text, { ecc: "M", border: 4 }).replace("<svg ", `<svg role="img" aria-label="${name}" `);
}
