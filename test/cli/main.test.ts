import { beforeAll, expect, test } from "vitest";
import { EVENTS, OFFER, Workplace } from "./program.ts";

const place = new Workplace();
beforeAll(() => {
  place.write({
    "offer.segment": OFFER,
    "never.segment": "segment never when local time 18:00..18:00 and device = mobile",
    "broken.segment": 'segment x when cart_view >= 1 in last 48m and device == "mobile"',
    "e.ndjson": EVENTS,
  });
});

test("help and version are results; anything the program does not know is a mistake in its use", () => {
  expect(place.run(["--help"])).toMatchObject({ code: 0, err: "" });
  expect(place.run(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(place.run([])).toMatchObject({ code: 2, out: "" });
  expect(place.run(["chek"]).code).toBe(2);
  expect(place.run(["chek"]).err).toContain("Did you mean check?");
  expect(place.run(["members", "--rules", "offer.segment"]).code).toBe(2);
  expect(
    place.run(["members", "--cwd", "nowhere", "--rules", "a", "--at", "b", "--events", "c"]).code,
  ).toBe(2);
});

test("check ends with 0, with 1 for what could run but should not, and with 2 for what cannot", () => {
  expect(place.run(["check", "offer.segment"])).toMatchObject({ code: 0, err: "" });
  const never = place.run(["check", "never.segment"]);
  expect(never.code).toBe(1);
  expect(never.out).toContain("error NEVER_HOLDS");
  const broken = place.run(["check", "broken.segment", "offer.segment"]);
  expect(broken.code).toBe(2);
  expect(broken.out).toContain("broken.segment:1:16");
  expect(place.run(["check", "nowhere.segment"])).toMatchObject({ code: 2, out: "" });
});

test("check draws twenty findings at most, those that weigh most decide what is explained", () => {
  place.write({ "many.segment": `segment a when ${"{ ".repeat(30)}` });
  const { out } = place.run(["check", "many.segment"]);
  expect(out.match(/^error /gm)).toHaveLength(20);
  expect(out).toMatch(/\nand \d+ more\n/);
});

test("the help of a command shows what all of them take", () => {
  expect(place.run(["help", "members"]).out).toContain("--json");
  expect(place.run(["run", "--help"]).out).toContain("(default: scenarios)");
});

test("check prints findings as one document too", () => {
  const { findings } = JSON.parse(place.run(["check", "broken.segment", "--json"]).out);
  expect(findings[0]).toMatchObject({
    severity: "error",
    path: "broken.segment",
    line: 1,
    column: 16,
  });
});

test("replay counts as the engine saw it: the second view came late", () => {
  const ask = ["replay", "--rules", "offer.segment", "--events", "e.ndjson"];
  const document = JSON.parse(place.run([...ask, "--json"]).out);
  expect(document).toMatchObject({
    from: "2026-03-10T16:00:00.000Z",
    to: "2026-03-10T18:00:00.000Z",
    counts: { records: 4, events: 4, profiles: 2, zonesAssumed: 1, consentUnknown: 2 },
    segments: [
      {
        name: "evening_offer",
        size: 1,
        peak: { size: 1, at: "2026-03-10T18:00:00.000Z" },
        members: 1,
        entries: 1,
        exits: 0,
        candidates: 1,
        fires: 1,
        sends: 1,
      },
    ],
  });
  const { out } = place.run(ask);
  expect(out).toMatch(/evening_offer +▁+█ +1 +2026-03-10T18:00:00.000Z\n/);
  expect(out).toMatch(/evening_offer +1 +1 +1 +0 +1\n/);
  expect(out).toMatch(/evening_offer +1 of 1 fired\n/);
});

test("explain says why by all data, what had arrived, and what comes next", () => {
  const ask = ["explain", "ada", "--rules", "offer.segment", "--events", "e.ndjson"];
  const at = ["--at", "2026-03-10T17:00:00Z"];
  const document = JSON.parse(place.run([...ask, ...at, "--json"]).out);
  expect(document).toMatchObject({
    profile: "ada",
    member: true,
    next: { at: "2026-03-10T20:00:00.000Z", change: "leaves", by: ["local time 18:00..21:00"] },
    otherReadings: [{ reading: "by what had arrived", member: false }],
  });
  expect(document.condition.conditions).toHaveLength(4);
  expect(document.condition.conditions[2]).toMatchObject({
    text: "cart_views >= 2 in last 48h",
    holds: true,
    found: 2,
    margin: { amount: 0, unit: "events" },
    events: [{ at: "2026-03-10T16:40:00.000Z", source: "e.ndjson:3" }, { source: "e.ndjson:1" }],
  });
  const { out } = place.run([...ask, ...at]);
  expect(out).toContain("ada is in evening_offer at 2026-03-10T17:00:00.000Z");
  expect(out).toContain("leaves at 2026-03-10T20:00:00.000Z, in 3h, by local time 18:00..21:00");
});

test("explain knows the nearest profile and segment", () => {
  const ask = ["--rules", "offer.segment", "--events", "e.ndjson", "--at", "2026-03-10T17:00:00Z"];
  expect(place.run(["explain", "adaa", ...ask])).toMatchObject({ code: 2, out: "" });
  expect(place.run(["explain", "adaa", ...ask]).err).toContain('did you mean "ada"?');
  const other = place.run(["explain", "ada", ...ask, "--segment", "evening_ofer"]);
  expect(other.code).toBe(2);
  expect(other.err).toContain('did you mean "evening_offer"?');
});
