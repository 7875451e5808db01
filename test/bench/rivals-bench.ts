import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Engine as RulesEngine } from "json-rules-engine";
import { Engine } from "../../src/engine/engine.ts";
import type { Segment } from "../../src/rule/ast.ts";
import type { Instant } from "../../src/time/instant.ts";
import { blankRow, fillRow } from "./engine-loop.ts";
import { ARTICLES_RULE } from "./engine-bench.ts";
import { type Columns, START, ZONES, makeColumns } from "./events.ts";
import { type Facts, factsOf } from "./facts.ts";
import { type Figures, median, parseSegments, secondsOf, secondsOfAsync } from "./measure.ts";

// The article's rule after every event of a sample, against two engines that evaluate rules on ready facts. Working out the
// facts, which is most of the work, is not counted for them; it is for us.

const HOUR = 3_600_000;
const ROUNDS = 3;

const LOGIC: RulesLogic = {
  and: [
    { "==": [{ var: "device" }, "mobile"] },
    { ">=": [{ var: "time" }, 18 * HOUR] },
    { "<": [{ var: "time" }, 21 * HOUR] },
    { ">=": [{ var: "cartViews48h" }, 2] },
    { "==": [{ var: "opens72h" }, 0] },
  ],
};

function rulesEngine(): RulesEngine {
  const engine = new RulesEngine();
  const fact = (name: keyof Facts, operator: string, value: string | number) => {
    return { fact: name, operator, value };
  };
  engine.addRule({
    conditions: {
      all: [
        fact("device", "equal", "mobile"),
        fact("time", "greaterThanInclusive", 18 * HOUR),
        fact("time", "lessThan", 21 * HOUR),
        fact("cartViews48h", "greaterThanInclusive", 2),
        fact("opens72h", "equal", 0),
      ],
    },
    event: { type: "in" },
  });
  return engine;
}

/** How much longer the others take for an event; throws if they do not agree with us after each. */
export async function benchRivals(profiles: number): Promise<Figures> {
  const segments = parseSegments(ARTICLES_RULE);
  const columns = makeColumns(profiles, 50);
  const facts = factsOf(columns);
  const few = facts.slice(0, Math.min(facts.length, 5_000));
  const rules = rulesEngine();
  const toLogic: number[] = [];
  const toRules: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = secondsOf(() => members(columns, segments));
    const logic = secondsOf(() => facts.map((each) => jsonLogic.apply(LOGIC, each) === true));
    const engine = await secondsOfAsync(() => verdicts(rules, few));
    compare(ours.result, logic.result);
    compare(ours.result.slice(0, few.length), engine.result);
    const perEvent = ours.seconds / facts.length;
    toLogic.push(logic.seconds / facts.length / perEvent);
    toRules.push(engine.seconds / few.length / perEvent);
  }
  return {
    "rivals.events": facts.length,
    "rivals.timesFasterThanJsonLogic": median(toLogic),
    "rivals.timesFasterThanJsonRulesEngine": median(toRules),
  };
}

/** Whether the profile is a member after each event. */
function members(columns: Columns, segments: readonly Segment[]): readonly boolean[] {
  const engine = new Engine(segments, { defaultZone: "UTC", uniqueIds: true });
  const row = blankRow();
  const said: boolean[] = [];
  for (let profile = 0; profile < columns.profiles; profile++) {
    engine.reset({ id: "", zone: ZONES[columns.zones[profile]!] }, START as Instant);
    for (let index = columns.firsts[profile]!; index < columns.firsts[profile + 1]!; index++) {
      fillRow(row, columns, index);
      engine.push(row);
      engine.advanceTo(row.arrivedAt);
      said.push(engine.isMember(0));
    }
  }
  return said;
}

async function verdicts(rules: RulesEngine, facts: readonly Facts[]): Promise<readonly boolean[]> {
  const said: boolean[] = [];
  for (const each of facts) said.push((await rules.run({ ...each })).events.length > 0);
  return said;
}

function compare(ours: readonly boolean[], theirs: readonly boolean[]): void {
  const differing = ours.findIndex((each, index) => each !== theirs[index]);
  if (differing !== -1) throw new Error(`the answers differ after event ${differing}`);
}
