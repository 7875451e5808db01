import type { Event, Feed, Values } from "../../src/model/event.ts";
import type { History, Profile } from "../../src/model/profile.ts";
import type { Condition } from "../../src/rule/ast.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import type { Instant } from "../../src/time/instant.ts";
import { type Line, type Place, type Section, readInstant, wallInstant, wordsOf } from "./lines.ts";
import { type RunCase, readRules, readRun } from "./run.ts";

// The case files: one law per block, read by everything that evaluates rules. What is indented belongs to the line above it.
//
//   # The law that the block shows.
//   start 2026-03-29T00:00 Europe/Berlin        +0h; without it 2026-03-02T00:00 on the profile's wall
//   words session gap 20min                     an entry for a vocabulary block; may stand several times
//   profile ada Europe/Berlin mobile {"plan": "gold"}   the zone, the device and the attributes may be left out
//     +0h   Cart Viewed {"price": 5}            when it happened, its name, its properties
//     +1h   Product Viewed | device tablet | arrives +5h | zone Asia/Kolkata | country US | id x | sequence 2 | feed crm
//   at +47h  cart_views >= 2 in last 48h   in
//   at 2026-03-29T03:00 local   local time 18:00..21:00   out
//
// Whole rules run from +0h on, together; before, nobody is a member. What they make of the profile is written out in full, up
// to `end`, or without it to the last instant that the block names:
//
//   rule offer when cart_views >= 1 in last 2h
//     then send email "Yours" with plan = plan
//   policy cool off 2h                          what holds for all rules; may stand several times
//   draw offer 0.25                             what the profile draws for the holdout of a rule; 0.999 without it
//   at +1h  segment offer  in
//   transitions
//     +1h  offer  entered
//   decisions
//     +1h   offer  entered  fired
//     +25h  offer  followed_up 1  priority by other       1 is the first of the follow-ups
//   sends
//     +1h  offer  "Yours" {"plan": "gold"}      `followed_up 1` and `ghost` stand before the subject
//   end +72h

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
  /** Conditions that are asked about by themselves. */
  readonly questions: readonly Question[];
  /** Rules that run together, and what they make of the profile. */
  readonly run?: RunCase | undefined;
}

/** Reads a case file; throws with the line where it is wrong. */
export function readCases(path: string, text: string): readonly Block[] {
  const lines = text.split("\n").map((content, index) => ({ content, line: index + 1 }));
  const blocks: Line[][] = [[]];
  for (const each of lines) {
    if (each.content.trim() === "") blocks.push([]);
    else blocks.at(-1)!.push(each);
  }
  return blocks
    .filter((block) => block.some(({ content }) => !content.startsWith("#")))
    .map((block) => readBlock(path, block));
}

function readBlock(path: string, lines: readonly Line[]): Block {
  const laws = lines.filter(({ content }) => content.startsWith("#"));
  const sections = sectionsOf(lines.filter((each) => !laws.includes(each)));
  const profileSection = sections.find(({ word }) => word === "profile");
  if (profileSection === undefined || laws.length === 0)
    throw new Error(`${path}:${lines[0]?.line}: no profile or no law`);
  const profile = readProfile(profileSection.content);
  const zone = profile.zone ?? "UTC";
  const start = readStart(sections.find(({ word }) => word === "start")?.content, zone);
  const place = { path, start, zone, words: wordsOf(sections) };
  const events = profileSection.below.map((each, index) => readEvent(each, { ...place, index }));
  const asked = sections.filter(({ word }) => word === "at");
  const isAboutSegment = ({ content }: Line): boolean =>
    /^at \S+( local)?\s+segment /.test(content);
  return {
    law: laws.map(({ content }) => content.slice(1).trim()).join(" "),
    line: lines[0]!.line,
    history: { profile, defaultZone: "UTC", events },
    questions: asked
      .filter((each) => !isAboutSegment(each))
      .map((each) => readQuestion(each, place)),
    run: readRun(sections, { ...place, events }),
  };
}

function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const sections: (Line & { readonly word: string; readonly below: Line[] })[] = [];
  for (const each of lines) {
    if (/^\s/.test(each.content)) sections.at(-1)?.below.push(each);
    else sections.push({ ...each, word: each.content.split(" ")[0]!, below: [] });
  }
  return sections;
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
  const feed = given.get("feed") ?? defaultVocabulary.events[name]?.feed ?? "session-log";
  const fields = ["country", "region", "city", "area"].filter((field) => given.has(field));
  return {
    id: given.get("id") ?? place.index,
    name,
    at,
    arrivedAt: arrives === undefined ? at : readInstant(arrives, place),
    sequence: Number(given.get("sequence") ?? place.index),
    feed: feed as Feed,
    properties: json === undefined ? {} : (JSON.parse(json) as Values),
    device: given.get("device"),
    zone: given.get("zone"),
    ...(fields.length === 0
      ? {}
      : { place: Object.fromEntries(fields.map((field) => [field, given.get(field)!])) }),
  };
}

function readQuestion({ content, line }: Line, place: Place): Question {
  const match = /^at (\S+)(?: local)?\s+(.*\S)\s+(in|out)$/.exec(content);
  if (match === null) throw new Error(`${place.path}:${line}: not a question`);
  const [, when, text, answer] = match as unknown as [string, string, string, string];
  const [segment] = readRules(`segment probe when ${text}`, line, place);
  return {
    line,
    text,
    condition: segment!.when,
    at: readInstant(when, place),
    member: answer === "in",
  };
}
