// A script for the browser's page: evaluated there before paged.js, while the document stands in one column.

/** The settings with the height, in px, that the body has at each; `width` is that of the column, in px. */
window.heights = async function heights(width, settings) {
  const { body } = document;
  // So nothing that stands out at the column's edges stretches the body, and no margin reaches through them.
  body.style.cssText = `width: ${width}px; display: flow-root`;
  await document.fonts.ready;
  const measures = settings.map((setting) => {
    window.setType(setting);
    return { ...setting, height: body.getBoundingClientRect().height };
  });
  body.removeAttribute("style");
  return measures;
};

/** Sets the type's size (pt) and line (px) by the knobs of leaflet.css. */
window.setType = function setType({ size, line }) {
  document.documentElement.style.setProperty("--size", `${size}pt`);
  document.documentElement.style.setProperty("--line", `${line}px`);
};
