import type { Event } from "../model/event.ts";
import type { Decision, Send, Transition } from "../model/log.ts";
import type { Profile } from "../model/profile.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { Engine, type EngineOptions, type Observer } from "./engine.ts";
import { Payload, payloadEvents } from "./payload.ts";
import { CONSENT_EVENTS, Policy, type PolicyOptions } from "./policy.ts";

/** What an engine with a policy made of one profile, in the order of time. */
export interface Outcome {
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly sends: readonly Send[];
}

/** The engine with its policy and its messages: every membership that begins is a candidate, and what policy lets pass
 *  becomes a send with its payload, if the segment has one. One profile at a time. */
export class Sender implements Observer {
  readonly engine: Engine;
  readonly hears: ReadonlySet<string>;
  readonly #segments: readonly Segment[];
  readonly #policy: Policy;
  readonly #payload: Payload;
  readonly #entered = new Set<number>();
  #transitions: Transition[] = [];
  #decisions: Decision[] = [];
  #sends: Send[] = [];

  constructor(
    segments: readonly Segment[],
    options: PolicyOptions & Omit<EngineOptions, "observer">,
  ) {
    this.#segments = segments;
    this.hears = new Set([...CONSENT_EVENTS, ...payloadEvents(segments)]);
    this.engine = new Engine(segments, { ...options, observer: this });
    this.#policy = new Policy(segments, options);
    this.#payload = new Payload(segments, this.engine.context);
  }

  /** Turns to another profile. */
  reset(profile: Profile, start: Instant): void {
    const consent = profile.attributes?.["consent"];
    this.#policy.reset(typeof consent === "boolean" ? consent : undefined);
    this.#payload.reset();
    this.#entered.clear();
    this.#transitions = [];
    this.#decisions = [];
    this.#sends = [];
    this.engine.reset(profile, start);
  }

  /** What has come of the profile so far. */
  get outcome(): Outcome {
    return { transitions: this.#transitions, decisions: this.#decisions, sends: this.#sends };
  }

  get isConsentUnknown(): boolean {
    return this.#policy.isConsentUnknown;
  }

  applied(event: Event): void {
    this.#policy.take(event);
    this.#payload.take(event);
  }

  transition(at: Instant, segment: number, entered: boolean): void {
    const { device, zone } = this.engine.context;
    this.#transitions.push({
      at,
      segment,
      kind: entered ? "entered" : "left",
      device,
      zone: zone.name,
    });
    if (entered) this.#consider(at, segment);
  }

  #consider(at: Instant, segment: number): void {
    const isFirst = !this.#entered.has(segment);
    this.#entered.add(segment);
    const decision = this.#policy.decide(segment, at, isFirst ? "entered" : "re_entered");
    this.#decisions.push(decision);
    const action = this.#segments[segment]?.then;
    if (decision.outcome !== "fired" || action === undefined) return;
    this.#sends.push({
      at,
      segment,
      subject: action.subject,
      payload: this.#payload.resolve(action),
      ghost: false,
    });
  }
}
