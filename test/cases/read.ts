import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { parseRules } from "../../src/rule/parser.ts";
import type { Event, Feed, Values } from "../../src/model/event.ts";
import type { History, Profile } from "../../src/model/profile.ts";
import type { Condition } from "../../src/rule/ast.ts";
import { parseDuration } from "../../src/time/duration.ts";
import { type Instant, instant, parseInstant } from "../../src/time/instant.ts";
import { getZone, instantOfWall } from "../../src/time/zone.ts";

// The case files: one law per block, read by everything that evaluates rules.
//
//   # The law that the block shows.
//   start 2026-03-29T00:00 Europe/Berlin        +0h; without it 2026-03-02T00:00 on the profile's wall
//   profile ada Europe/Berlin mobile {"plan": "gold"}   the zone, the device and the attributes may be left out
//     +0h   Cart Viewed {"price": 5}            when it happened, its name, its properties
//     +1h   Product Viewed | device tablet | arrives +5h | zone Asia/Kolkata | country US | id x | sequence 2
//   at +47h  cart_views >= 2 in last 48h   in
//   at 2026-03-29T03:00 local   local time 18:00..21:00   out

/** One question to a history. */
export interface Question {
  readonly line: number;
  readonly text: string;
  readonly condition: Condition;
  readonly at: Instant;
  readonly member: boolean;
}

/** A block of a case file: one law. */
export interface Block {
  readonly law: string;
  readonly line: number;
  readonly history: History;
  readonly questions: readonly Question[];
}

/** Reads a case file; throws with the line where it is wrong. */
export function readCases(path: string, text: string): readonly Block[] {
  const lines = text.split("\n").map((content, index) => ({ content, line: index + 1 }));
  const blocks: (typeof lines)[] = [[]];
  for (const each of lines) {
    if (each.content.trim() === "") blocks.push([]);
    else blocks.at(-1)!.push(each);
  }
  return blocks
    .filter((block) => block.some(({ content }) => !content.startsWith("#")))
    .map((block) => readBlock(path, block));
}

interface Line {
  readonly content: string;
  readonly line: number;
}

function readBlock(path: string, lines: readonly Line[]): Block {
  const laws = lines.filter(({ content }) => content.startsWith("#"));
  const find = (word: string): Line | undefined =>
    lines.find(({ content }) => content.startsWith(`${word} `));
  const profileLine = find("profile");
  if (profileLine === undefined || laws.length === 0)
    throw new Error(`${path}:${lines[0]?.line}: no profile or no law`);
  const profile = readProfile(profileLine.content);
  const zone = profile.zone ?? "UTC";
  const start = readStart(find("start")?.content, zone);
  const events = lines
    .filter(({ content }) => /^\s/.test(content))
    .map((each, index) => readEvent(each, { path, start, zone, index }));
  const questions = lines
    .filter(({ content }) => content.startsWith("at "))
    .map((each) => readQuestion(each, { path, start, zone }));
  const law = laws.map(({ content }) => content.slice(1).trim()).join(" ");
  return { law, line: lines[0]!.line, history: { profile, defaultZone: "UTC", events }, questions };
}

function readProfile(content: string): Profile {
  const [, id, rest, json] = /^profile (\S+)\s*([^{]*)(\{.*\})?$/.exec(content) ?? [];
  if (id === undefined) throw new Error(`not a profile: ${content}`);
  const [zone, device] = (rest ?? "")
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  return {
    id,
    zone,
    device,
    attributes: json === undefined ? undefined : (JSON.parse(json) as Values),
  };
}

function readStart(content: string | undefined, zone: string): Instant {
  const [, text = "2026-03-02T00:00", where = zone] = content?.split(/\s+/) ?? [];
  return wallInstant(text, where);
}

function wallInstant(text: string, zone: string): Instant {
  const written = parseInstant(text);
  if (written === undefined) throw new Error(`not an instant: ${text}`);
  return written.kind === "instant" ? written.at : instantOfWall(getZone(zone), written.wall);
}

interface Place {
  readonly path: string;
  readonly start: Instant;
  readonly zone: string;
}

function readInstant(text: string, { start, zone }: Place): Instant {
  if (!/^[+-]/.test(text)) return wallInstant(text, zone);
  const sign = text.startsWith("-") ? -1 : 1;
  const length = parseDuration(text.slice(1));
  if (typeof length === "string") throw new Error(`not a duration: ${text}`);
  return instant(start + sign * length);
}

function readEvent({ content, line }: Line, place: Place & { readonly index: number }): Event {
  const [head = "", ...options] = content.split("|").map((part) => part.trim());
  const [, when, name, json] = /^(\S+)\s+([^{]*?)\s*(\{.*\})?$/.exec(head) ?? [];
  if (when === undefined || name === undefined)
    throw new Error(`${place.path}:${line}: not an event`);
  const given = new Map(
    options.map((option) => [option.split(" ")[0]!, option.slice(option.indexOf(" ") + 1)]),
  );
  const at = readInstant(when, place);
  const arrives = given.get("arrives");
  const feed: Feed = defaultVocabulary.events[name]?.feed ?? "session-log";
  const country = given.get("country");
  const area = given.get("area");
  return {
    id: given.get("id") ?? place.index,
    name,
    at,
    arrivedAt: arrives === undefined ? at : readInstant(arrives, place),
    sequence: Number(given.get("sequence") ?? place.index),
    feed,
    properties: json === undefined ? {} : (JSON.parse(json) as Values),
    device: given.get("device"),
    zone: given.get("zone"),
    place:
      country === undefined && area === undefined
        ? undefined
        : { ...(country && { country }), ...(area && { area }) },
  };
}

function readQuestion({ content, line }: Line, place: Place): Question {
  const match = /^at (\S+)(?: local)?\s+(.*\S)\s+(in|out)$/.exec(content);
  if (match === null) throw new Error(`${place.path}:${line}: not a question`);
  const [, when, text, answer] = match as unknown as [string, string, string, string];
  const source = { path: `${place.path}:${line}`, text: `segment probe when ${text}` };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(`${source.path}: ${errors.map(({ message }) => message).join("; ")}`);
  return {
    line,
    text,
    condition: segments[0]!.when,
    at: readInstant(when, place),
    member: answer === "in",
  };
}
