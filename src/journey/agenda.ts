import { type Instant, NEVER } from "../time/instant.ts";

/** Something that is going to happen. Of two at the same instant the one with the lower `order` comes first; orders are
 *  made of what a thing means, so that they are the same in every world. */
export interface Task {
  readonly at: Instant;
  readonly order: number;
  run(at: Instant): void;
}

/** What a life still has before it, soonest last. A life has a handful of things ahead at a time, so a sorted array is
 *  the fastest queue. INVARIANT: `nextAt` is the soonest task's. */
export class Agenda {
  nextAt: Instant = NEVER;
  readonly #end: Instant;
  readonly #tasks: Task[] = [];
  /** How many tasks there are: an array that shrinks and grows again would be made anew. */
  #number = 0;

  constructor(end: Instant) {
    this.#end = end;
  }

  /** Adds a task; one at or after the end of the run is forgotten. */
  add(task: Task): void {
    if (task.at >= this.#end) return;
    const tasks = this.#tasks;
    let index = this.#number++;
    for (; index > 0 && isBefore(tasks[index - 1]!, task); index--)
      tasks[index] = tasks[index - 1]!;
    tasks[index] = task;
    this.nextAt = tasks[this.#number - 1]!.at;
  }

  /** Runs everything that is due at `nextAt`. */
  runNext(): void {
    const at = this.nextAt;
    while (this.nextAt === at && this.#number > 0) {
      const task = this.#tasks[--this.#number]!;
      this.nextAt = this.#number === 0 ? NEVER : this.#tasks[this.#number - 1]!.at;
      task.run(at);
    }
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
