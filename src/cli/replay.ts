import type { Command } from "commander";
import type { Recording, Stretch } from "../feed/read/recording.ts";
import { fatesSentence } from "../report/fates.ts";
import { spark } from "../text/spark.ts";
import { wrap } from "../text/wrap.ts";
import { formatInstant } from "../time/instant.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { loadEvents } from "./events-input.ts";
import type { EventsOptions, RulesOptions } from "./input-options.ts";
import { notice, noticeZones } from "./notices.ts";
import { mistake, refuse } from "./refusal.ts";
import { replay } from "../simulation/replay.ts";
import type { Replay, SegmentReplay } from "../simulation/replay.ts";
import { loadRules } from "./rules-input.ts";
import { drawTable, grouped } from "./table.ts";
import type { Column } from "./table.ts";

type Options = RulesOptions & EventsOptions;

/** How many sizes a curve shows. */
const POINTS = 24;

/** `replay`: recorded events through the engine, in the order in which they arrived. */
export async function replayRecorded(command: Command, context: Context): Promise<void> {
  const { terminal, version } = context;
  const options = optionsOf<Options>(command);
  const rules = loadRules(options, terminal);
  if (rules.kind === "refused") return refuse(context, rules.mistakes);
  const { segments, vocabulary } = rules.value;
  const recording = await loadEvents(options, vocabulary, terminal);
  if (recording.kind === "refused") return refuse(context, recording.mistakes);
  const stretch = recording.value.span;
  if (stretch === undefined)
    return refuse(context, [mistake("NO_EVENT", `no event in ${options.events.join(", ")}`)]);
  notice(recording.value, options, terminal);
  noticeZones(command, { rules: rules.value, recording: recording.value }, terminal);
  const { defaultZone } = options;
  const result = replay(recording.value, stretch, { segments, defaultZone, points: POINTS });
  const { counts } = recording.value;
  terminal.out(
    options.json
      ? `${JSON.stringify(toDocument({ result, counts, version, defaultZone }), undefined, 2)}\n`
      : draw(result, recording.value, terminal.columns),
  );
}

interface Facts {
  readonly result: Replay;
  readonly counts: Recording["counts"];
  readonly version: string;
  readonly defaultZone: string;
}

function toDocument({ result, counts, version, defaultZone }: Facts): unknown {
  return {
    version,
    tz: process.versions["tz"],
    defaultZone,
    ...written(result.stretch),
    counts: { ...counts, consentUnknown: result.consentUnknown },
    segments: result.segments.map((each) => ({
      ...each,
      curve: undefined, // a drawing, not a figure
      peak: { size: each.peak.size, at: formatInstant(each.peak.at) },
    })),
  };
}

function written({ from, to }: Stretch): { readonly from: string; readonly to: string } {
  return { from: formatInstant(from), to: formatInstant(to) };
}

const COLUMNS: readonly Column[] = [
  { heading: "segment", align: "left" },
  { heading: "at end", align: "right" },
  { heading: "profiles", align: "right" },
  { heading: "entered", align: "right" },
  { heading: "left", align: "right" },
  { heading: "sent", align: "right" },
];

const FATE_COLUMNS: readonly Column[] = [
  { heading: "segment", align: "left" },
  { heading: "what became of candidates", align: "left" },
];

const SIZE_COLUMNS: readonly Column[] = [
  { heading: "segment", align: "left" },
  { heading: "size over time", align: "left" },
  { heading: "peak", align: "right" },
  { heading: "first at", align: "left" },
];

/** Several tables, so that nothing must go where the terminal is 80 columns wide. */
function draw(result: Replay, { counts }: Recording, columns: number): string {
  const { from, to } = written(result.stretch);
  const head = `${grouped(counts.events)} events of ${grouped(counts.profiles)} profiles · ${from} to ${to} · tz ${process.versions["tz"] ?? "unknown"}`;
  const foot = `${grouped(result.consentUnknown)} profiles never stated a consent, which then counts as given`;
  return [
    paragraph(head, columns),
    drawTable(SIZE_COLUMNS, result.segments.map(toSizeRow), columns),
    drawTable(COLUMNS, result.segments.map(toRow), columns),
    drawTable(
      FATE_COLUMNS,
      result.segments.map((each) => [each.name, fatesSentence(each)]),
      columns,
    ),
    paragraph(foot, columns),
  ].join("\n");
}

function paragraph(text: string, columns: number): string {
  return wrap(` ${text}`, columns)
    .map((line) => `${line}\n`)
    .join("");
}

function toSizeRow({ name, curve, peak }: SegmentReplay): readonly string[] {
  const when = peak.size === 0 ? "never" : formatInstant(peak.at);
  return [name, spark(curve), grouped(peak.size), when];
}

function toRow(each: SegmentReplay): readonly string[] {
  return [
    each.name,
    grouped(each.size),
    grouped(each.members),
    grouped(each.entries),
    grouped(each.exits),
    grouped(each.sends),
  ];
}
