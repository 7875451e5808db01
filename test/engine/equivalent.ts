/** The comparisons of the engine of which nothing can notice that they are flipped, each with the reason. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  "binding.ts: if (this.counters.size < this.#sweepAt) return;":
    "when values are swept decides about memory, not truth",
  "clock.ts: this.until = turn < this.#spanEnd ? turn : this.#spanEnd;":
    "of two equal instants either is the earlier",
  "counter.ts: return this.#times.newest(1) + this.#window <= at;":
    "when a value is swept decides about memory, not truth",
  "due.ts: if (this.#times[parent]! <= at) break;":
    "of two that are due at once either may go first",
  "due.ts: if (!(this.#times[child]! < at)) break;":
    "of two that are due at once either may go first",
  "due.ts: return this.#times[left + 1]! < this.#times[left]! ? left + 1 : left;":
    "of two that are due at once either may go first",
  "leaves/count-in.ts: return this.#times.newest(1) < this.#window.keepFrom(at);":
    "when a value is swept decides about memory, not truth",
  "leaves/moments.ts: if (at >= this.newest) return this.times.push(at) - 1;":
    "the place after its equals is found either way",
  "leaves/moments.ts: if (this.first < LITTER || this.first * 2 < this.times.length) return;":
    "when what is forgotten is cleared away decides about memory, not truth",
  "leaves/moments.ts: if (this.first < LITTER || this.first * 2 < this.times.length) return; #2":
    "when what is forgotten is cleared away decides about memory, not truth",
  "leaves/ordered.ts: let index = at >= this.newest ? this.times.length : this.indexFrom(at + 1);":
    "the place after its equals is found either way",
  "leaves/ordered.ts: while (index > this.first && this.#isAfter(index - 1, at, sequence)) index -= 1;":
    "what it would bring back had been forgotten because nobody looks at it",
  "leaves/peaks.ts: while (place > this.first && this.#isAfter(place - 1, at, sequence)) place -= 1;":
    "what was forgotten comes before everything that is still put in its place",
  "leaves/peaks.ts: if (things[place]! >= value) return; // also the largest of those that come after it":
    "of two equal numbers the earlier one changes nothing: it leaves first",
  "leaves/peaks.ts: while (start > this.first && things[start - 1]! <= value) start -= 1; #2":
    "of two equal numbers the earlier one changes nothing: it leaves first",
  "leaves/session.ts: if (this.holds !== this.#ended && now < this.until) return false;":
    "at `until` itself every segment that depends on the session is looked at anyway",
  "leaves/sessions.ts: while (start > first && this.#isNear(times[start - 1]!, times[start])) start -= 1;":
    "what was forgotten is cut off the session at the next look",
  "leaves/verdicts.ts: if (at < this.#statedFrom) this.#dropFallback(at);":
    "of that instant what is fallen back on was void already",
  "leaves/verdicts.ts: while ((this.times[this.first + 1] ?? Infinity) <= at) this.forgetOldest();":
    "what came before the span decides about memory, not truth",
  "leaves/verdicts.ts: while (start > this.first && this.things[start - 1] === true) start -= 1;":
    "what was forgotten came before the span, and the span has passed either way",
  "leaves/zone-line.ts: while ((statements.times[statements.first + 1] ?? Infinity) < keepFrom)":
    "what is stated at the beginning of what is kept holds from there on",
  "newest-value.ts: if (at < this.until) return;": "`until` is infinite, one way or the other",
  "next-change.ts: while (changes.length === 0 && engine.nextInstant <= horizon)":
    "whether ten years to the millisecond are still within ten years is nobody's concern",
  "pending.ts: if (this.#events.length > 0) this.#events = [];": "it spares a new empty list",
  "seen.ts: if (this.#size * 2 >= this.#ids.length) this.#grow();":
    "when the table grows decides about memory and speed",
  "seen.ts: if (this.#others.size > 0) this.#others.clear();": "it spares emptying what is empty",
  "seen.ts: for (let index = 0; index < ids.length; index++) {": "beyond the end no place is taken",
  "some-value.ts: if (condition.until < verdict.dueAt) {":
    "a value that is due already is made due once more",
  "viewed.ts: if (byTime(this.#views[earlier]!.event, event) > 0) return;":
    "a view that is equal in time takes the place of its equal",
  "leaves/windowed.ts: while (this.#edge(0) < from) this.#leave();":
    "what leaves at the edge itself enters again in the next line",
  "agenda.ts: if (at < this.first) this.first = at;": "the minimum of equals",
  "all.ts: if (until < firstLoss) firstLoss = until;": "the minimum of equals",
  "all.ts: } else if (until > lastGain) {":
    "of two parts that keep the whole from turning equally long either may decide",
  "context.ts: if (this.#attributes.size > 0 && event.name === PROFILE_UPDATED) this.#takeAttributes(event);":
    "it spares a loop over nothing",
  "counter.ts: if (now < truth.until && this.#levelAt(now) === this.#level) return false;":
    "at `until` itself everything that depends on the count is looked at anyway",
  "engine.ts: if (event.at > arrivedAt) this.#wait(event);":
    "an event that waits for no time is applied at the same instant, in the same order",
  "engine.ts: if (membership.at < first) first = membership.at;": "the minimum of equals",
  "engine.ts: agenda.first = listener.at < first ? listener.at : first;": "the minimum of equals",
  "leaves/then.ts: if (this.#isSettled() || at <= this.#newest) return false;":
    "a second of the instant of the newest changes nothing",
  "newest-value.ts: if (truth.until < Infinity || this.#test(this.#read()) !== truth.holds) truth.doubt();":
    "a doubt too many costs time, not truth",
  "newest.ts: this.#older = capacity > 2 ? new Ring(capacity - 2) : undefined;":
    "nobody asks for the third newest of two",
  "newest.ts: if (at >= this.#first) {": "equal instants are interchangeable",
  "newest.ts: } else if (at > this.#second) {": "equal instants are interchangeable",
  "newest.ts: if (this.#older !== undefined && third > -Infinity) this.#older.add(third);":
    "no instant is the same as one that never was",
  "policy/policy.ts: for (let segment = 0; segment < looks.length; segment++)":
    "beyond the end nothing is due",
  "policy/policy.ts: for (let segment = 0; segment < looks.length; segment++) {":
    "beyond the end nothing is due",
  "policy/policy.ts: if (look < first) first = look;": "the minimum of equals",
  "ring.ts: if (at <= this.#times[this.#first]!) return; // as old as the oldest of enough: it can never be looked at":
    "it would replace an instant by its equal",
  "ring.ts: while (place > this.#first && times[(place - 1) & mask]! > at) { #2":
    "equal instants are interchangeable",
  "ring.ts: for (let index = 0; index < this.#size; index++) {":
    "what is copied beyond the size is never read",
  "routes.ts: if (this.#paths.size < REMEMBERED_NAMES) this.#paths.set(name, path);":
    "how many names are remembered decides about memory and speed",
};
