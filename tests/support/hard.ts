/** Whether corpora and mutations run in full (`npm run test:hard`) or as a sample (`npm test`). */
export const hard = process.env["HARD"] === "1";
