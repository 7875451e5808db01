import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { run } from "../../src/simulation/run.ts";
import { World } from "../../src/simulation/world.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The JSON of a run, as a program on a host with that zone and locale prints it. */
function jsonOf(args: readonly string[], environment: Readonly<Record<string, string>>): string {
  const { stdout, stderr, status } = spawnSync(
    join(root, "node_modules/.bin/node"),
    [
      join(root, "src/cli/bin.ts"),
      "run",
      "scenarios/evening-offer.yaml",
      "--profiles",
      "300",
      "--json",
      ...args,
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 },
  );
  expect(stderr).toBe("");
  expect([0, 1]).toContain(status);
  return stdout;
}

describe("the JSON of a run is the same, byte for byte", () => {
  const first = jsonOf(["--workers", "1"], { TZ: "UTC" });

  test("it says something", () => {
    const document = JSON.parse(first) as {
      segments: { name: string }[];
      run: { profiles: number };
    };
    expect(document.run.profiles).toBe(300);
    expect(document.segments[0]!.name).toBe("evening_offer");
  });

  test.each([["2"], ["7"]])("for %s workers", (workers) => {
    expect(jsonOf(["--workers", workers], { TZ: "UTC" })).toBe(first);
  });

  test.each([["Pacific/Apia"], ["Asia/Kolkata"], ["UTC"]])("on a host in %s", (zone) => {
    expect(jsonOf(["--workers", "1"], { TZ: zone })).toBe(first);
  });

  test("in another language", () => {
    expect(jsonOf(["--workers", "1"], { LANG: "tr_TR.UTF-8", LC_ALL: "ar_EG.UTF-8" })).toBe(first);
  });

  test("and another one for another seed", () => {
    expect(jsonOf(["--workers", "1", "--seed", "8"], { TZ: "UTC" })).not.toBe(first);
  });
});

describe("in one process", () => {
  const plan = { ...shippedPlan("evening-offer.yaml"), profiles: 200 };

  test("two runs measure the same", async () => {
    const first = await run(plan, { workers: 1 });
    const second = await run(plan, { workers: 1 });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  test("one profile more leaves the others as they were, in whatever order they live", () => {
    const world = new World(plan);
    const larger = new World({ ...plan, profiles: plan.profiles + 1 });
    const logs = Array.from({ length: 60 }, (_, index) => JSON.stringify(world.live(index)));
    for (let index = 59; index >= 0; index--)
      expect(JSON.stringify(larger.live(index))).toBe(logs[index]);
  });

  test("the order of the zones in a scenario does not matter", () => {
    const zones = Object.fromEntries(Object.entries(plan.people.zones).toReversed());
    const turned = new World({ ...plan, people: { ...plan.people, zones } });
    const world = new World(plan);
    for (let index = 0; index < 40; index++)
      expect(JSON.stringify(turned.live(index))).toBe(JSON.stringify(world.live(index)));
  });
});
