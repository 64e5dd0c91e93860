// What runs inside the browser's page, beside paged.js. In every page that the program opens, these functions are on a
// global object `inPage`; call-in-page.ts calls them and validates what they return.

export { listCards } from "./cards.ts";
export { layOut, isolateFirstPage } from "./lay-out.ts";
export { fitPanels, spreadText } from "./fit-panels.ts";
export { fitPoster } from "./fit-poster.ts";
export { measureHeights, applyType } from "./leaflet-type.ts";
export { fitSpine } from "./spine.ts";
export { writeTagHints } from "./tag-hints.ts";
export { typeset } from "./typeset.ts";
