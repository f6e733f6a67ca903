// A WebSocket that is made again when it ends. See rejoin.d.ts for what everything means.

import { Course } from './course.js';
import { Outbox, byteLength } from './outbox.js';
import { Policy, pick, retryWindow } from './policy.js';

export { ROWS, lookup } from './codes.js';
export { Policy, retryWindow };

/** A connection that comes back by itself. */
export class ReconnectingSocket extends EventTarget {
  #environment;
  #addresses;
  #address = 0;
  #protocols;
  #binaryType;
  #newInput;
  #connectWithin;
  #hooksWithin;
  #course;
  #outbox;
  #state = 'connecting';
  #socket = null;
  #timer = null;
  #flushTimer = null;
  // What was handed to the browser and may still be there, oldest first.
  #onTheWay = [];
  #bytesOnTheWay = 0;
  #handedOver = 0;
  #dropped = null;
  #lastEnd = null;
  #wantsToClose = false;

  constructor(url, options = {}) {
    super();
    this.#environment = { ...browser(), ...options.environment };
    this.#addresses = [url].flat().map(String);
    if (this.#addresses.length === 0) throw new RangeError('there is no address to connect to');
    this.#protocols = options.protocols ?? [];
    this.#binaryType = options.binaryType ?? 'arraybuffer';
    this.#newInput = options.newInput ?? null;
    this.#connectWithin = options.connectWithin ?? 20_000;
    this.#hooksWithin = options.hooksWithin ?? 20_000;
    const policy = options.policy instanceof Policy ? options.policy : new Policy(options.policy);
    this.#course = new Course(policy);
    this.#outbox = new Outbox(options.outbox);
    // What is wrong with the first address is the caller's mistake, and told at once.
    this.#connect();
  }

  get state() {
    return this.#state;
  }

  get url() {
    return this.#addresses[this.#address];
  }

  get protocol() {
    return this.#state === 'open' ? this.#socket.protocol : '';
  }

  get extensions() {
    return this.#state === 'open' ? this.#socket.extensions : '';
  }

  get attempt() {
    return this.#course.attempt;
  }

  /** What waits in the outbox. */
  get waiting() {
    return { messages: this.#outbox.messages, bytes: this.#outbox.bytes };
  }

  /** Takes a message for this connection or a later one. Says whether: false is no room, or over. */
  send(data) {
    byteLength(data);
    if (this.#wantsToClose || this.#state === 'over') return false;
    const elsewhere = this.#state === 'open' ? this.#socket.bufferedAmount : 0;
    const { taken, dropped } = this.#outbox.offer(data, elsewhere);
    this.#tellDropped(dropped);
    if (this.#state === 'open') this.#flush(HIGH_BYTES);
    return taken;
  }

  /** Closes for good; what waits is sent before, if a connection is open. */
  close(code = 1000, reason = '') {
    if (!(code === 1000 || (Number.isInteger(code) && code >= 3000 && code <= 4999))) {
      throw new RangeError('a page may close with 1000 or with 3000 to 4999');
    }
    if (byteLength(reason) > 123) throw new RangeError('a reason has at most 123 bytes');
    if (this.#wantsToClose || this.#state === 'over') return;
    this.#wantsToClose = true;
    if (this.#state === 'open') {
      this.#flush(Infinity);
      this.#state = 'closing';
      this.#socket.close(code, reason);
    } else {
      this.#letGo();
      this.#giveUp('asked');
    }
  }

  /** Ends the wait before the next attempt: the network is back, or a person asks. */
  retryNow() {
    if (this.#state !== 'waiting') return;
    this.#environment.clearTimeout(this.#timer);
    this.#endWait();
  }

  #connect() {
    const { WebSocket, setTimeout } = this.#environment;
    const socket = new WebSocket(this.url, this.#protocols);
    this.#state = 'connecting';
    this.#socket = socket;
    socket.binaryType = this.#binaryType;
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#tell('message', { data });
    socket.onclose = ({ code, reason, wasClean }) => this.#closed({ code, reason, wasClean });
    const lost = () => {
      this.#letGo();
      this.#closed({ code: 1006, reason: '', wasClean: false });
    };
    this.#timer = setTimeout(lost, this.#connectWithin);
  }

  #opened() {
    this.#environment.clearTimeout(this.#timer);
    this.#state = 'open';
    this.#course.opened(this.#environment.now());
    const { url, attempt, protocol, extensions } = this;
    this.#tell('open', { url, attempt, protocol, extensions });
    // A listener may have closed it.
    if (this.#state === 'open') this.#flush(HIGH_BYTES);
  }

  #closed({ code, reason, wasClean }) {
    const wasOpen = this.#state === 'open' || this.#state === 'closing';
    this.#environment.clearTimeout(this.#timer);
    this.#environment.clearTimeout(this.#flushTimer);
    this.#lastEnd = { code, reason, wasClean, opened: wasOpen };
    this.#state = 'ended';
    if (wasOpen) {
      this.#settle();
      const inDoubt = this.#onTheWay.map(({ data }) => data);
      const handedOver = this.#handedOver - inDoubt.length;
      this.#forget();
      this.#tell('closed', { code, reason, wasClean, handedOver, inDoubt, kept: this.#outbox.messages });
      // A listener may have closed it for good.
      if (this.#state === 'over') return;
    }
    this.#socket = null;
    if (this.#wantsToClose) this.#giveUp('asked');
    else this.#decide();
  }

  #decide() {
    const { now, random, setTimeout } = this.#environment;
    const decision = this.#course.ended(this.#lastEnd, now());
    if (decision.action === 'give-up') return this.#giveUp(decision.why);
    const needsInput = decision.action === 'retry-with-new-input';
    if (needsInput && !this.#newInput) return this.#giveUp('no-new-input');
    if (decision.address === 'next') this.#address = (this.#address + 1) % this.#addresses.length;
    const delay = pick(decision.delays, random());
    this.#state = 'waiting';
    this.#lastEnd.needsInput = needsInput;
    this.#timer = setTimeout(() => this.#endWait(), delay);
    const { code, reason, opened } = this.#lastEnd;
    this.#tell('waiting', { delay, attempt: this.attempt, url: this.url, code, reason, opened });
  }

  #endWait() {
    if (this.#lastEnd.needsInput) this.#askForInput();
    else this.#again();
  }

  #askForInput() {
    const { setTimeout, clearTimeout } = this.#environment;
    this.#state = 'asking';
    let settled = false;
    const settle = (input) => {
      if (settled || this.#state !== 'asking') return;
      settled = true;
      clearTimeout(this.#timer);
      if (input === undefined || input === null) return this.#giveUp('no-new-input');
      const { url = this.url, protocols = this.#protocols } = typeof input === 'object' ? input : { url: input };
      this.#addresses[this.#address] = String(url);
      this.#protocols = protocols;
      this.#again();
    };
    this.#timer = setTimeout(() => settle(null), this.#hooksWithin);
    const { code, reason } = this.#lastEnd;
    // The hook may throw at once or later: either way there is no new input.
    new Promise((resolve) => resolve(this.#newInput({ code, reason, url: this.url })))
      .then(settle, () => settle(null));
  }

  #again() {
    try {
      this.#connect();
    } catch {
      // The browser does not take this address, and never will.
      this.#giveUp('never');
    }
  }

  #giveUp(why) {
    this.#environment.clearTimeout(this.#timer);
    this.#state = 'over';
    const unsent = this.#outbox.takeAll().map(({ data }) => data);
    const { code = null, reason = '' } = this.#lastEnd ?? {};
    this.#tell('gaveup', { why, code, reason, unsent });
  }

  // The browser's socket may go on for a while, but nobody listens to it any more.
  #letGo() {
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  // Hands messages to the browser while it holds fewer than `high` bytes, and looks again as long as
  // some are left: it does not tell when they have gone.
  #flush(high) {
    const { setTimeout, clearTimeout } = this.#environment;
    while (this.#outbox.messages > 0 && this.#socket.bufferedAmount < high) {
      const message = this.#outbox.take();
      this.#socket.send(message.data);
      this.#onTheWay.push(message);
      this.#bytesOnTheWay += message.bytes;
      this.#handedOver += 1;
    }
    this.#settle();
    clearTimeout(this.#flushTimer);
    if (this.#outbox.messages > 0 || this.#onTheWay.length > 0) {
      this.#flushTimer = setTimeout(() => this.#flush(HIGH_BYTES), LOOK_AGAIN);
    }
  }

  // Forgets what the browser has handed to the network.
  #settle() {
    const { bufferedAmount } = this.#socket;
    while (this.#onTheWay.length > 0 && this.#bytesOnTheWay - this.#onTheWay[0].bytes >= bufferedAmount) {
      this.#bytesOnTheWay -= this.#onTheWay.shift().bytes;
    }
  }

  #forget() {
    this.#onTheWay = [];
    this.#bytesOnTheWay = 0;
    this.#handedOver = 0;
  }

  // Many may be dropped in one go: they are told together.
  #tellDropped(dropped) {
    if (dropped.length === 0) return;
    if (this.#dropped === null) {
      this.#dropped = { messages: 0, bytes: 0 };
      queueMicrotask(() => {
        const told = this.#dropped;
        this.#dropped = null;
        this.#tell('dropped', told);
      });
    }
    this.#dropped.messages += dropped.length;
    for (const { bytes } of dropped) this.#dropped.bytes += bytes;
  }

  #tell(type, fields) {
    this.dispatchEvent(Object.assign(new Event(type), fields));
  }
}

// What the browser provides; tests bring their own.
function browser() {
  return {
    WebSocket: globalThis.WebSocket,
    now: () => performance.now(),
    random: Math.random,
    setTimeout: (work, delay) => globalThis.setTimeout(work, delay),
    clearTimeout: (timer) => globalThis.clearTimeout(timer),
  };
}

// More than this waits here instead of in the browser.
const HIGH_BYTES = 256 << 10;

const LOOK_AGAIN = 100;
