// The policy: whether to come back, when, and to which address. No clock, no randomness, no I/O.
//
// It is that of the Rust library (`rejoin::reconnect::Policy`) with its default preset; a test holds
// both against the same decisions. Times are milliseconds.

import { lookup } from './codes.js';

/** What a policy says unless it is told otherwise. */
export const DEFAULTS = Object.freeze({
  codes: [],
  cap: 60_000,
  obeyWithin: [0, 3_600_000],
  stableAfter: 5_000,
  maxAttempts: Infinity,
  maxElapsed: Infinity,
});

/** When a client comes back, and whether. */
export class Policy {
  #options;

  constructor(options = {}) {
    const merged = { ...DEFAULTS, ...options };
    for (const { codes, retry, delay } of merged.codes) {
      const [first, last = first] = [codes].flat();
      check(isCode(first) && isCode(last) && first <= last, 'codes are a number or [first, last], 0 to 65535');
      check(VERDICTS.includes(retry), `retry is one of ${VERDICTS.join(', ')}`);
      check(delay === undefined || isRange(delay), 'delay is [min, max] in milliseconds');
    }
    check(isTime(merged.cap), 'cap is a number of milliseconds');
    check(merged.obeyWithin === null || isRange(merged.obeyWithin), 'obeyWithin is [min, max] in milliseconds, or null');
    check(isTime(merged.stableAfter), 'stableAfter is a number of milliseconds');
    check(merged.maxAttempts >= 0, 'maxAttempts is a number');
    check(merged.maxElapsed >= 0, 'maxElapsed is a number of milliseconds');
    this.#options = { ...merged, cap: Math.max(merged.cap, NARROWEST) };
  }

  /** How long a connection must have been open for attempts to count from 1 again. */
  get stableAfter() {
    return this.#options.stableAfter;
  }

  /** What to do; the delay is still to be drawn from `delays`. */
  decide({ code, reason = '', opened = true, attempt = 1, elapsed = 0 }) {
    const row = lookup(code);
    const rule = this.#ruleFor(code);
    const retry = rule?.retry ?? row.retry;
    if (retry === 'never') return giveUp('never');
    if (retry === 'not-needed') return giveUp('finished');
    if (attempt > this.#options.maxAttempts) return giveUp('too-many-attempts');
    const delays = this.#withinTime(elapsed, this.#delays(row, rule, opened ? reason : '', attempt));
    if (delays === null) return giveUp('too-long');
    return {
      action: retry === 'with-new-input' ? 'retry-with-new-input' : 'retry',
      delays,
      address: !opened || row.overload ? 'next' : 'same',
    };
  }

  #ruleFor(code) {
    return this.#options.codes.findLast(({ codes }) => {
      const [first, last = first] = [codes].flat();
      return first <= code && code <= last;
    });
  }

  /** The range from which the delay before that attempt is drawn. */
  #delays(row, rule, reason, attempt) {
    const own = attempt <= 1 ? this.#firstDelays(row, rule) : [0, this.#ceiling(attempt)];
    const window = this.#options.obeyWithin && retryWindow(reason);
    if (!window) return own;
    const [min, max] = window;
    const later = attempt <= 1 ? 0 : own[1];
    const widened = [min, Math.max(max, min + later, min + NARROWEST)];
    return moveInto(widened, this.#options.obeyWithin);
  }

  #firstDelays(row, rule) {
    if (rule?.retry === 'yes') return [...(rule.delay ?? FIRST_DELAY)];
    return lower(rule ? FIRST_DELAY : row.delay ?? FIRST_DELAY, this.#options.cap);
  }

  /** The longest delay before that attempt. */
  #ceiling(attempt) {
    const doublings = Math.min(attempt - 1, 32);
    return Math.min(FIRST_DELAY[1] * 2 ** doublings, this.#options.cap);
  }

  /** The part of the delays that is left when the time is limited. */
  #withinTime(elapsed, [min, max]) {
    const left = this.#options.maxElapsed - elapsed;
    if (left <= 0 || min > left) return null;
    return [min, Math.min(max, left)];
  }
}

/**
 * The window that a server wrote into the reason of its Close, `retry=MIN-MAX` in seconds, as
 * milliseconds; null if there is none. The last one counts; an hour is the longest.
 */
export function retryWindow(reason) {
  for (const word of reason.split(/[ ,;]/).reverse()) {
    const found = /^retry=(\d+)(?:\.(\d+))?-(\d+)(?:\.(\d+))?$/.exec(word);
    if (!found) continue;
    const [min, max] = [millis(found[1], found[2]), millis(found[3], found[4])];
    if (min > max) continue;
    return [min, max].map((time) => Number(time < LONGEST ? time : LONGEST));
  }
  return null;
}

/** The delay that a random number from 0 to 1 stands for. */
export function pick([min, max], random) {
  return min + random * (max - min);
}

// As large as a peer likes: compared whole, up to where 64 bits end.
function millis(whole, fraction = '') {
  const time = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0').slice(0, 3));
  return time < MOST ? time : MOST;
}

// Moves a range up and down to where it lies within the bounds.
function moveInto([min, max], [lowest, highest]) {
  const up = Math.max(lowest - min, 0);
  const [from, to] = lower([min + up, max + up], highest);
  return [Math.max(from, lowest), to];
}

// Moves a range down to where it ends at `end`; it keeps its width as far as that goes.
function lower([min, max], end) {
  if (max <= end) return [min, max];
  return [Math.min(min, Math.max(end - (max - min), 0)), end];
}

function giveUp(why) {
  return { action: 'give-up', why };
}

function check(holds, rule) {
  if (!holds) throw new RangeError(rule);
}

function isCode(code) {
  return Number.isInteger(code) && code >= 0 && code <= 65_535;
}

function isTime(time) {
  return Number.isFinite(time) && time >= 0;
}

function isRange(range) {
  return Array.isArray(range) && range.length === 2 && range.every(isTime) && range[0] <= range[1];
}

const VERDICTS = ['yes', 'never', 'not-needed', 'with-new-input', 'application'];

// RFC 6455 section 7.2.3.
const FIRST_DELAY = [0, 5_000];

// The narrowest range that a server's wish leads to, and the lowest cap.
const NARROWEST = 1_000;

const LONGEST = 3_600_000n;

const MOST = 2n ** 64n - 1n;
