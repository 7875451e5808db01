import { defineConfig } from "vitest/config";

// A host zone half an hour off the hour, with half an hour of summer time: a leaked host zone fails at once.
process.env["TZ"] = "Australia/Lord_Howe";

export default defineConfig({
  test: {
    dir: "test",
    include: ["**/*.test.ts"],
    testTimeout: 60_000,
    maxConcurrency: 2,
    // Copies with a defect are loaded by Node itself: nothing else needs them, and it takes a tenth of the time.
    server: { deps: { external: [/\/\.mutants\//] } },
    env: { TZ: "Australia/Lord_Howe" },
  },
});
