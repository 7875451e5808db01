import { defineConfig } from "vitest/config";

// A host zone half an hour off the hour, with half an hour of summer time: a leaked host zone fails at once.
process.env["TZ"] = "Australia/Lord_Howe";

export default defineConfig({
  test: {
    dir: "test",
    include: ["**/*.test.ts"],
    testTimeout: 60_000,
    maxConcurrency: 2,
    env: { TZ: "Australia/Lord_Howe" },
  },
});
