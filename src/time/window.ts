import type { Duration } from "./duration.ts";
import type { Instant } from "./instant.ts";

/** The moment `length` before `at`. */
export function before(at: Instant, length: Duration): Instant {
  return (at - length) as Instant;
}

/** The moment `length` after `at`. */
export function after(at: Instant, length: Duration): Instant {
  return (at + length) as Instant;
}

/** Whether `when` lies in the trailing window of `at`, `(at - length, at]`. An event exactly `length` old has just left;
 *  one at `at` itself counts, so adjoining windows never share an event (PromQL ranges: the same bounds). */
export function isWithin(when: Instant, length: Duration, at: Instant): boolean {
  return before(at, length) < when && when <= at;
}
