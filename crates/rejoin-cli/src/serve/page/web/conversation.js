// The connection of this page: what was agreed, what is sent and received, how it ends.

import { ReconnectingSocket } from './rejoin.js';
import { countdown } from './countdown.js';
import { fromHex, hex, inert } from './inert.js';
import { codeLink, log } from './log.js';
import { element, make, number, show, text, url } from './page.js';

/** Tells `open`, `closed`, `waiting` and `gaveup` as the socket does. */
export class Conversation extends EventTarget {
  // By which the server knows this page's connection among the others.
  id = identifier();
  #socket = null;
  #wasOpen = false;
  #endIsTold = false;

  constructor() {
    super();
    on('connect-form', 'submit', () => this.connect(element('subprotocols').value));
    on('send-form', 'submit', () => this.#send());
    on('close-form', 'submit', () => this.#close());
    on('retry-now', 'click', () => this.#socket.retryNow());
    on('log-clear', 'click', () => element('log-entries').replaceChildren());
    element('message').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        element('send-form').requestSubmit();
      }
    });
    this.#showState('connecting', text('live-status-connecting'));
  }

  /** Opens a connection that comes back by itself. */
  connect(subprotocols = '') {
    const protocols = subprotocols.split(/[\s,]+/).filter(Boolean);
    show('connect-error', null);
    let socket;
    try {
      socket = new ReconnectingSocket(`${url}/?connection=${this.id}`, { protocols });
    } catch (error) {
      show('connect-error', text('live-subprotocols-invalid'));
      return;
    }
    const before = this.#socket;
    this.#socket = socket;
    // One that never opened may still be trying.
    before?.close();
    this.#wasOpen = false;
    for (const type of ['open', 'message', 'closed', 'waiting', 'dropped', 'gaveup']) {
      socket.addEventListener(type, (event) => {
        if (socket === this.#socket) this[`on_${type}`](event);
      });
    }
    this.#showState('connecting', text('live-status-connecting'));
  }

  /** Shows what the server knows of this connection; null if it knows of none. */
  serverSaw(connection) {
    if (connection?.closed && this.#socket.state === 'over') this.#serverSawTheEnd(connection.closed);
    if (connection?.opened && this.#socket.state === 'open') this.#serverSawTheBeginning(connection.opened);
  }

  #serverSawTheBeginning({ peer, offers }) {
    fact('seen-peer', peer);
    const list = make('ul');
    for (const { offer, outcome } of offers) {
      const item = make('li');
      const code = make('code', '', inert(offer).shown);
      code.dir = 'ltr';
      const told = make('bdi', '', inert(outcome).shown);
      item.append(code, make('br'), told);
      list.append(item);
    }
    element('seen-offers').replaceChildren(offers.length ? list : text('live-none'));
  }

  // Once for each connection.
  #serverSawTheEnd({ received, sent, began }) {
    if (this.#endIsTold) return;
    this.#endIsTold = true;
    const code = (close) => close?.code ?? text('live-no-code');
    const words = { received: code(received), sent: code(sent), began: text(`live-began-${began}`) };
    log('note', text('live-log-server-saw', words));
  }

  on_open({ protocol, extensions, attempt }) {
    fact('seen-extensions', extensions);
    fact('seen-subprotocol', protocol);
    [this.#wasOpen, this.#endIsTold] = [true, false];
    this.#showState('open', text('live-status-open'));
    log('open', text(attempt === 0 ? 'live-log-open' : 'live-log-back', { attempt: number(attempt) }));
    this.#tell('open');
  }

  on_message({ data }) {
    log('received', ...shown(data));
  }

  on_closed({ code, reason, wasClean, inDoubt, kept }) {
    for (const id of ['seen-extensions', 'seen-subprotocol', 'seen-peer', 'seen-offers']) fact(id, '–');
    log('closed', codeLink(code), reason, text(wasClean ? 'live-log-clean' : 'live-log-unclean'));
    if (inDoubt.length > 0) log('note', text('live-log-in-doubt', { count: number(inDoubt.length) }));
    if (kept > 0) log('note', text('live-log-kept', { count: number(kept) }));
    this.#tell('closed', { code, reason });
  }

  on_waiting({ delay, attempt, code, opened }) {
    this.#showState('waiting', text('live-status-waiting'));
    countdown.start(delay, attempt);
    if (!opened) log('note', text('live-log-failed', { code }));
    log('note', text('live-log-waiting', { seconds: number(delay / 1000), attempt: number(attempt) }));
    this.#tell('waiting', { delay });
  }

  on_dropped({ messages }) {
    log('note', text('live-log-dropped', { count: number(messages) }));
  }

  on_gaveup({ why, unsent }) {
    this.#showState('over', text(`live-status-over-${why}`));
    if (unsent.length > 0) log('note', text('live-log-unsent', { count: number(unsent.length) }));
    this.#tell('gaveup');
  }

  #send() {
    const field = element('message');
    const binary = element('send-form').elements.kind.value === 'binary';
    const data = binary ? fromHex(field.value) : field.value;
    show('message-error', data === null ? text('live-message-not-hex') : null);
    if (data === null) return field.focus();
    if (!this.#socket.send(data)) {
      show('message-error', text(this.#socket.state === 'over' ? 'live-message-over' : 'live-message-full'));
      return;
    }
    log('sent', ...shown(data));
    field.value = '';
    field.focus();
  }

  #close() {
    const [code, reason] = [Number(element('close-code').value), element('close-reason').value];
    try {
      this.#socket.close(code, reason);
      show('close-error', null);
      log('sent', codeLink(code), reason);
      if (this.#socket.state === 'closing') this.#showState('closing', text('live-status-closing'));
    } catch {
      show('close-error', text('live-close-invalid'));
      element('close-code').focus();
    }
  }

  #showState(state, told) {
    element('status').dataset.state = state;
    element('status-text').textContent = told;
    if (state !== 'waiting') countdown.stop();
    const over = state === 'over';
    // With other subprotocols it may open.
    element('connect-form').hidden = !over && (this.#wasOpen || state !== 'waiting');
    element('close-form').querySelector('button').disabled = over || state === 'closing';
    element('send-form').querySelector('button').disabled = over || state === 'closing';
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function on(id, type, work) {
  element(id).addEventListener(type, (event) => {
    event.preventDefault();
    work();
  });
}

// One fact in the list of what was agreed.
function fact(id, value) {
  if (value === '–' || value === '') {
    element(id).textContent = value || text('live-none');
    return;
  }
  const code = make('code', '', inert(value).shown);
  code.dir = 'ltr';
  element(id).replaceChildren(code);
}

// A message for the log: what is shown of it, and how much is not.
function shown(data) {
  const whole = typeof data === 'string';
  const bytes = whole ? null : new Uint8Array(data);
  const { shown: start, hidden } = whole ? inert(data) : hex(bytes);
  const size = whole ? text('live-log-text', { count: number(data.length) }) : text('live-log-binary', { count: number(bytes.length) });
  return [make('bdi', 'what', start), '', hidden > 0 ? `${size} ${text('live-log-more', { count: number(hidden) })}` : size];
}

// Long enough that nobody guesses another page's.
function identifier() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
