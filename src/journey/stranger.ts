import { uniform } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS } from "../time/zone.ts";
import type { Body } from "./body.ts";
import type { Shopper } from "./shopper.ts";
import { NAME_OF, eventOfStep } from "./site/step-event.ts";
import { type Visit, beginVisit } from "./site/visit.ts";

/** Keys of a stranger's visits: apart from those of missions, which are positive. */
const keyOn = (day: number): number => -1 - day;

/** The shopper whose device it is, and until when somebody else is at it. */
interface Shared {
  readonly shopper: Shopper;
  strangeUntil: number;
}

/** Plans the visits of somebody else on a shared device, at most one a day. They touch nothing of the person's own, and
 *  give way to it. */
export function admitStranger(body: Body, shopper: Shopper): void {
  const { ground, traits, where, agenda } = body;
  const { from, to, rhythm, streams, settings } = ground;
  if (!traits.shares) return;
  const shared: Shared = { shopper, strangeUntil: -Infinity };
  const chance = settings.numbers.strangerPerWeek / 7;
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
    const u = uniform(streams.stranger, traits.index, day);
    const at = (day * DAY_MS +
      Math.floor(uniform(streams.stranger, traits.index, day, 1) * DAY_MS)) as Instant;
    if (at < from || u >= chance * rhythm.intensityAt(where.home.zone, at)) continue;
    agenda.add({ at, order: keyOn(day), run: () => begin(body, shared, { day, at }) });
  }
}

function begin(
  body: Body,
  shared: Shared,
  { day, at }: { readonly day: number; readonly at: Instant },
): void {
  const { ground, traits, where } = body;
  const { shopper, strangeUntil } = shared;
  if (at <= Math.max(shopper.busyUntil, strangeUntil)) return;
  const visit = beginVisit(
    ground,
    { traits, known: shopper.known, stay: where.home },
    { key: keyOn(day), at, mission: undefined, origin: "stranger", boost: 0 },
  );
  shared.strangeUntil = visit.times.at(-1)!;
  follow(body, shopper, { visit, step: 0, cart: [] });
}

interface Progress {
  readonly visit: Visit;
  readonly step: number;
  readonly cart: readonly number[];
}

function follow(body: Body, shopper: Shopper, { visit, step, cart }: Progress): void {
  const { ground, traits, where, agenda, emit, isHeard } = body;
  if (shopper.busyUntil >= visit.at) return; // the person has come since, if only for a page
  const { act, product } = visit.steps[step]!;
  const filled = act === "add" ? [...cart, product] : cart;
  const isTold = act !== "sign_in" && act !== "form";
  if (isTold && isHeard(NAME_OF[act]))
    emit(
      eventOfStep(ground, {
        index: traits.index,
        stay: where.home,
        visit,
        step,
        cart: filled,
        code: undefined,
        form: "",
        anonymous: visit.anonymous,
        reveals: undefined,
      }),
    );
  const next = visit.times[step + 1];
  const run = (): void => follow(body, shopper, { visit, step: step + 1, cart: filled });
  if (next !== undefined) agenda.add({ at: next, order: visit.key, run });
}
