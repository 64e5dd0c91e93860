/** Whether tests run in full numbers (`npm run test:hard`), or a sample of each is taken (`npm test`). */
export const hard = process.env["HARD"] === "1";
