import type { Place } from "../../model/event.ts";
import { findZone } from "../../time/zone.ts";
import { nameOfType } from "./instants.ts";
import type { Fault } from "./rejection.ts";

/** Reads an id: a text or a number that is not empty; `undefined` if there is none. */
export function readId(name: string, value: unknown): { readonly id: string | undefined } | Fault {
  if (value === undefined || value === null || value === "") return { id: undefined };
  if (typeof value === "string") return { id: value };
  if (typeof value === "number" && Number.isFinite(value)) return { id: String(value) };
  return { code: "WRONG_TYPE", message: `${name} is ${nameOfType(value)}, not a text or a number` };
}

/** Reads the IANA name of a zone into its canonical spelling; `undefined` if there is none. */
export function readZone(
  name: string,
  value: unknown,
): { readonly zone: string | undefined } | Fault {
  if (value === undefined || value === null || value === "") return { zone: undefined };
  if (typeof value !== "string")
    return {
      code: "WRONG_TYPE",
      message: `${name} is ${nameOfType(value)}, not the name of a zone`,
    };
  const zone = findZone(value);
  if (zone !== undefined) return { zone: zone.name };
  return { code: "UNKNOWN_ZONE", message: `${name}: there is no zone "${value}"` };
}

const places = new Map<string, Place>();

/** The place of these names, one value for equal places; `undefined` if none is named. */
export function placeOf(
  country: string | undefined,
  region: string | undefined,
  { city, area }: Pick<Place, "city" | "area">,
): Place | undefined {
  if (country === undefined && region === undefined && city === undefined && area === undefined)
    return undefined;
  const key = JSON.stringify([country, region, city, area]);
  let place = places.get(key);
  if (place === undefined) {
    place = {
      ...(country === undefined ? {} : { country }),
      ...(region === undefined ? {} : { region }),
      ...(city === undefined ? {} : { city }),
      ...(area === undefined ? {} : { area }),
    };
    places.set(key, place);
  }
  return place;
}
