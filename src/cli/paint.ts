import { styleText } from "node:util";
import type { Tone } from "../report/plain.ts";

/** Blue and orange-ish, never red against green; a colour only repeats what the symbols say. */
const STYLES = {
  good: "blue",
  bad: ["bold", "yellow"],
  warn: "yellow",
  dim: "dim",
  strong: "bold",
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Colours a text where colour is wanted. */
export function painter(isColourful: boolean): (text: string, tone: Tone) => string {
  return (text, tone) =>
    isColourful ? styleText(STYLES[tone] as "blue", text, { validateStream: false }) : text;
}
