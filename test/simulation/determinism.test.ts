import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { run } from "../../src/simulation/run.ts";
import { World } from "../../src/simulation/world.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A scenario in which everything that can be said of people and feeds is said, and everything goes wrong. */
const EVERY_KNOB = `version: 1
scenario: every-knob
rules: [offer.segment]
seed: 11
clock: { start: 2026-03-27T00:00Z, run: 72h, warm_up: 6d }
profiles:
  number: 300
  preset: beauty
  zones: { America/New_York: 50%, Australia/Lord_Howe: 30%, Asia/Kathmandu: 20% }
  numbers: { missions_per_week: 3, trips_per_year: 30, shared_device: 30%, known_device: 30% }
  propensity: { slope: 1.3, noise: 0.8, coverage: 90% }
feeds:
  session-log:
    mode: webhook
    latency: [{ weight: 95%, latency: 50ms..950ms }, { weight: 5%, latency: { dist: lognormal, median: 2h, sigma: 1.5 } }]
    duplicates: { same: 5%, changed: 2%, renewed: 2% }
    reordered: 10%
    loss: 2%
    late_offline: { share: 5%, latency: 1h..30h }
    clock_skew: { sigma: 2s, whole_hours: 2%, gross: 1%, correction: first_attempt }
    known_zone: { never: 50%, late: 1h..72h, fallback: 2%, missing: 1%, account: America/New_York }
    identity: waits
    outage: [{ from: +27h, to: +39h, policy: shuffled, drain: 10min, coverage: 80% }]
  crm: { mode: incremental, every: 15min, latency: 2s..5s, duplicates: 5% }
  email: { mode: webhook, latency: 50ms..950ms, duplicates: 5% }
  history: { mode: batch, at: 02:00, zone: America/New_York, missed_nights: 30% }
policy: { cool_off: 24h, caps: [3 per 7d] }
intent: { offer: buy }
twin: true
expectations: { offer: { reach: { per: day, min: 1% } } }
`;
const OFFER = `segment offer
when cart_views >= 1 in last 48h and local time 10:00..22:00
then send email "Offer"
`;

const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
writeFileSync(join(folder, "every-knob.yaml"), EVERY_KNOB);
writeFileSync(join(folder, "offer.segment"), OFFER);
afterAll(() => rmSync(folder, { recursive: true }));

/** The JSON of a run, as a program on a host with that zone and locale prints it. */
function jsonOf(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  scenario = "scenarios/evening-offer.yaml",
): string {
  const { stdout, stderr, status } = spawnSync(
    join(root, "node_modules/.bin/node"),
    [join(root, "src/cli/bin.ts"), "run", scenario, "--profiles", "300", "--json", ...args],
    { cwd: root, encoding: "utf8", env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 },
  );
  expect(stderr).toBe("");
  expect([0, 1]).toContain(status);
  return stdout;
}

const LOOKS = defaultVocabulary.metrics["cart_views"]!;

/** What happens to a profile, and what the first segment makes of it. */
function lived(plan: Plan, index: number): string {
  const events: unknown[] = [];
  const log = new World(plan).live(index, { happened: (event) => events.push(event) });
  const { transitions, sends } = log;
  return JSON.stringify({
    events,
    sends,
    transitions: transitions.filter(({ segment }) => segment === 0),
  });
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

describe("with every knob of people and feeds turned", () => {
  const path = join(folder, "every-knob.yaml");
  const first = jsonOf(["--workers", "1"], { TZ: "UTC" }, path);

  test("some are sent something", () => {
    expect(first).toMatch(/"sends":\s*[1-9]/);
  });

  test.each([
    ["for 2 workers", "2", { TZ: "UTC" }],
    ["for 5 workers on a host in Kiritimati", "5", { TZ: "Pacific/Kiritimati" }],
    ["on a host in New York, in Arabic", "1", { TZ: "America/New_York", LC_ALL: "ar_EG.UTF-8" }],
  ])("the JSON is the same, byte for byte, %s", (_, workers, environment) => {
    expect(jsonOf(["--workers", workers], environment, path)).toBe(first);
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

  test("one segment more, and one metric more, leave lives and logs as they were", () => {
    const more = parseRules(
      {
        path: "looker.segment",
        text: "segment looker when orders = 0 ever and cart_looks >= 3 ever",
      },
      { ...defaultVocabulary, metrics: { ...defaultVocabulary.metrics, cart_looks: LOOKS } },
    );
    expect(more.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const wider: Plan = { ...plan, segments: [...plan.segments, ...more.segments] };
    for (let index = 0; index < 60; index++) expect(lived(wider, index)).toBe(lived(plan, index));
  });
});
