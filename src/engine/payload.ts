import type { Event, Value, Values } from "../model/event.ts";
import type { Binding, SendAction, Segment } from "../rule/ast.ts";
import { CART_EVENTS, Cart } from "./cart.ts";
import type { Context } from "./context.ts";
import { Viewed } from "./viewed.ts";

/** What a message to the profile at hand would say now: the values of `send email … with …`, resolved. Only what some
 *  segment's message shows is kept track of. */
export class Payload {
  readonly #context: Context;
  readonly #cart: Cart | undefined;
  readonly #viewed: Viewed | undefined;

  constructor(segments: readonly Segment[], context: Context) {
    this.#context = context;
    const bindings = segments.flatMap(bindingsOf);
    this.#cart = bindings.some(({ kind }) => kind === "cart_items") ? new Cart() : undefined;
    this.#viewed = bindings.some(({ kind }) => kind === "viewed_items") ? new Viewed() : undefined;
    for (const each of bindings)
      if (each.kind === "attribute") context.keepAttribute(each.attribute);
  }

  /** Takes an event when it counts. */
  take(event: Event): void {
    this.#cart?.take(event);
    this.#viewed?.take(event);
  }

  /** The values of a message as of now; a value that is missing is `null`. */
  resolve(action: SendAction): Values {
    const resolved: Record<string, Value> = {};
    for (const { name, value } of action.values) {
      resolved[name] = value.kind === "literal" ? value.value : this.#read(value.to);
    }
    return resolved;
  }

  #read(binding: Binding): Value {
    switch (binding.kind) {
      case "cart_items":
        return this.#cart?.items() ?? [];
      case "viewed_items":
        return this.#viewed?.items() ?? [];
      case "attribute":
        return this.#context.attribute(binding.attribute) ?? null;
    }
  }

  reset(): void {
    this.#cart?.reset();
    this.#viewed?.reset();
  }
}

/** The events that the values of the segments' messages are made of. */
export function payloadEvents(segments: readonly Segment[]): readonly string[] {
  return segments.flatMap(bindingsOf).flatMap(({ kind }) => {
    if (kind === "cart_items") return CART_EVENTS;
    return kind === "viewed_items" ? ["Product Viewed"] : [];
  });
}

function bindingsOf({ then, followUps = [] }: Segment): readonly Binding[] {
  const actions = [...(then === undefined ? [] : [then]), ...followUps.map(({ send }) => send)];
  return actions
    .flatMap(({ values }) => values)
    .flatMap(({ value }) => (value.kind === "bound" ? [value.to] : []));
}
