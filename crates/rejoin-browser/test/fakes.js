// A browser without a network: time, chance and sockets are the test's.

/** Virtual time; everything due runs in order. */
export class Clock {
  #now = 0;
  #timers = new Map();
  #last = 0;

  now = () => this.#now;

  setTimeout = (work, delay) => {
    this.#last += 1;
    this.#timers.set(this.#last, { at: this.#now + delay, work });
    return this.#last;
  };

  clearTimeout = (timer) => {
    this.#timers.delete(timer);
  };

  get pending() {
    return this.#timers.size;
  }

  /** Lets so many milliseconds pass. */
  async pass(milliseconds) {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const due = [...this.#timers].filter(([, { at }]) => at <= end);
      if (due.length === 0) break;
      const [timer, { at, work }] = due.reduce((first, other) => (other[1].at < first[1].at ? other : first));
      this.#now = Math.max(this.#now, at);
      this.#timers.delete(timer);
      work();
    }
    this.#now = end;
    await settled();
  }
}

/** Everything that was promised has happened. */
function settled() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The sockets that a client made, in order; the test plays the server. */
export function sockets() {
  const made = [];
  class FakeWebSocket {
    binaryType = 'blob';
    bufferedAmount = 0;
    protocol = '';
    extensions = '';
    sent = [];
    closedWith = null;
    onopen = null;
    onmessage = null;
    onclose = null;

    constructor(url, protocols) {
      if (url.startsWith('bad:')) throw new SyntaxError('not a URL');
      Object.assign(this, { url, protocols });
      made.push(this);
    }

    send(data) {
      this.sent.push(data);
    }

    close(code, reason) {
      this.closedWith = { code, reason };
    }

    open({ protocol = '', extensions = '' } = {}) {
      Object.assign(this, { protocol, extensions });
      this.onopen?.({});
    }

    receive(data) {
      this.onmessage?.({ data });
    }

    end(code = 1006, reason = '', wasClean = code !== 1006) {
      this.onclose?.({ code, reason, wasClean });
    }
  }
  return { made, FakeWebSocket };
}

/** Every event of a client, as [type, fields], without what every event has. */
export function record(socket) {
  const events = [];
  for (const type of ['open', 'message', 'closed', 'waiting', 'dropped', 'gaveup']) {
    socket.addEventListener(type, (event) => {
      const { isTrusted, ...fields } = Object.fromEntries(Object.entries(event));
      events.push([type, fields]);
    });
  }
  return events;
}
