import type { Duration } from "../../time/duration.ts";
import type { Relaxation } from "../ast.ts";
import { readSpan } from "./length.ts";
import { readLiteral } from "./literal.ts";
import { readParts } from "./parts.ts";
import { deviceOf } from "./profile.ts";
import type { Reading } from "./reading.ts";
import { readPriority } from "./share.ts";
import { readWhole } from "./whole.ts";

interface Draft {
  time?: Duration | "wrong";
  devices?: readonly string[] | "wrong";
  priority?: number | "wrong";
}

const NAMES = { time: "time", devices: "device", priority: "priority" } as const;

/** Reads `when propensity > 0.85: time by 45min, device to (mobile, tablet), priority +10`, after `relax`. */
export function readRelaxation(reading: Reading): Relaxation | undefined {
  const { cursor } = reading;
  const start = cursor.last();
  if (!cursor.accept("when")) return cursor.expected('"when" and a condition');
  const ends = (): boolean => cursor.isSymbol(":") || peekEffect(reading) !== undefined;
  const when = readWhole(reading, { ends, next: 'or ":" and what is relaxed' });
  if (!cursor.acceptSymbol(":") && when !== undefined)
    return cursor.expected('":" and what is relaxed', EFFECTS);
  const draft: Draft = {};
  readEffects(reading, draft);
  const { time, devices, priority } = draft;
  if (time === undefined && devices === undefined && priority === undefined)
    return when && cursor.expected("what is relaxed", EFFECTS);
  if (time === "wrong" || devices === "wrong" || priority === "wrong") return undefined;
  if (when === undefined) return undefined;
  return {
    span: cursor.spanFrom(start),
    when,
    ...(time === undefined ? {} : { time }),
    ...(devices === undefined ? {} : { devices }),
    ...(priority === undefined ? {} : { priority }),
  };
}

const EFFECTS = "such as time by 45min, device to (mobile, tablet), priority +10";

function readEffects(reading: Reading, draft: Draft): void {
  const { cursor } = reading;
  readParts<Draft>(cursor, draft, {
    owner: "relax",
    names: NAMES,
    peek: () => (skipJoint(reading), peekEffect(reading)),
    read(part) {
      const what = cursor.next();
      switch (part) {
        case "time":
          return cursor.accept("by") ? readSpan(cursor) : cursor.expected('"by" and a length');
        case "devices":
          return cursor.accept("to") ? readDevices(reading) : cursor.expected('"to" and devices');
        case "priority":
          return readPriority(cursor, what);
      }
    },
  });
}

/** Takes what may stand between two effects, if another follows. */
function skipJoint(reading: Reading): void {
  const { cursor } = reading;
  const isJoint = cursor.isSymbol(",") || cursor.isSymbol(";") || cursor.is("and");
  if (isJoint && peekEffect(reading, 1) !== undefined) cursor.next();
}

/** The effect that begins `ahead` of here. A priority with a plus is one; without, it is the rule's own clause. */
function peekEffect({ cursor }: Reading, ahead = 0): keyof Draft | undefined {
  const { word } = cursor.peek(ahead);
  const next = cursor.peek(ahead + 1).word;
  if (word === "time" && next === "by") return "time";
  if ((word === "device" || word === "devices") && next === "to") return "devices";
  return word === "priority" && cursor.isSymbol("+", ahead + 1) ? "priority" : undefined;
}

function readDevices(reading: Reading): readonly string[] | undefined {
  const { cursor } = reading;
  const read = deviceOf(reading);
  const readOne = (): string | undefined => {
    const literal = readLiteral(cursor, "a device");
    return literal && read(literal);
  };
  const devices: (string | undefined)[] = [];
  const isList = cursor.acceptSymbol("(");
  do devices.push(readOne());
  while (isList && cursor.acceptSymbol(","));
  if (isList && !cursor.acceptSymbol(")"))
    return devices.includes(undefined) ? undefined : cursor.expected('"," or ")"');
  const known = devices.filter((each) => each !== undefined);
  return known.length === devices.length ? known : undefined;
}
