import { expect, test } from "vitest";
import { replay } from "../../src/simulation/replay.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { instant } from "../../src/time/instant.ts";
import { readText } from "../feed/read/reading.ts";

const MIDNIGHT = Date.UTC(2026, 2, 1);
const HOUR = 3_600_000;

const RULES = `
segment offer when cart_views >= 1 in last 1h
  then send email "Offer"
  after 24h unless converted send email "Still there?"
  cool off 12h
segment nag when cart_views >= 1 in last 1h then send email "Nag" priority 1 at most 1 send per 7d
`;

/** Replays looks into the cart, as hours by person, until the end of the fourth day. */
function replayed(rules: string, people: Readonly<Record<string, readonly number[]>>) {
  const { segments } = parseRules({ path: "r.segment", text: rules }, defaultVocabulary);
  const lines = Object.entries(people).flatMap(([userId, hours]) =>
    hours.map((hour) => {
      const at = MIDNIGHT + hour * HOUR;
      return JSON.stringify({ type: "track", event: "Cart Viewed", userId, at, arrivedAt: at });
    }),
  );
  const recording = readText(lines.join("\n"), "e.ndjson", { vocabulary: defaultVocabulary });
  const stretch = { from: instant(MIDNIGHT), to: instant(MIDNIGHT + 96 * HOUR) };
  return replay(recording, stretch, { segments, defaultZone: "UTC", points: 4 }).segments;
}

test("what became of candidates is told by cause, by reason and by who fired instead", () => {
  const [offer, nag] = replayed(RULES, { ada: [1, 3, 5, 20], bob: [2] });
  expect(nag).toMatchObject({ candidates: 5, fires: 2, sends: 2, suppressed: { cap: 3 } });
  expect(offer).toMatchObject({
    candidates: 7,
    fires: 4,
    sends: 4,
    suppressed: { cool_off: 1, priority: 2 },
    yieldedTo: [{ segment: "nag", candidates: 2 }],
  });
  expect(offer?.causes.map(({ cause, candidates, fires }) => [cause, candidates, fires])).toEqual([
    ["entered", 2, 0],
    ["re_entered", 3, 2],
    ["followed_up", 2, 2],
  ]);
});

test("who is held out is the same in every replay, whoever else is there, and about the share that is asked", () => {
  const held = RULES.replace("cool off 12h", "cool off 12h holdout 30%").replace("priority 1", "");
  const names = Array.from({ length: 600 }, (_, index) => `person-${index}`);
  const people = Object.fromEntries(names.map((name) => [name, [1]]));
  const [offer, again] = [replayed(held, people)[0]!, replayed(held, people)[0]!];
  expect(again).toEqual(offer);
  // Four standard deviations of a binomial around 180.
  expect(offer.ghosts).toBe(offer.suppressed.holdout);
  expect(Math.abs(offer.suppressed.holdout / 2 - 180)).toBeLessThan(4 * Math.sqrt(600 * 0.3 * 0.7));
  const alone = names.slice(0, 20).map((name) => replayed(held, { [name]: [1] })[0]!.ghosts);
  const together = replayed(
    held,
    Object.fromEntries(names.slice(0, 20).map((name) => [name, [1]])),
  );
  expect(alone.reduce((sum, ghosts) => sum + ghosts, 0)).toBe(together[0]!.ghosts);
});
