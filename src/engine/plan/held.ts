import { PROFILE_UPDATED, type Value } from "../../model/event.ts";
import type { Held, PlaceIs } from "../../rule/ast.ts";
import { findZone } from "../../time/zone.ts";
import type { Context } from "../context.ts";
import { CONSENT_NAMES, consentFrom, consentIn, isConsent } from "../leaves/consent.ts";
import { type HeldAsked, HeldLeaf } from "../leaves/held.ts";
import type { Leaf } from "../live.ts";
import { type CompiledTest, compileTest } from "../passes.ts";
import type { Names } from "../routes.ts";
import { ALL, type Ground, SESSION_LOG, statesZone } from "./ground.ts";
import { attributeIn } from "./known.ts";

/** A state that lasts as a leaf. */
export function heldLeaf(held: Held, ground: Ground): Leaf {
  const { names, ...state } = stateOf(held.condition, ground.context);
  const leaf = ground.keep(new HeldLeaf({ ...state, length: held.length }));
  ground.paths.add(names, { passes: [], sink: leaf, leaf });
  return leaf;
}

/** A state that events state, and which events those may be. */
interface State extends Omit<HeldAsked, "length"> {
  readonly names: Names;
}

function stateOf(condition: Held["condition"], context: Context): State {
  switch (condition.kind) {
    case "device": {
      const test = compileTest(condition.test);
      return {
        names: SESSION_LOG,
        stated: ({ device }) => tested(test, device),
        passesBeforehand: () => test(context.profile.device),
      };
    }
    case "place":
      return condition.field === "zone"
        ? zoneState(compileTest(condition.test), context)
        : placeState(condition.field, compileTest(condition.test), context);
    case "attribute": {
      const { attribute } = condition;
      const test = compileTest(condition.test);
      return {
        names: { events: [PROFILE_UPDATED] },
        stated: (event) => tested(test, attributeIn(event, attribute)),
        passesBeforehand: () => test(context.beforehand(attribute)),
      };
    }
    case "consent": {
      const test = (consent: boolean | undefined): boolean => isConsent(condition.state, consent);
      return {
        names: { events: CONSENT_NAMES },
        stated: (event) => tested(test, consentIn(event)),
        passesBeforehand: () => test(consentFrom(context.beforehand("consent"))),
      };
    }
  }
}

function zoneState(test: CompiledTest, context: Context): State {
  return {
    names: ALL,
    stated: (event) =>
      statesZone(event) ? tested(test, findZone(event.zone ?? "")?.name) : undefined,
    passesBeforehand: () => test(context.zoneBeforehand.name),
  };
}

function placeState(
  field: Exclude<PlaceIs["field"], "zone">,
  test: CompiledTest,
  context: Context,
): State {
  return {
    names: ALL,
    stated: ({ feed, place }) =>
      feed === "session-log" ? tested(test, place?.[field]) : undefined,
    fallBack: (event) => tested(test, attributeIn(event, field)),
    passesBeforehand: () => test(context.beforehand(field)),
  };
}

/** Whether what was stated passes; `undefined` if nothing was. */
function tested<Stated extends Value>(
  test: (value: Stated) => boolean,
  stated: Stated | undefined,
): boolean | undefined {
  return stated === undefined ? undefined : test(stated);
}
