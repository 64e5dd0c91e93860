/** Measures short texts in the font of an element, by the same font files as the browser’s lines. */
export class TextWidths {
  private readonly context = document.createElement("canvas").getContext("2d")!;
  private readonly fonts = new Map<Element, string>();
  private readonly widths = new Map<string, number>();

  /** Returns the width of a text (px) as it is set in an element. */
  widthOf(element: Element, text: string): number {
    let font = this.fonts.get(element);
    if (font === undefined) {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      font = [fontStyle, fontWeight, fontSize, fontFamily].join(" ");
      this.fonts.set(element, font);
    }
    const key = `${text} ${font}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }
}
