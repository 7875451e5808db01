import type { CuttingMeasure, SegmentCutting } from "../measure/cutting/cutting.ts";
import type { LadderMeasure, Rung } from "../measure/cutting/ladder.ts";
import { riskWords, testWords } from "./cutting-words.ts";
import { formatCount, formatEstimate, formatPercent } from "./format.ts";
import { code, inert } from "./inert.ts";
import { table } from "./table.ts";

/** How finely the rules cut their people, as a section of the Markdown report. */
export function cuttingSection(cutting: CuttingMeasure): string {
  return [
    `## Over-segmentation: ${cutting.risk.grade} risk`,
    reasons(cutting),
    audiences(cutting),
    company(cutting),
    tests(cutting),
    ...cutting.segments.flatMap(ladder),
  ].join("\n\n");
}

function reasons({ risk }: CuttingMeasure): string {
  if (risk.reasons.length === 0) return "Nothing is beyond its threshold.";
  return risk.reasons
    .map((each) => `- ${each.grade}: ${inert(riskWords(each))} (${inert(each.source)})`)
    .join("\n");
}

function audiences({ segments, smallest, smallestCell, sends, weekly }: CuttingMeasure): string {
  const rows = segments.map(({ name, rule, audience, hours }) => [
    name,
    ...(rule === undefined
      ? ["–", "–", "–"]
      : [rule.conditions, rule.signals, rule.variables].map(formatCount)),
    formatCount(audience.total.profiles),
    hours.members.mean.toFixed(1),
    formatCount(hours.members.max),
    formatPercent(hours.members.empty),
    hours.sends.mean.toFixed(1),
    formatCount(hours.sends.max),
  ]);
  const columns = ["segment", "conditions", "signals", "variables", "reach", "members an hour"];
  const least = [
    ...(smallest === undefined
      ? []
      : [
          `the smallest segment is ${inert(smallest.segment)} with ${formatCount(smallest.profiles)}`,
        ]),
    ...(smallestCell === undefined
      ? []
      : [
          `the smallest part ${inert(smallestCell.segment)} in ${inert(smallestCell.slice)} with ${formatCount(smallestCell.profiles)}`,
        ]),
  ];
  return [
    "### Audiences",
    `Profiles reached in the run; ${least.join(", ")}. Distinct members and sends of every hour in UTC.`,
    table([...columns, "most", "empty hours", "sends an hour", "most sends"], rows),
    `All together send ${sends.sends.mean.toFixed(1)} an hour, ${formatCount(sends.sends.max)} at most; by day ${sends.days.map(formatCount).join(", ")}. Who gets any gets ${weekly.mean.toFixed(2)} messages a week on average, ${weekly.p95} or fewer in 95 of 100 weeks, ${weekly.max} at most.`,
  ].join("\n\n");
}

const MOST_PAIRS = 12;

function company({ company: found, segments }: CuttingMeasure): string {
  const { reached, byOneAlone, perProfile, atOnce, effectiveSegments } = found;
  const met = found.pairs.filter(({ both }) => both > 0).toSorted((a, b) => b.overlap - a.overlap);
  const rows = met
    .slice(0, MOST_PAIRS)
    .map(({ a, b, both, together, overlap, ofA, ofB }) => [
      `${a} & ${b}`,
      ...[both, together].map(formatCount),
      ...[overlap, ofA, ofB].map((share) => formatPercent(share)),
    ]);
  const more = met.length - rows.length;
  const counts = perProfile.counts.map(({ value, times }) => `${value}: ${formatCount(times)}`);
  if (segments.length < 2) return "### Overlap\n\nThere is one segment: it overlaps with none.";
  return [
    "### Overlap",
    `${formatCount(reached)} profiles are reached, ${formatCount(byOneAlone)} of them by one segment alone. Segments per profile reached: ${counts.join(", ")}; at most ${atOnce.max} at one instant. The ${segments.length} segments are as evenly filled as ${effectiveSegments.toFixed(1)} of equal size would be (exp of the entropy of their shares).`,
    ...(rows.length === 0
      ? ["No two segments share anybody."]
      : [
          table(
            ["segments", "both", "at one instant", "overlap", "of the first", "of the second"],
            rows,
          ),
        ]),
    ...(more > 0 ? [`${more} more pairs share less.`] : []),
  ].join("\n\n");
}

function tests({ segments, wish, testable }: CuttingMeasure): string {
  const rows = segments
    .filter(({ test }) => test.addressed > 0)
    .map(({ name, test, complaints }) => [
      name,
      formatCount(test.addressed),
      shareOr(test.baseRate),
      shareOr(test.detectable),
      testWords(test),
      chanceOr(test.noConversion),
      complaints.messagesPerDay.toFixed(1),
      formatPercent(complaints.one),
      `${complaints.overAsked} and ${complaints.overNever} of ${complaints.days}`,
    ]);
  const columns = ["segment", "addressed", "base rate", "detectable uplift"];
  return [
    "### What a test could tell",
    `${testable.count} of ${testable.of} segments that send could be tested: an uplift of ${formatPercent(wish.uplift)} decided within ${wish.days} days, two equal arms, 80 % power at 5 %, 7 days for the outcome. The base rate is that of orders without the send, in the twin world. One complaint weighs so much on a day's messages, and alone exceeds 0.1 % and 0.3 % on so many days (Google's guidelines, 2024).`,
    ...(rows.length === 0
      ? []
      : [
          table(
            [
              ...columns,
              "would take",
              "no order at all",
              "messages a day",
              "one complaint",
              "days over the lines",
            ],
            rows,
          ),
        ]),
  ].join("\n\n");
}

function shareOr(share: number | object): string {
  return typeof share === "number" ? formatPercent(share) : "–";
}

/** A chance that is next to none is said to be less than a line that means something. */
function chanceOr(chance: number | object): string {
  if (typeof chance !== "number") return "–";
  return chance > 0 && chance < 0.001 ? "below 0.1 %" : formatPercent(chance);
}

function ladder({ name, ladder: found }: SegmentCutting): readonly string[] {
  if (found === undefined) return [];
  return [
    `### What each condition of ${inert(name)} costs and brings`,
    `The rule without one of its conditions, and up to each of them in the order of the file: whom it would reach, and how many of the first entries would be right. ${idle(found)}What \`until\` ends is left out of account.`,
    table(["", "reach", "entered", "right", "precision"], rungs(found)),
  ];
}

/** Conditions without which the rule would be the same to everybody. */
function idle({ whole, without }: LadderMeasure): string {
  const same = without.filter(
    ({ reach, entered, right }) =>
      reach === whole.reach && entered === whole.entered && right === whole.right,
  );
  if (same.length === 0) return "";
  return `Left out, ${same.map(({ part }) => code(part)).join(" or ")} would have changed nothing. `;
}

function rungs({ whole, without, upTo }: LadderMeasure): readonly (readonly string[])[] {
  const row = (what: string, { reach, entered, right, precision }: Rung): readonly string[] => [
    what,
    ...[reach, entered, right].map(formatCount),
    formatEstimate(precision),
  ];
  return [
    row("the whole rule", whole),
    ...without.map((rung) => row(`without ${rung.part}`, rung)),
    ...upTo
      .slice(0, -1)
      .map((rung, index) => row(`${index === 0 ? "only" : "up to"} ${rung.part}`, rung)),
  ];
}
