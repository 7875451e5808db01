import type { Decision, Send, Transition } from "../../src/model/log.ts";
import type { Segment } from "../../src/rule/ast.ts";
import { type Instant, formatInstant } from "../../src/time/instant.ts";
import { type Line, type Place, type Section, readInstant } from "./lines.ts";

/** What a run made of a profile, line by line; `undefined` for what a block does not tell. */
export interface Told {
  readonly transitions?: readonly string[] | undefined;
  readonly decisions?: readonly string[] | undefined;
  readonly sends?: readonly string[] | undefined;
  /** The instants that the lines name. */
  readonly instants: readonly Instant[];
}

/** Reads the sections `transitions`, `decisions` and `sends`. */
export function readTold(sections: readonly Section[], place: Place): Told {
  const instants: Instant[] = [];
  const linesOf = (word: string): readonly string[] | undefined =>
    sections
      .find((each) => each.word === word)
      ?.below.map(({ content }: Line) => {
        const [, when = "", rest = ""] = /^\s+(\S+)\s+(.*?)\s*$/.exec(content) ?? [];
        const at = readInstant(when, place);
        instants.push(at);
        return `${formatInstant(at)} ${word === "sends" ? spelled(rest) : rest.replaceAll(/\s+/g, " ")}`;
      });
  const [transitions, decisions, sends] = ["transitions", "decisions", "sends"].map(linesOf);
  return { transitions, decisions, sends, instants };
}

/** A send as `tellSend` writes it. */
function spelled(text: string): string {
  const [, who = "", subject, json] = /^([^"]*)("[^"]*")\s*(\{.*\})?$/.exec(text) ?? [];
  const payload: unknown = json === undefined ? {} : JSON.parse(json);
  return `${who.trim().replaceAll(/\s+/g, " ")} ${subject} ${JSON.stringify(payload)}`;
}

interface Made {
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly sends: readonly Send[];
}

/** What a run made, in the same words; only what the block tells of. */
export function tell(
  made: Made,
  segments: readonly Segment[],
  asked: Told,
): Omit<Told, "instants"> {
  const name = (index: number): string => segments[index]!.name;
  const tellTransition = ({ at, segment, kind }: Transition): string =>
    `${formatInstant(at)} ${name(segment)} ${kind}`;
  const tellDecision = ({ at, segment, cause, followUp, outcome, by }: Decision): string => {
    const yielded = by === undefined ? "" : ` by ${name(by)}`;
    return `${formatInstant(at)} ${name(segment)} ${cause}${numberOf(followUp)} ${outcome}${yielded}`;
  };
  const tellSend = ({ at, segment, subject, payload, ghost, followUp }: Send): string => {
    const which = followUp === undefined ? "" : ` followed_up${numberOf(followUp)}`;
    const who = `${name(segment)}${which}${ghost ? " ghost" : ""}`;
    return `${formatInstant(at)} ${who} ${JSON.stringify(subject)} ${JSON.stringify(payload)}`;
  };
  return {
    transitions: asked.transitions && made.transitions.map(tellTransition),
    decisions: asked.decisions && made.decisions.map(tellDecision),
    sends: asked.sends && made.sends.map(tellSend),
  };
}

function numberOf(followUp: number | undefined): string {
  return followUp === undefined ? "" : ` ${followUp + 1}`;
}
