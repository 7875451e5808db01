import type { SegmentMeasures } from "../measure/measures.ts";
import type { ScaledMeasure } from "../measure/scaled.ts";
import type { Sliced } from "../measure/setup.ts";
import type { SizeMeasure } from "../measure/size.ts";
import { spark } from "../text/spark.ts";
import { duration, formatDuration } from "../time/duration.ts";
import { cuttingSection } from "./cutting-markdown.ts";
import { isAbsent } from "./absent.ts";
import { accuracySections } from "./accuracy.ts";
import { fateRows, yieldedSentence } from "./fates.ts";
import { feedRows } from "./feeds.ts";
import {
  formatCount,
  formatEstimate,
  formatLatency,
  formatMoment,
  formatPercent,
} from "./format.ts";
import { code, inert } from "./inert.ts";
import { type Report, talliesOf } from "./report.ts";
import { markOf, reasonsOf, sentenceOf } from "./sentence.ts";
import { scaledOrders, scaledRows } from "./scaled.ts";
import { table } from "./table.ts";
import { policyFacts, worthPart } from "./worth.ts";

/** The report as Markdown, for reports/ and pull requests: a stable order, no times of the run. Ends with a line end. */
export function markdown(report: Report): string {
  const { scenario, measures } = report;
  const sections = [
    head(report),
    verdicts(report),
    ...measures.segments.map((segment) => segmentSection(segment, measures.profiles)),
    cuttingSection(measures.cutting),
    `## Feeds\n\n${table(["feed", "delivers", "takes", "twice", "what else goes wrong"], feedRows(scenario))}`,
    assumed(report),
  ];
  return `${sections.join("\n\n")}\n`;
}

function head({ scenario, versions, measures, again, ok }: Report): string {
  const { from, start, end } = scenario.clock;
  const run = formatDuration(duration(end - start));
  const warmUp = formatDuration(duration(start - from));
  return [
    `# ${inert(scenario.name)}: ${ok ? "passed" : "failed"}`,
    `${formatCount(measures.profiles)} profiles and ${formatCount(measures.events)} events; ${run} from ${formatMoment(start)}, after ${warmUp} of warm-up.`,
    `Seed ${inert(String(scenario.seed))}, time-zone data ${versions.tz}, rehearsal ${versions.package}. Again: ${code(again)}`,
  ].join("\n\n");
}

function verdicts(report: Report): string {
  const { failed, inconclusive, warnings, passed, todo } = talliesOf(report);
  const cases = report.cases.map(
    ({ name, verdict, todo: thought }) =>
      `- ${verdict === "pass" ? "✓" : verdict === "fail" ? "✗" : "·"} case: ${inert(name)}${thought === undefined ? "" : ` (to do: ${inert(thought)})`}`,
  );
  const expectations = report.verdicts.flatMap((verdict) => [
    `- ${markOf(verdict)} ${verdict.segment} ${verdict.measure}: ${sentenceOf(verdict)}`,
    ...reasonsOf(report, verdict).map((reason) => `  - ${inert(reason)}`),
  ]);
  const counts = `${passed} passed, ${failed} failed, ${inconclusive} inconclusive, ${warnings} ${warnings === 1 ? "warning" : "warnings"}, ${todo} to do.`;
  return ["## Verdicts", counts, [...cases, ...expectations].join("\n")].join("\n\n");
}

function segmentSection(segment: SegmentMeasures, profiles: number): string {
  return [
    `## ${inert(segment.name)}`,
    sizes(segment.size),
    flow(segment, profiles),
    ...(segment.scaled === undefined ? [] : [onList(segment.scaled, profiles)]),
    ...accuracySections(segment),
    recall(segment),
    responses(segment),
    worthPart(segment),
    latencies(segment),
  ].join("\n\n");
}

const SPARK = 32;

function sizes(size: SizeMeasure): string {
  const rows = rowsOf(size, ({ name, profiles, curve, peak, mean, mailable }) => [
    name,
    formatCount(profiles),
    formatCount(peak.members),
    profiles === 0 ? "–" : formatPercent(peak.members / profiles),
    formatCount(mailable.atPeak),
    formatMoment(peak.at),
    mean.toFixed(1),
    mailable.mean.toFixed(1),
    spark(curve, SPARK),
  ]);
  return [
    "### Size",
    "Members every 15 minutes. Profiles are counted by home zone and by the device they use most; members by the device at entry. Mailable are those who may be written to (consent not refused, not withdrawn, no complaint) and can be (no hard bounce), as far as was known.",
    table(
      [
        "",
        "profiles",
        "peak",
        "share",
        "mailable",
        "first at",
        "mean",
        "mailable mean",
        "over time",
      ],
      rows,
    ),
  ].join("\n\n");
}

function rowsOf<T>({ total, zones, devices }: Sliced<T>, row: (slice: T) => readonly string[]) {
  return [total, ...zones, ...devices].map(row);
}

