import type { Values } from "../model/event.ts";
import { logNormal } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { eveningAt } from "./devices.ts";
import type { Fact } from "./fact.ts";
import type { Ground } from "./ground.ts";
import type { Mission } from "./mission.ts";
import type { Device } from "./settings.ts";
import type { Traits } from "./traits.ts";
import { type Act, type Step, planVisit } from "./visit-plan.ts";

/** What leads to a visit. A visit that a message caused has its boost, see `VisitSetup`. */
export interface Occasion {
  /** Made of what the visit means: the mission and the number of the visit, or the message that caused it. */
  readonly key: number;
  readonly at: Instant;
  readonly mission: Mission | undefined;
  readonly isFirst: boolean;
  readonly boost: number | undefined;
}

/** A visit to the shop: one stay on one device, planned when it begins. */
export interface Visit extends Occasion {
  readonly session: string;
  readonly device: Device;
  readonly steps: readonly Step[];
  /** When each step happens; they ascend strictly. */
  readonly times: readonly Instant[];
}

const DEVICE_DRAW = 0;
const NAME_OF = {
  page: "Page Viewed",
  product: "Product Viewed",
  add: "Product Added",
  cart: "Cart Viewed",
  checkout: "Checkout Started",
  order: "Order Completed",
} as const satisfies Record<Act, string>;

/** Plans a visit: device, steps and their times. */
export function beginVisit(ground: Ground, traits: Traits, occasion: Occasion): Visit {
  const { streams, settings, devices } = ground;
  const { index, zone, owned } = traits;
  const { key, mission, at } = occasion;
  const draw = (ordinal: number): number => uniform(streams.visit, index, key, ordinal);
  const steps = planVisit({
    habits: settings.habits[mission?.kind ?? "browser"],
    wants: mission?.wants ?? false,
    isFirst: occasion.isFirst,
    products: mission?.products ?? [key % ground.catalogue.length],
    cart: mission?.cart ?? [],
    boost: occasion.boost,
    draw,
  });
  return {
    ...occasion,
    session: hashId(streams.visit, index, key).toString(36),
    device: devices.deviceAt(draw(DEVICE_DRAW), owned, eveningAt(zone, at)),
    steps,
    times: timesOf(ground, { index, key, at, steps: steps.length }),
  };
}

function timesOf(
  { streams, settings }: Ground,
  visit: { readonly index: number; readonly key: number; readonly at: number; steps: number },
): readonly Instant[] {
  const { stepGapMedianS, stepGapSigma } = settings.numbers;
  const gap = { median: stepGapMedianS * UNITS.s, sigma: stepGapSigma };
  const times: Instant[] = [];
  let at = visit.at;
  for (let step = 0; step < visit.steps; step++) {
    if (step > 0) {
      const u = uniform(streams.dwell, visit.index, visit.key, step);
      at += Math.min(Math.ceil(logNormal(gap, u)), LONGEST_GAP);
    }
    times.push(at as Instant);
  }
  return times;
}

/** A pause of half an hour ends a session: the common cut (Segment, Google Analytics). */
const LONGEST_GAP = 29 * UNITS.min;

/** The fact of one step, given what the cart holds at that instant. */
export function factOfStep(
  ground: Ground,
  traits: Traits,
  { visit, step, cart }: { readonly visit: Visit; readonly step: number; cart: readonly number[] },
): Fact {
  const { act, product } = visit.steps[step]!;
  const { index, place, zone } = traits;
  const key = hashId(ground.streams.ids, index, visit.key, step);
  return {
    key,
    name: NAME_OF[act],
    at: visit.times[step]!,
    cause: "human",
    properties: propertiesOf(ground, visit, { act, product, cart, key }),
    mission: visit.mission?.key,
    device: visit.device,
    place,
    zone: zone.name,
  };
}

interface StepFacts {
  readonly act: Act;
  readonly product: number;
  readonly cart: readonly number[];
  readonly key: number;
}

function propertiesOf(
  { catalogue }: Ground,
  { session, mission }: Visit,
  { act, product, cart, key }: StepFacts,
): Values {
  const session_id = session;
  switch (act) {
    case "page": {
      const category = mission && catalogue[mission.products[0]!]!["category"]!;
      return category === undefined
        ? { session_id, name: "Home" }
        : { session_id, name: "Product List", category };
    }
    case "product":
      return { session_id, ...catalogue[product]! };
    case "add":
      return { session_id, ...catalogue[product]!, quantity: 1 };
    case "cart":
      return { session_id, ...contentOf(catalogue, cart) };
    case "checkout":
      return { session_id, ...contentOf(catalogue, cart) };
    case "order":
      return { session_id, order_id: key.toString(36), ...contentOf(catalogue, cart) };
  }
}

function contentOf(catalogue: readonly Values[], cart: readonly number[]): Values {
  const products = cart.map((each) => ({ ...catalogue[each]!, quantity: 1 }));
  const cents = cart.reduce((sum, each) => sum + Math.round(priceOf(catalogue[each]!) * 100), 0);
  return { products, value: cents / 100, currency: "USD" };
}

function priceOf(product: Values): number {
  const price = product["price"];
  return typeof price === "number" ? price : 0;
}
