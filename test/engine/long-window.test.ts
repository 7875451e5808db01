import { expect, test } from "vitest";
import { benchLongWindow } from "../bench/long-window-bench.ts";

// Work that grew with the events in a window would cost sixteen times as much per event among sixteen times as many; what is
// compared are two measurements of one run, so the machine does not matter. `npm run bench` does the same with 200 000.

test("an event costs no more among many of its window than among few", () => {
  const figures = Object.entries(benchLongWindow(2000, 32_000));
  const ratios = figures.filter(([name]) => name.endsWith("costPerEventManyToFew"));
  expect(ratios.length).toBeGreaterThan(5);
  for (const [name, ratio] of ratios) expect(ratio, name).toBeLessThan(4);
});