function flow({ flow: all, reach, flapping, size }: SegmentMeasures, profiles: number): string {
  const { entries, exits, sends, ghosts } = all;
  const { mailable } = reach;
  const rows = [
    [
      "profiles reached in the run",
      formatCount(reach.members),
      shareOf(reach.members, profiles),
      formatCount(mailable.members),
    ],
    [
      "profiles reached a day, on average",
      reach.perDay.toFixed(1),
      shareOf(reach.perDay, profiles),
      mailable.perDay.toFixed(1),
    ],
    ["entries", formatCount(entries.total.entries)],
    ["exits", formatCount(exits)],
    ["sends", formatCount(sends)],
    ...(ghosts > 0 ? [["ghost sends (held out)", formatCount(ghosts)]] : []),
    ["most entries of a profile on one local day", formatCount(flapping.max)],
    ["share of member time that was wanted", "", shareOf(size.wantedMs, size.memberMs)],
  ];
  const fates = fateRows(all);
  return [
    "### From entry to send",
    table(["", "number", "share", "mailable"], rows),
    "What became of candidates, by why they arose. Who was held back stands under the reason.",
    table(fates.columns, fates.rows),
    ...(all.yieldedTo.length > 0 ? [`Yielded to ${inert(yieldedSentence(all))}.`] : []),
  ].join("\n\n");
}

/** The counts on the user's own list: always said to be scaled, and never without an interval. */
function onList(scaled: ScaledMeasure, profiles: number): string {
  const list = formatCount(scaled.listSize);
  return [
    `### Scaled to a list of ${list}`,
    `The counts of the ${formatCount(profiles)} simulated profiles, scaled to ${list} and rounded, each with its 95 % interval: of having simulated no more people than that. That the list is made of people such as these is assumed.`,
    table(["scaled", `of ${list}`, "of them mailable"], scaledRows(scaled)),
  ].join("\n\n");
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? "–" : formatPercent(part / whole);
}

function recall({ recall: found }: SegmentMeasures): string {
  if (isAbsent(found)) return `### Recall\n\nNot estimable: ${found.reason}.`;
  const rows = [found.total, ...found.kinds].map((slice) => [
    slice.kind,
    formatCount(slice.missions),
    formatCount(slice.matched),
    formatEstimate(slice.recall),
    formatEstimate(slice.sendRecall),
    formatCount(slice.ruleFalseNegatives),
    formatCount(slice.stalenessFalseNegatives),
    formatCount(slice.policySuppressed),
    formatCount(slice.unfinished),
  ]);
  const columns = [
    "missions of",
    "n",
    "matched",
    "recall",
    "with a send",
    "missed by the rule",
    "by late data",
    "no send by policy",
    "unfinished",
  ];
  return [
    "### Recall",
    "Missions that were matched within 4h of becoming a target. Those whose 4h the run does not cover are unfinished and left out.",
    table(columns, rows),
  ].join("\n\n");
}

/** The effect of a send is put in, not found out: the words say so. */
function responses({ response }: SegmentMeasures): string {
  const title = "### What the sends did (assumed effect)";
  if (isAbsent(response)) return `${title}\n\nNot estimable: ${response.reason}.`;
  const { sureThings, persuadables, lostCauses, sleepingDogs, unfinished } = response;
  const rows = [
    ["sure things", formatCount(sureThings), "yes", "yes"],
    ["persuadables", formatCount(persuadables), "yes", "no"],
    ["lost causes", formatCount(lostCauses), "no", "no"],
    ["sleeping dogs", formatCount(sleepingDogs), "no", "yes"],
  ];
  return [
    title,
    `Whether the person orders within 7d of a send, and whether they would have without it, all else being equal. ${formatCount(unfinished)} of these 7d end after the run and are counted as far as it goes.`,
    table(["sends to", "number", "orders with it", "without it"], rows),
  ].join("\n\n");
}

function latencies({ entryLatency, exitLatency }: SegmentMeasures): string {
  const row = (name: string, latency: typeof entryLatency): readonly string[] =>
    isAbsent(latency)
      ? [name, "0", "–", "–", "–"]
      : [
          name,
          formatCount(latency.of),
          ...[latency.p50, latency.p95, latency.max].map(formatLatency),
        ];
  const rows = [row("entry", entryLatency), row("exit", exitLatency)];
  return [
    "### Latency",
    "How long after perfect data the engine entered and left, on the simulated clock.",
    table(["", "n", "p50", "p95", "max"], rows),
  ].join("\n\n");
}

function assumed({ measures, scenario }: Report): string {
  const { zoneAssumed, consentUnknown, orders } = measures;
  const twin = isAbsent(orders) || typeof orders.twin !== "number" ? undefined : orders.twin;
  const facts = [
    `- assumed zone (${scenario.defaultZone}): ${formatCount(zoneAssumed)} profiles`,
    `- consent never stated, taken as given: ${formatCount(consentUnknown)} profiles`,
    `- how people live and answer mail: the numbers of the preset, many of them assumed; a simulation checks the rule and the measurement, not the market`,
    ...(isAbsent(orders)
      ? []
      : [
          `- orders: ${formatCount(orders.count)}${twin === undefined ? "" : `; ${formatCount(twin)} by the same people without the sends (assumed effect)`}`,
          ...(orders.scaled === undefined ? [] : [`- ${scaledOrders(orders.scaled)}`]),
        ]),
    ...policyFacts(measures, scenario.measure),
  ];
  return ["## What was assumed", facts.join("\n")].join("\n\n");
}
