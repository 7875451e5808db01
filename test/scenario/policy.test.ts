import { expect, test } from "vitest";
import { hours, days } from "../../src/time/duration.ts";
import { found, SCENARIO, scenarioWith } from "./sources.ts";

test("a policy says when sends rest, how many there may be, and when nobody is to be woken", () => {
  const { policy } = scenarioWith(
    "policy: { cool_off: 72h, cap: 3 per 7d, caps: [1 per 24h, 2 per 48h], quiet_hours: 22:00..08:00 hold }\n",
  );
  expect(policy).toEqual({
    coolOff: hours(72),
    caps: [
      { sends: 3, per: days(7) },
      { sends: 1, per: hours(24) },
      { sends: 2, per: hours(48) },
    ],
    quietHours: { from: hours(22), to: hours(8), hold: true },
  });
});

test("caps may also be listed where one would stand", () => {
  const { policy } = scenarioWith("policy: { cap: [3 per 7d, 1 per 24h] }\n");
  expect(policy.caps).toEqual([
    { sends: 3, per: days(7) },
    { sends: 1, per: hours(24) },
  ]);
});

test("quiet hours may be said at length, and may end at midnight", () => {
  const quiet = (text: string) =>
    scenarioWith(`policy: { quiet_hours: ${text} }\n`).policy.quietHours;
  expect(quiet("{ hours: 22:00..08:00, hold: true }")).toEqual({
    from: hours(22),
    to: hours(8),
    hold: true,
  });
  expect(quiet("20:30..24:00")).toEqual({ from: hours(20.5), to: hours(24), hold: false });
});

test.each([
  ["cap: 3", "WRONG_TYPE 9: 3"],
  ["cap: 3 per week", "WRONG_TYPE 9: 3 per week"],
  ["cap: 0 per 7d", "OUT_OF_RANGE 9: 0 per 7d"],
  ["cap: 3 per 0d", "OUT_OF_RANGE 9: 3 per 0d"],
  ["cap: 3 per 7m", "UNKNOWN_UNIT 9: 3 per 7m"],
  ["caps: []", "WRONG_TYPE 9: []"],
  ["quiet_hours: 22:00", "WRONG_TYPE 9: 22:00"],
  ["quiet_hours: 22:00..25:00", "WRONG_TYPE 9: 22:00..25:00"],
  ["quiet_hours: 22:00..22:00", "OUT_OF_RANGE 9: 22:00..22:00"],
  ["quiet_hours: { hours: 22:00..08:00, hold: perhaps }", "WRONG_TYPE 9: perhaps"],
  ["holdout: 10%", "UNKNOWN_KEY 9: holdout"],
  ["priority: 2", "UNKNOWN_KEY 9: priority"],
])("%s is refused where it stands", (policy, fault) => {
  expect(found(`${SCENARIO}policy: { ${policy} }\n`)).toEqual([fault]);
});
