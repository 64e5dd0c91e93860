import { defineConfig } from "vitest/config";

// The corpora and the mutations in full numbers, about an hour. `npm test` takes a sample of each.
export default defineConfig({
  test: {
    include: ["tests/corpora/**/*.test.ts", "tests/mutation/**/*.test.ts"],
    env: { HARD: "1" },
    pool: "forks",
    globalSetup: "tests/support/builds-folder.ts",
    // Limits in ms, only to end a test that hangs.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
