import fc from "fast-check";
import { expect, test } from "vitest";
import { Agenda } from "../../src/journey/agenda.ts";
import { NEVER, instant } from "../../src/time/instant.ts";

test("tasks run by instant, then by order, however they were added; none after the end", () => {
  const task = fc.record({ at: fc.integer({ min: 0, max: 12 }), order: fc.integer() });
  const unique = { selector: ({ order }: { order: number }) => order };
  fc.assert(
    fc.property(fc.uniqueArray(task, unique), (tasks) => {
      const agenda = new Agenda(instant(10));
      const ran: string[] = [];
      for (const { at, order } of tasks)
        agenda.add({ at: instant(at), order, run: (now) => ran.push(`${now} ${order}`) });
      while (agenda.nextAt < NEVER) agenda.runNext();
      const expected = tasks
        .filter(({ at }) => at < 10)
        .sort((a, b) => a.at - b.at || a.order - b.order)
        .map(({ at, order }) => `${at} ${order}`);
      expect(ran).toEqual(expected);
    }),
  );
});

test("a task may add another of the same instant, which still runs in that instant", () => {
  const agenda = new Agenda(instant(10));
  const ran: string[] = [];
  const second = { at: instant(3), order: 1, run: () => ran.push("second") };
  agenda.add({ at: instant(3), order: 2, run: () => (ran.push("first"), agenda.add(second)) });
  agenda.runNext();
  expect(ran).toEqual(["first", "second"]);
  expect(agenda.nextAt).toBe(NEVER);
});
