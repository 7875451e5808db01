/** Something that is looked at at its turn. */
export interface Turn {
  /** When that is. */
  at: number;
  /** Its place among those of one instant. */
  readonly place: number;
}

/** When something must be looked at next. */
export class Agenda {
  /** The first instant at which something must be. */
  first = Infinity;
  /** The instant as of which events count that come now. */
  now = -Infinity;
  /** Nothing is looked at before. */
  start = -Infinity;
  /** The place of what is being looked at: the turn of what comes before it is over. */
  deciding = -1;

  /** Has something looked at now, unless its turn is over. Two segments that ask for each other, which `check` refuses,
   *  would otherwise never come to rest. */
  callUp(turn: Turn): void {
    if (turn.place <= this.deciding) return;
    const at = Math.max(this.now, this.start);
    turn.at = at;
    if (at < this.first) this.first = at;
  }

  /** Begins anew: everything is looked at at `start`. */
  reset(start: number): void {
    this.first = start;
    this.now = -Infinity;
    this.start = start;
  }
}
