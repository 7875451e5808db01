import { type Event, PROFILE_UPDATED, type Value } from "../../model/event.ts";
import type {
  AttributeIs,
  ConsentIs,
  DeviceIs,
  FreshIs,
  InstantIs,
  PlaceIs,
} from "../../rule/ast.ts";
import { CONSENT_NAMES, ConsentLeaf, consentFrom } from "../leaves/consent.ts";
import { FreshLeaf } from "../leaves/fresh.ts";
import { InstantAttributeLeaf } from "../leaves/instant-attribute.ts";
import type { Leaf } from "../live.ts";
import { ValueLeaf } from "../newest-value.ts";
import { compileTest } from "../passes.ts";
import type { Sink } from "../routes.ts";
import type { Ground } from "./ground.ts";

/** A test on the device as a leaf. */
export function deviceLeaf({ test }: DeviceIs, ground: Ground): Leaf {
  const { context } = ground;
  const leaf = ground.keep(new ValueLeaf(() => context.device, compileTest(test)));
  context.watchDevice(leaf);
  return leaf;
}

/** A test on the place as a leaf. */
export function placeLeaf({ field, test }: PlaceIs, ground: Ground): Leaf {
  const { context } = ground;
  const read = (): Value | undefined =>
    field === "zone" ? context.zone.name : context.place(field);
  const leaf = ground.keep(new ValueLeaf(read, compileTest(test)));
  if (field === "zone") context.watchZone(leaf);
  else context.watchPlace(field, leaf);
  return leaf;
}

/** A test on an attribute as a leaf. */
export function attributeLeaf({ attribute, test }: AttributeIs, ground: Ground): Leaf {
  const { context } = ground;
  const read = (): Value | undefined => context.attribute(attribute);
  const leaf = ground.keep(new ValueLeaf(read, compileTest(test)));
  context.watchAttribute(attribute, leaf);
  return leaf;
}

/** A condition on an attribute that is an instant as a leaf. */
export function instantLeaf(condition: InstantIs, ground: Ground): Leaf {
  const beforehand = (): Value | undefined => ground.context.beforehand(condition.attribute);
  return hearUpdates(new InstantAttributeLeaf(condition, beforehand), ground);
}

/** A condition on the age of an attribute's newest update as a leaf. */
export function freshLeaf({ attribute, length }: FreshIs, ground: Ground): Leaf {
  return hearUpdates(new FreshLeaf(attribute, length), ground);
}

/** A condition on consent as a leaf. */
export function consentLeaf({ state }: ConsentIs, ground: Ground): Leaf {
  const beforehand = (): boolean | undefined => consentFrom(ground.context.beforehand("consent"));
  const leaf = ground.keep(new ConsentLeaf(state, beforehand));
  ground.paths.add({ events: CONSENT_NAMES }, { passes: [], sink: leaf, leaf });
  return leaf;
}

function hearUpdates<Kept extends Leaf & Sink>(leaf: Kept, ground: Ground): Kept {
  ground.keep(leaf);
  ground.paths.add({ events: [PROFILE_UPDATED] }, { passes: [], sink: leaf, leaf });
  return leaf;
}

/** What an event sets an attribute to, to `null` perhaps; `undefined` if it says nothing of it. */
export function attributeIn(event: Event, attribute: string): Value | undefined {
  return event.name === PROFILE_UPDATED ? event.properties[attribute] : undefined;
}
