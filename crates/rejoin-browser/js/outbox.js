// Messages that wait for a connection, within limits.

export const LIMITS = Object.freeze({ maxMessages: 1_024, maxBytes: 1 << 20, overflow: 'refuse' });

/** What waits, in order. */
export class Outbox {
  #limits;
  #waiting = [];
  #bytes = 0;

  constructor(limits = {}) {
    this.#limits = { ...LIMITS, ...limits };
    const { maxMessages, maxBytes, overflow } = this.#limits;
    if (!(maxMessages >= 1) || !(maxBytes >= 0)) {
      throw new RangeError('an outbox takes one message at least, and no negative number of bytes');
    }
    if (overflow !== 'refuse' && overflow !== 'drop-oldest') {
      throw new RangeError('overflow is refuse or drop-oldest');
    }
  }

  get messages() {
    return this.#waiting.length;
  }

  get bytes() {
    return this.#bytes;
  }

  /**
   * Takes a message if there is room for it beside `elsewhere` bytes that wait already. Says whether,
   * and what was dropped for it.
   */
  offer(data, elsewhere) {
    const message = { data, bytes: byteLength(data) };
    const dropped = [];
    while (!this.#hasRoom(message.bytes, elsewhere)) {
      if (!this.#mayDropFor(message.bytes, elsewhere)) return { taken: false, dropped };
      dropped.push(this.take());
    }
    this.#waiting.push(message);
    this.#bytes += message.bytes;
    return { taken: true, dropped };
  }

  take() {
    const message = this.#waiting.shift();
    if (message) this.#bytes -= message.bytes;
    return message;
  }

  /** Empties it. */
  takeAll() {
    const all = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    return all;
  }

  // A message larger than everything is taken while nothing else waits.
  #hasRoom(bytes, elsewhere) {
    const { maxMessages, maxBytes } = this.#limits;
    const fits = this.#waiting.length < maxMessages && this.#bytes + elsewhere + bytes <= maxBytes;
    return fits || (this.#waiting.length === 0 && elsewhere === 0);
  }

  // Nothing is dropped for what would not fit all the same.
  #mayDropFor(bytes, elsewhere) {
    const { overflow, maxBytes } = this.#limits;
    return overflow === 'drop-oldest' && (elsewhere === 0 || elsewhere + bytes <= maxBytes);
  }
}

/** The payload bytes of what `WebSocket.send` takes. */
export function byteLength(data) {
  if (typeof data === 'string') return new TextEncoder().encode(data).length;
  if (typeof data?.byteLength === 'number') return data.byteLength;
  if (typeof data?.size === 'number') return data.size;
  throw new TypeError('a message is a string, an ArrayBuffer, a view of one, or a Blob');
}
