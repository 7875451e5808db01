import { PROFILE_UPDATED } from "../../model/event.ts";
import { exponential } from "../../random/distribution.ts";
import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { timeOfDayAt } from "../../time/zone.ts";
import type { Body } from "../body.ts";
import { eventOf } from "../fact.ts";
import { nextWaking } from "../rhythm.ts";
import { RANK, planDeed } from "./deed.ts";
import type { Fatigue } from "./fatigue.ts";
import { LETTER_DRAW, type Letter, delayOf, drawOf, idOf, opens } from "./letter.ts";

/** How long people take to get to their mail after waking, in the mean: assumed. */
const AFTER_WAKING = 45 * UNITS.min;
/** From reading to unsubscribing or complaining, median: assumed. */
const TO_WITHDRAW = 40 * UNITS.s;
/** The share of people who want something at a time, as measured of the default people; it keeps the mean of opens where
 *  it is. */
const WANTING = 0.06;

/** What hears of what a person does with mail. */
export interface Reader {
  /** Whether the person wants to buy something at that instant. */
  wants(at: Instant): boolean;
  /** A letter was read; `visit` is the chance of a visit without a click. */
  read(letter: Letter, at: Instant, boost: number): void;
  click(key: number, at: Instant, boost: number): void;
  withdraw(at: Instant): void;
}

/** What the person is about to do with a letter. */
export interface Delivered {
  readonly letter: Letter;
  /** When the mailbox has fetched the pictures by itself: nobody sees an open after that. */
  readonly machineAt: Instant;
  readonly load: number;
  readonly fatigue: Fatigue;
}

/** The person opens a letter when awake, or never; and may then answer it. */
export function readByHand(body: Body, reader: Reader, delivered: Delivered): void {
  const { letter, load, fatigue, machineAt } = delivered;
  const { ground, traits } = body;
  const { openAffinitySlope: slope, openWhenWanting } = ground.settings.numbers;
  const wanting = (reader.wants(letter.deliveredAt) ? 1 : 0) - WANTING;
  if (!opens(letter, slope * traits.affinity + openWhenWanting * wanting, slope)) return;
  if (drawOf(letter, LETTER_DRAW.tired) >= fatigue.stillOpens(load)) return;
  const at = openingOf(body, letter);
  const mail_client = traits.appleMail ? "apple_mail" : "other";
  planDeed(body, letter, {
    at,
    rank: RANK.open,
    name: "Email Opened",
    cause: "human",
    properties: { ...letter.properties, mail_client },
    isUnseen: at >= machineAt,
    then: () => reader.read(letter, at, boostAt(body, letter, at)),
  });
  answer(body, reader, { delivered, openedAt: at });
}

function openingOf({ ground, where }: Body, letter: Letter): Instant {
  const { openDelayMedianH, openDelaySigma, wakeH, sleepH } = ground.settings.numbers;
  const shape = { median: openDelayMedianH * UNITS.h, sigma: openDelaySigma };
  const delay = delayOf(letter, LETTER_DRAW.openDelay, shape);
  const wished = (letter.deliveredAt + delay) as Instant;
  const hours = { wake: wakeH * UNITS.h, sleep: sleepH * UNITS.h };
  const awake = nextWaking(where.at(wished).zone, wished, hours);
  if (awake === wished) return wished;
  const pause = exponential(AFTER_WAKING, drawOf(letter, LETTER_DRAW.wake));
  return (awake + Math.ceil(pause)) as Instant;
}

/** What a letter does to the readiness to buy: more on a phone in the evening. */
function boostAt({ ground, where }: Body, letter: Letter, at: Instant): number {
  const { settings } = ground;
  const time = timeOfDayAt(where.at(at).zone, at);
  const isEvening = time >= 18 * UNITS.h && time < 21 * UNITS.h;
  const isPhone = drawOf(letter, LETTER_DRAW.device) < settings.devices.mobile;
  return letter.appeal.boost * (isEvening && isPhone ? settings.numbers.eveningPhone : 1);
}

/** Of those who open, some click, some unsubscribe, and very few complain. */
function answer(
  body: Body,
  reader: Reader,
  { delivered, openedAt }: { readonly delivered: Delivered; readonly openedAt: Instant },
): void {
  const { letter, load, fatigue } = delivered;
  const { appeal, properties } = letter;
  const { clickDelayMedianS, clickDelaySigma } = body.ground.settings.numbers;
  const follows = (draw: number, share: number): boolean =>
    drawOf(letter, draw) < share / appeal.open;
  const after = (draw: number, median: number): Instant =>
    (openedAt + delayOf(letter, draw, { median, sigma: clickDelaySigma })) as Instant;
  const common = { cause: "human", properties } as const;
  if (follows(LETTER_DRAW.click, appeal.click))
    planDeed(body, letter, {
      ...common,
      at: after(LETTER_DRAW.clickDelay, clickDelayMedianS * UNITS.s),
      rank: RANK.click,
      name: "Email Link Clicked",
      then: (at) => reader.click(idOf(letter, RANK.click), at, appeal.clickBoost),
    });
  const withdraws =
    (rank: number) =>
    (at: Instant): void =>
      withdrawn(body, reader, { letter, at, rank });
  if (follows(LETTER_DRAW.unsubscribe, fatigue.unsubscribes(appeal.unsubscribe, load)))
    planDeed(body, letter, {
      ...common,
      at: after(LETTER_DRAW.unsubscribeDelay, TO_WITHDRAW),
      rank: RANK.unsubscribe,
      name: "Unsubscribed",
      then: withdraws(RANK.unsubscribed),
    });
  if (follows(LETTER_DRAW.complaint, fatigue.complains(appeal.complaint, load)))
    planDeed(body, letter, {
      ...common,
      at: after(LETTER_DRAW.complaintDelay, TO_WITHDRAW),
      rank: RANK.spam,
      name: "Email Marked as Spam",
      then: withdraws(RANK.complained),
    });
}

/** The CRM learns that the person may not be written to any more. */
function withdrawn(
  { emit }: Body,
  reader: Reader,
  { letter, at, rank }: { readonly letter: Letter; readonly at: Instant; readonly rank: number },
): void {
  reader.withdraw(at);
  const key = idOf(letter, rank);
  const properties = { consent: false };
  emit(eventOf({ key, name: PROFILE_UPDATED, at, cause: "system", properties }));
}
