/** The devices that people own, by the names that events carry. */
export const DEVICES = ["mobile", "desktop", "tablet"] as const;
/** A device. */
export type Device = (typeof DEVICES)[number];
