import { engineLoop } from "./engine-loop.ts";
import { makeColumns } from "./events.ts";
import { handLoop } from "./hand-loop.ts";
import { type Figures, median, parseSegments, secondsOf } from "./measure.ts";

// The article's rule over the same events, by the engine and by a loop that somebody wrote by hand for this one rule.

/** The article's rule. */
export const ARTICLES_RULE = `segment evening_offer
when device = mobile
  and local time 18:00..21:00
  and cart_views >= 2 in last 48h
  and no opens in last 72h
then send email "Exclusive Evening Offer"
cool off 72h`;

const ROUNDS = 5;

/** Compares the two in turn, so that both meet the same machine; throws if they do not fire alike. */
export function benchEngine(profiles: number): Figures {
  const segments = parseSegments(ARTICLES_RULE);
  const columns = makeColumns(profiles, 50);
  const hand: number[] = [];
  const ours: number[] = [];
  const ratios: number[] = [];
  let fires = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const byHand = secondsOf(() => handLoop(columns));
    const byEngine = secondsOf(() => engineLoop(columns, segments));
    if (JSON.stringify(byHand.result) !== JSON.stringify(byEngine.result)) {
      throw new Error(`the fires differ: ${JSON.stringify([byHand.result, byEngine.result])}`);
    }
    fires = byEngine.result.fires;
    hand.push(byHand.seconds);
    ours.push(byEngine.seconds);
    ratios.push(byHand.seconds / byEngine.seconds);
  }
  return {
    "engine.events": columns.count,
    "engine.profiles": profiles,
    "engine.fires": fires,
    "engine.eventsPerSecond": columns.count / median(ours),
    "engine.handLoopEventsPerSecond": columns.count / median(hand),
    "engine.ratioToHandLoop": median(ratios),
  };
}
