import fc from "fast-check";
import { type Event, type Feed, PROFILE_UPDATED, type Values } from "../../../src/model/event.ts";
import type { History } from "../../../src/model/profile.ts";
import { type Instant, formatInstant, instant } from "../../../src/time/instant.ts";
import { HALF_HOUR, OCCASIONS, TEN_MINUTES, jitter, zone } from "./grid.ts";

export const device = fc.constantFrom("mobile", "desktop", "tablet");

const NAMES: readonly (readonly [string, Feed])[] = [
  ["Cart Viewed", "session-log"],
  ["Cart Viewed", "session-log"],
  ["Product Viewed", "session-log"],
  ["Product Viewed", "session-log"],
  ["Product Clicked", "session-log"],
  ["Cart Viewed", "history"],
  ["Email Opened", "email"],
  ["Subscribed", "email"],
  ["Unsubscribed", "email"],
  ["Email Marked as Spam", "email"],
  [PROFILE_UPDATED, "crm"],
  [PROFILE_UPDATED, "crm"],
  [PROFILE_UPDATED, "session-log"],
];

/** Money that doubles cannot hold, bounds of what is looked at, and what is no number. */
const price = fc.constantFrom(0, 1, 1, 2, 2, 3, 0.1, 0.2, -1, 1e9, -1e9, 1e9 + 1, "x", true, null);

const eventProperties: fc.Arbitrary<Values> = fc.record(
  {
    price,
    product_id: fc.constantFrom("a", "b", "c"),
    scroll: fc.constantFrom(0, 25, 50, 100, "50"),
    referrer: fc.constantFrom("google", "mail", null, 1),
    campaign_name: fc.constantFrom("spring", "google"),
  },
  { requiredKeys: ["price"] },
);

/** A moment on the grid around `base`, spelled with a zone or without. */
const moment = (base: number): fc.Arbitrary<string> =>
  fc
    .record({ halves: fc.integer({ min: -60, max: 60 }), jitter, cut: fc.constantFrom(-1, 24) })
    .map(({ halves, jitter: by, cut }) => {
      const text = formatInstant(instant(base + halves * HALF_HOUR + by));
      return cut === -1 ? text.slice(0, -1) : text;
    });

const attributes = (base: number): fc.Arbitrary<Values> =>
  fc.record(
    {
      plan: fc.constantFrom(
        "gold",
        "old",
        2,
        true,
        null,
        "2026-03-01T12:00Z",
        "2026-03-01T13:00+02:00",
        ["vip", 2],
      ),
      country: fc.constantFrom("US", "DE", null),
      trial_ends: fc.oneof(
        { weight: 5, arbitrary: moment(base) },
        fc.constantFrom("soon", 3, null),
      ),
      consent: fc.constantFrom(true, false, null, "yes"),
    },
    { requiredKeys: [] },
  );

/** How much later than it happened an event arrives, in half hours; negative for one dated in the future. */
const lateness = fc.constantFrom(0, 0, 0, 0, 1, 2, 48, 100, -1, -5);

/** When an event happens: anywhere within three days before, or in company with others. */
const offset = fc
  .record({
    halves: fc.oneof(
      fc.integer({ min: -150, max: 90 }),
      fc.constantFrom(0, -1, 1, -2, -3, -48, -47, -49, -96, 48),
    ),
    tens: fc.constantFrom(0, 0, 0, 1, 2),
    jitter,
  })
  .map(({ halves, tens, jitter: by }) => halves * HALF_HOUR + tens * TEN_MINUTES + by);

const eventAround = (base: number): fc.Arbitrary<Event> =>
  fc
    .record({
      kind: fc.constantFrom(...NAMES),
      offset,
      late: lateness,
      lateJitter: jitter,
      sequence: fc.integer({ min: 0, max: 2 }),
      id: fc.integer({ min: 0, max: 60 }),
      properties: eventProperties,
      attributes: attributes(base),
      device: fc.option(device, { nil: undefined }),
      zone: fc.option(zone, { nil: undefined, freq: 4 }),
      place: fc.option(fc.record({ country: fc.constantFrom("US", "DE") }, { requiredKeys: [] }), {
        nil: undefined,
      }),
    })
    .map((each): Event => {
      const [name, feed] = each.kind;
      const at = base + each.offset;
      const arrivedAt = at + each.late * HALF_HOUR + (each.late === 0 ? 0 : each.lateJitter);
      const properties = name === PROFILE_UPDATED ? each.attributes : each.properties;
      const { id, sequence, device: on, zone: where, place } = each;
      return {
        id,
        name,
        feed,
        at: instant(at),
        arrivedAt: instant(arrivedAt),
        sequence,
        properties,
        device: on,
        zone: where,
        place,
      };
    });

/** A history around a change of the clocks, with that instant. */
export const occasion: fc.Arbitrary<{ readonly history: History; readonly base: Instant }> = fc
  .constantFrom(...OCCASIONS)
  .chain(([home, text]) => {
    const base = Date.parse(text);
    return fc.record({
      base: fc.constant(instant(base)),
      history: fc.record({
        defaultZone: fc.constant<string>(home),
        profile: fc.record(
          {
            id: fc.constant("ada"),
            zone: fc.constant<string>(home),
            device,
            attributes: attributes(base),
          },
          { requiredKeys: ["id"] },
        ),
        events: fc.oneof(
          { weight: 1, arbitrary: fc.array(eventAround(base), { maxLength: 5 }) },
          {
            weight: 3,
            arbitrary: fc.array(eventAround(base), { minLength: 6, maxLength: 20, size: "max" }),
          },
        ),
      }),
    });
  });
