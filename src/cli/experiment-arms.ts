import type { Arm } from "../experiment/tables.ts";
import { printable } from "../text/frame.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Loaded, loaded, mistake, refused } from "./refusal.ts";

/** What the options say of the arms. */
export interface ArmOptions {
  readonly arm: string;
  readonly control?: string;
  readonly weights?: readonly string[];
}

/** No experiment has more arms; a column with more values is something else. */
const MOST_ARMS = 20;

/** The arms, the control first and the others by code unit, with what they were promised. */
export function readArms(
  names: readonly string[],
  { arm, control: wanted, weights }: ArmOptions,
): Loaded<readonly Arm[]> {
  const listed = names.map((name) => `"${printable(name)}"`).join(", ");
  const control = names.find((name) =>
    wanted === undefined ? name.toLowerCase() === "control" : name === wanted,
  );
  if (names.length > MOST_ARMS) {
    const message = `column "${arm}" has ${names.length} values; is it the arm?`;
    return refused(mistake("TOO_MANY_LEVELS", message));
  }
  if (names.length < 2)
    return refused(mistake("ONE_ARM", `column "${arm}" has one value only: ${listed}`));
  if (control === undefined) {
    const hint = wanted === undefined ? undefined : didYouMean(wanted, names);
    const asked =
      wanted === undefined ? "no arm is called control" : `no row has the arm "${wanted}"`;
    return refused(mistake("UNKNOWN_ARM", `${asked}; ${hint ?? `--control may be ${listed}`}`));
  }
  const order = [control, ...names.filter((each) => each !== control).toSorted(byCodeUnit)];
  const mistakes: string[] = [];
  const promised = new Map((weights ?? []).map((text) => readWeight(text, names, mistakes)));
  if (mistakes.length > 0) return refused(...mistakes);
  const missing = order.filter((name) => weights !== undefined && !promised.has(name));
  if (missing.length > 0)
    return refused(mistake("WRONG_VALUE", `--weights says nothing of "${missing.join('", "')}"`));
  return loaded(order.map((name) => ({ name, weight: promised.get(name) ?? 1 })));
}

function readWeight(
  text: string,
  names: readonly string[],
  mistakes: string[],
): readonly [string, number] {
  const [, name = "", number = ""] = /^(.*)=([\d.]+)%?$/s.exec(text) ?? [];
  const weight = Number(number);
  if (number === "" || !(weight > 0))
    mistakes.push(
      mistake("WRONG_VALUE", `--weights ${text}: write arm=weight, with a weight above 0`),
    );
  else if (!names.includes(name)) {
    const hint = didYouMean(name, names) ?? `there are ${names.join(", ")}`;
    mistakes.push(mistake("UNKNOWN_ARM", `--weights: no row has the arm "${name}"; ${hint}`));
  }
  return [name, weight];
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}
