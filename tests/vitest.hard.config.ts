import { defineConfig } from "vitest/config";

// The corpora and the mutations in full numbers: minutes, not seconds. `npm test` takes a sample of each.
export default defineConfig({
  test: {
    include: ["tests/corpora/**/*.test.ts", "tests/mutation/**/*.test.ts"],
    env: { HARD: "1" },
    pool: "forks",
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
