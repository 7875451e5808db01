import { expect, test } from "vitest";
import fc from "fast-check";
import { analyse } from "../../src/experiment/analyse.ts";
import { foldRows } from "../../src/experiment/fold.ts";
import { planOf } from "../../src/experiment/power.ts";
import { rankings } from "../../src/experiment/ranking.ts";
import { USUAL_SETTINGS } from "../../src/experiment/tables.ts";
import { openStream } from "../../src/random/stream.ts";
import { SETTINGS, experimentOf } from "./tabled.ts";
