import type { Event } from "../model/event.ts";
import type { Decision, Send, Transition } from "../model/log.ts";
import type { Profile } from "../model/profile.ts";
import type { SendAction, Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import type { Zone } from "../time/zone.ts";
import { Engine, type EngineOptions, type Observer } from "./engine.ts";
import type { Live } from "./live.ts";
import { Payload, payloadEvents } from "./payload.ts";
import { CONSENT_UNKNOWN } from "./policy/ask.ts";
import type { PolicyOptions } from "./policy/options.ts";
import { Policy } from "./policy/policy.ts";

/** What an engine with a policy made of one profile, in the order of time. */
export interface Outcome {
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly sends: readonly Send[];
}

/** The engine with its policy and its messages: candidates arise as memberships begin and time passes, and what policy
 *  lets pass becomes a send with its payload, if the segment has one. One profile at a time. */
export class Sender implements Observer {
  readonly engine: Engine;
  readonly hears: ReadonlySet<string>;
  readonly #segments: readonly Segment[];
  readonly #policy: Policy;
  readonly #payload: Payload;
  readonly #consentUnknown: Live;
  #zone: Zone | undefined;
  #transitions: Transition[] = [];
  #decisions: Decision[] = [];
  #sends: Send[] = [];

  constructor(
    segments: readonly Segment[],
    options: PolicyOptions & Omit<EngineOptions, "observer">,
  ) {
    this.#segments = segments;
    this.hears = new Set(payloadEvents(segments));
    const engine = new Engine(segments, { ...options, observer: this });
    this.engine = engine;
    this.#policy = new Policy(segments, options, (condition, anchor) =>
      engine.ask(condition, anchor),
    );
    this.#consentUnknown = engine.ask(CONSENT_UNKNOWN);
    this.#payload = new Payload(segments, engine.context);
  }

  /** Turns to another profile. */
  reset(profile: Profile, start: Instant): void {
    this.#policy.reset(profile.id);
    this.#payload.reset();
    this.#transitions = [];
    this.#decisions = [];
    this.#sends = [];
    this.engine.reset(profile, start);
    this.#zone = this.engine.context.zone;
  }

  /** What has come of the profile so far. */
  get outcome(): Outcome {
    return { transitions: this.#transitions, decisions: this.#decisions, sends: this.#sends };
  }

  /** Whether nothing has stated consent, so that it counts as given. */
  get isConsentUnknown(): boolean {
    this.#consentUnknown.update(this.engine.now);
    return this.#consentUnknown.holds;
  }

  applied(event: Event): void {
    this.#payload.take(event);
  }

  transition(at: Instant, segment: number, entered: boolean): void {
    const { device, zone } = this.engine.context;
    const kind = entered ? "entered" : "left";
    this.#transitions.push({ at, segment, kind, device, zone: zone.name });
    this.#policy.transition(at, segment, entered);
  }

  settled(at: Instant): number {
    const { zone } = this.engine.context;
    if (zone !== this.#zone) this.#policy.move(at);
    this.#zone = zone;
    this.#policy.settle(at, this.#take);
    return this.#policy.nextAt;
  }

  /** One function for all decisions: a closure for each instant would be garbage. */
  readonly #take = (decision: Decision): void => {
    this.#decisions.push(decision);
    const { at, segment, outcome, followUp } = decision;
    if (outcome !== "fired" && outcome !== "holdout") return;
    const action = actionOf(this.#segments[segment]!, followUp);
    if (action === undefined) return;
    const { subject } = action;
    const payload = this.#payload.resolve(action);
    const send = { at, segment, subject, payload, ghost: outcome === "holdout" };
    this.#sends.push(followUp === undefined ? send : { ...send, followUp });
  };
}

function actionOf(segment: Segment, followUp: number | undefined): SendAction | undefined {
  return followUp === undefined ? segment.then : segment.followUps?.[followUp]?.send;
}
