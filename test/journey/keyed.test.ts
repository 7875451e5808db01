import { describe, expect, test } from "vitest";
import { createPeople } from "../../src/journey/population.ts";
import { type PeopleSettings, defaultPeople } from "../../src/journey/settings.ts";
import { makersWith } from "./defect.ts";
import { type Living, SPAN, forEachLife } from "./living.ts";

// Draws are keyed by what they are about: nothing depends on who was looked at before, or how often.

type Make = NonNullable<Living["createPeople"]>;

function textsOf(make: Make, number: number, settings: PeopleSettings = defaultPeople) {
  const texts: string[] = [];
  forEachLife(number, { settings, span: SPAN, createPeople: make }, ({ events, intents }) =>
    texts.push(JSON.stringify({ events, intents })),
  );
  return texts;
}

/** Whether lives are the same after others and again, as they are alone and first. */
function isKeyed(make: Make): boolean {
  const first = textsOf(make, 30);
  const again = textsOf(make, 31);
  return first.every((text, index) => text === again[index]);
}

/** The settings, and all that they hold, so that nobody can change them. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

test("one person more, and a second run, change no life", () => {
  expect(isKeyed(createPeople)).toBe(true);
});

test("a run changes nothing in its settings", () => {
  const settings = frozen(structuredClone(defaultPeople));
  expect(textsOf(createPeople, 20, settings)).toEqual(textsOf(createPeople, 20));
});

describe("a generator is seen that", () => {
  test.each([
    [
      "draws by order",
      {
        file: "random/stream.ts",
        from: "const hash = finish(finish(stir(stir(stir(key.first, a), b), c)) ^ key.second);",
        to: `const counted = uniform as { drawn?: number };
  counted.drawn = (counted.drawn ?? 0) + 1;
  const hash = finish(finish(stir(stir(stir(key.first, counted.drawn), b), c)) ^ key.second);`,
      },
    ],
    [
      "makes ids of chance",
      {
        file: "journey/fact.ts",
        from: "id: fact.key,",
        to: "id: Math.floor(Math.random() * 2 ** 53),",
      },
    ],
    [
      "looks at the clock on the wall of the host",
      {
        file: "journey/mission.ts",
        from: "if (at < from || at >= to) continue;",
        to: "if (at < from || at >= to || (at + Math.floor(performance.now() * 1000)) % 2 === 0) continue;",
      },
    ],
    [
      "remembers who came before",
      {
        file: "journey/site/visit-plan.ts",
        from: 'const steps: Step[] = [step("page")];',
        to: `const memory = planVisit as { visits?: number };
  memory.visits = (memory.visits ?? 0) + 1;
  const steps: Step[] = memory.visits % 7 === 0 ? [step("page"), step("page")] : [step("page")];`,
      },
    ],
  ])("%s", async (_, line) => {
    expect(isKeyed((await makersWith(line)).createPeople)).toBe(false);
  });
});
