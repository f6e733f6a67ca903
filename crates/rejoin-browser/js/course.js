// The course of a client: how many attempts there were, and since when it has been away.

/** Applies a policy over time; `now` is always an argument, in milliseconds. */
export class Course {
  #policy;
  #attempt = 0;
  #awaySince = null;
  #opened = null;

  constructor(policy) {
    this.#policy = policy;
  }

  /** 0 before the first connection ended or failed, then from 1 until a connection was stable. */
  get attempt() {
    return this.#attempt;
  }

  /** A connection is open. */
  opened(now) {
    this.#opened = now;
  }

  /** The connection has ended, or did not come to be: what to do. */
  ended({ code, reason }, now) {
    const opened = this.#opened !== null;
    if (opened && now - this.#opened >= this.#policy.stableAfter) {
      this.#attempt = 0;
      this.#awaySince = null;
    }
    this.#opened = null;
    this.#awaySince ??= now;
    this.#attempt += 1;
    const elapsed = now - this.#awaySince;
    return this.#policy.decide({ code, reason, opened, attempt: this.#attempt, elapsed });
  }
}
