import { DEVICES, type Device } from "../../../../src/journey/device.ts";
import type { Traits } from "../../../../src/journey/traits.ts";
import { type Moment, numbers } from "../moment.ts";
import { type Estimate, jackknife } from "../tally.ts";

function share(test: (traits: Traits) => boolean): (all: readonly Traits[]) => Estimate {
  return (all) => {
    const value = all.filter(test).length / all.length;
    return { value, error: Math.sqrt((value * (1 - value)) / all.length) };
  };
}

const owns =
  (device: Device) =>
  ({ owned }: Traits): boolean =>
    ((owned >> DEVICES.indexOf(device)) & 1) === 1;

/** What people are before anything happens. */
export const TRAITS: readonly Moment<Traits>[] = [
  {
    name: "people with a phone",
    source: "nearly all",
    worth: "assumed",
    measure: share(owns("mobile")),
    target: 0.97,
    mutants: [numbers("one in five has none", 300, { ownPhone: 0.8 })],
  },
  {
    name: "people with a desktop",
    source: "a computer at hand",
    worth: "assumed",
    measure: share(owns("desktop")),
    target: 0.62,
    mutants: [numbers("one device per person", 300, { ownDesktop: 0.03 })],
  },
  {
    name: "people with a tablet",
    source: "one in five",
    worth: "assumed",
    measure: share(owns("tablet")),
    target: 0.2,
    mutants: [numbers("one device per person", 300, { ownTablet: 0 })],
  },
  {
    name: "people whose main device somebody else uses too",
    source: "one in twenty",
    worth: "assumed",
    measure: share(({ shares }) => shares),
    target: 0.05,
    mutants: [numbers("nobody shares", 600, { sharedDevice: 0 })],
  },
  {
    name: "people whom mail puts off",
    source: "a minority",
    worth: "assumed",
    measure: share(({ isSleepingDog }) => isSleepingDog),
    target: 0.06,
    mutants: [numbers("no sleeping dogs", 600, { sleepingDog: 0 })],
  },
  {
    name: "mailboxes that are scanned",
    source: "Live Direct Marketing guide, consumers",
    worth: "vendors' average",
    measure: share(({ isScanned }) => isScanned),
    target: 0.02,
    mutants: [numbers("scanned as in firms", 1000, { scannedMailbox: 0.1 })],
  },
  {
    name: "missions a day, deviation over mean",
    source: "a Gamma of shape .6",
    worth: "assumed",
    measure: jackknife((all) => {
      const mean = all.reduce((sum, each) => sum + each.missionsPerDay, 0) / all.length;
      const squares = all.reduce((sum, each) => sum + (each.missionsPerDay - mean) ** 2, 0);
      return Math.sqrt(squares / all.length) / mean;
    }),
    target: Math.sqrt(1 / 0.6),
    mutants: [numbers("everybody comes as often", 300, { missionRateShape: 500 })],
  },
];
