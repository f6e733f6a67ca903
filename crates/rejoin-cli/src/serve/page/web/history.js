// Two minutes of what the server has told, across its restarts.

export class History {
  /** What there was at each moment: connections, and messages a second. */
  samples = [];
  /** How many connections ended with each code, in the order of the codes. */
  closes = new Map();
  /** When another process answered for the first time. */
  restarts = [];
  #last = null;
  #before = new Map();

  add({ pid, open, messages, closed }, at) {
    const last = this.#last;
    const same = last !== null && last.pid === pid;
    if (last !== null && !same) {
      this.restarts.push(at);
      // A new process counts from 0.
      this.#before = new Map(this.closes);
    }
    const rate = same ? ((messages - last.messages) * 1000) / Math.max(at - last.at, 1) : 0;
    this.samples.push({ at, open, rate: Math.max(rate, 0) });
    const oldest = at - SPAN;
    this.samples = this.samples.filter((sample) => sample.at >= oldest);
    this.restarts = this.restarts.filter((time) => time >= oldest);
    const counts = new Map(this.#before);
    for (const [code, count] of Object.entries(closed)) counts.set(code, (this.#before.get(code) ?? 0) + count);
    this.closes = new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#last = { pid, messages, at };
  }
}

const SPAN = 120_000;
