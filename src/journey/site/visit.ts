import { spelt } from "../../random/spelling.ts";
import { Draws, hashId } from "../../random/stream.ts";
import type { Instant } from "../../time/instant.ts";
import type { Ground } from "../ground.ts";
import type { Mission } from "../mission.ts";
import type { Habits } from "../mission-type.ts";
import { DEVICES, type Device } from "../device.ts";
import type { Traits } from "../traits.ts";
import type { Stay } from "../whereabouts.ts";
import { eveningAt } from "./devices.ts";
import { type Step, planVisit } from "./visit-plan.ts";
import { timesOf } from "./pace.ts";

/** What leads to a visit. */
export interface Occasion {
  /** Made of what the visit means: the mission and the number of the visit, or what entailed it. */
  readonly key: number;
  readonly at: Instant;
  readonly mission: Mission | undefined;
  /** A visit of the mission's own turns it into its next state; one that mail or another visit entailed does not. */
  readonly origin: "mission" | "click" | "mail" | "echo" | "stranger";
  /** What mail does to the readiness to buy, see `Persuasion`. */
  readonly boost: number;
}

/** A visit to the shop: one stay on one device, planned when it begins. */
export interface Visit extends Occasion {
  readonly session: string;
  readonly device: Device;
  /** The device as one shop knows it before it knows whose it is; absent if it does know. */
  readonly anonymous: number | undefined;
  readonly steps: readonly Step[];
  /** When each step happens; they ascend strictly. */
  readonly times: readonly Instant[];
}

const DRAW = { device: 0, same: 11 } as const;
/** What somebody without a mission does, and somebody else at the device: assumed. */
const IDLE: Habits = { bounce: 0.72, products: 4, adds: 0, reopens: 0, buys: 0 };
const STRANGE: Habits = { bounce: 0.5, products: 4, adds: 0.12, reopens: 0, buys: 0 };

/** Plans a visit: device, steps and their times. `known` has a bit for each device that the shop knows. */
export function beginVisit(
  ground: Ground,
  { traits, known, stay }: { readonly traits: Traits; readonly known: number; readonly stay: Stay },
  occasion: Occasion,
): Visit {
  const { streams, settings } = ground;
  const { index } = traits;
  const { key, mission, at, origin, boost } = occasion;
  const draws = new Draws(streams.visit, index, key);
  const draw = (ordinal: number): number => draws.at(ordinal);
  const device = deviceOf(ground, { traits, stay, occasion, draw });
  const isKnown = ((known >> DEVICES.indexOf(device)) & 1) === 1 || origin === "click";
  const steps = planVisit({
    numbers: settings.numbers,
    habits: habitsOf(occasion),
    ease: ground.ease[device],
    wants: mission?.wants ?? false,
    isKnown,
    products: mission === undefined ? [Math.abs(key) % ground.catalogue.length] : mission.products,
    cart: mission === undefined ? NOTHING : mission.cart,
    isClick: origin === "click",
    boost,
    draw,
  });
  return {
    key,
    at,
    mission,
    origin,
    boost,
    session: spelt(hashId(streams.visit, index, key)),
    device,
    anonymous: isKnown ? undefined : cookieOf(ground, index, device),
    steps,
    times: timesOf(ground, { index, key, at, steps: steps.length }),
  };
}

/** Whoever only has the wish left does not buy by themselves: mail must move them. */
function habitsOf({ mission, origin }: Occasion): Habits {
  if (mission === undefined) return origin === "stranger" ? STRANGE : IDLE;
  return mission.isFading ? { ...mission.state.visit, buys: 0 } : mission.state.visit;
}

/** How the shop calls a device before it knows whose it is. */
export function cookieOf({ streams }: Ground, index: number, device: Device): number {
  return hashId(streams.profile, index, DEVICES.indexOf(device), COOKIE);
}

const COOKIE = 20;

const NOTHING: readonly number[] = [];

interface Choosing {
  readonly traits: Traits;
  readonly stay: Stay;
  readonly occasion: Occasion;
  readonly draw: (ordinal: number) => number;
}

/** A visit is likely made on the device of the mission's last one, a stranger's on the device used most. */
function deviceOf(
  { settings, devices }: Ground,
  { traits, stay, occasion, draw }: Choosing,
): Device {
  const { mission, origin, at } = occasion;
  if (origin === "stranger") return traits.device;
  const last = mission?.device;
  if (last !== undefined && draw(DRAW.same) < settings.numbers.sameDevice) return last;
  return devices.deviceAt(draw(DRAW.device), traits.owned, eveningAt(stay.zone, at));
}
