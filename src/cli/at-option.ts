import { parseDuration } from "../time/duration.ts";
import { EARLIEST, LATEST, parseInstant } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { after, before } from "../time/window.ts";
import { findZone, instantOfWall } from "../time/zone.ts";
import { loaded, mistake, refused } from "./refusal.ts";
import type { Loaded } from "./refusal.ts";

/** Reads the instants of `--at`, in the order given: ISO 8601 with a zone, or on the wall of `--input-zone`. */
export function readInstants(
  texts: readonly string[],
  inputZone: string | undefined,
): Loaded<readonly Instant[]> {
  const instants = texts.map((text) => readOne(text, inputZone));
  const mistakes = instants.flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (mistakes.length > 0) return refused(...mistakes);
  return loaded(instants.flatMap((each) => (each.kind === "loaded" ? [each.value] : [])));
}

/** Reads an instant of a scenario: as above, or `+38h14min` after its start, or `-2d` before it. */
export function readScenarioInstant(
  text: string,
  start: Instant,
  inputZone: string | undefined,
): Loaded<Instant> {
  if (!/^[+-]/.test(text)) return readOne(text, inputZone);
  const length = parseDuration(text.slice(1));
  if (typeof length === "string")
    return refused(
      mistake("NOT_AN_INSTANT", `--at ${text} is no instant: write +38h14min or 2026-03-10T17:00Z`),
    );
  return loaded(text.startsWith("-") ? before(start, length) : after(start, length));
}

function readOne(text: string, inputZone: string | undefined): Loaded<Instant> {
  const written = parseInstant(text);
  if (written === undefined)
    return refused(
      mistake("NOT_AN_INSTANT", `--at ${text} is no instant: write 2026-03-10T17:00:00.000Z`),
    );
  if (written.kind === "instant") return withinRange(written.at, text);
  const zone = inputZone === undefined ? undefined : findZone(inputZone);
  if (zone !== undefined) return withinRange(instantOfWall(zone, written.wall), text);
  return refused(
    mistake(
      "INSTANT_WITHOUT_ZONE",
      `--at ${text} names no zone: write Z or an offset, or give --input-zone`,
    ),
  );
}

function withinRange(at: Instant, text: string): Loaded<Instant> {
  if (EARLIEST <= at && at < LATEST) return loaded(at);
  return refused(
    mistake("INSTANT_OUT_OF_RANGE", `--at ${text} is outside of the years 1990 to 2079`),
  );
}
