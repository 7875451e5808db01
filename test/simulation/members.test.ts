import { expect, test } from "vitest";
import fc from "fast-check";
import { membersAt } from "../../src/simulation/members.ts";
import { holds } from "../../src/reference/holds.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { instant } from "../../src/time/instant.ts";
import { readText } from "../feed/read/reading.ts";

const START = Date.UTC(2026, 2, 28, 12);
const MINUTE = 60_000;

const RULES = `
segment offer when device = mobile and local time 18:00..21:00 and cart_views >= 2 in last 6h and no opens in last 4h
segment never_looked when no cart_views in last 12h
segment same when product_views >= 2 of the same product in last 6h and plan = "pro"
`;

const { segments } = parseRules({ path: "r.segment", text: RULES }, defaultVocabulary);

const fact = fc.record({
  type: fc.constantFrom("track", "track", "track", "identify"),
  event: fc.constantFrom("Cart Viewed", "Cart Viewed", "Email Opened", "Product Viewed"),
  userId: fc.constantFrom("ada", "bob", "cy"),
  minute: fc.integer({ min: 0, max: 24 * 4 }).map((quarter) => quarter * 15),
  late: fc.constantFrom(0, 0, 90),
  device: fc.constantFrom("mobile", "desktop", undefined),
  timezone: fc.constantFrom("Europe/Berlin", "Pacific/Chatham", undefined),
});

test("members are those for whom the definition holds on all data, event or none", () => {
  const instants = Array.from({ length: 31 }, (_, hour) => START + hour * 60 * MINUTE);
  const asked = instants.flatMap((at) => [at, at + 1, at - 1]).map(instant);
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 25 }), (facts) => {
      const lines = facts.map(({ minute, late, device, timezone, ...each }) =>
        JSON.stringify({
          ...each,
          at: START + minute * MINUTE,
          arrivedAt: START + (minute + late) * MINUTE,
          properties: { product_id: "p" },
          traits: { plan: minute % 2 === 0 ? "pro" : "free" },
          context: { device: { type: device }, timezone },
        }),
      );
      const recording = readText(lines.join("\n"), "e.ndjson", { vocabulary: defaultVocabulary });
      const answers = membersAt(recording, { segments, instants: asked, defaultZone: "UTC" });
      for (const { at, members } of answers) {
        const wanted = segments.map(({ when }) =>
          recording.profiles.filter((id, profile) => {
            const events = recording.eventsByTime(profile);
            return holds(when, { profile: { id }, defaultZone: "UTC", events }, at);
          }),
        );
        expect(members).toEqual(wanted);
      }
    }),
    { numRuns: 60 },
  );
});
