// A WebSocket for web pages that comes back by itself.
//
// Whether, when and where is decided as by the Rust library `rejoin`, from the same rows: after 1001,
// 1006, 1011 to 1014 and others it comes back; after 1000, 1002, 1003, 1007, 1010 it does not; after
// 1008, 1009 and 3000 with new input only; after 3000 to 4999 as the application says. A server that
// writes `retry=1.0-5.0` into the reason of its Close is obeyed within bounds.
//
// What a page cannot do: see the HTTP status of a refused handshake, or its Retry-After. A browser
// shows 401, 503 and an unreachable server alike as 1006; all are tried again, with growing delays.
// Where that matters ask by `fetch` in `newInput` or after `waiting`, or set `maxAttempts`. Nor can a
// page close with 1010: look at `extensions` when it opens.
//
// All times are milliseconds.

/** What to do after a code. */
export type Retry = 'yes' | 'never' | 'not-needed' | 'with-new-input' | 'application';

/** One code, or a range without codes of its own, as the reference has it. */
export interface Row {
  readonly first: number;
  readonly last: number;
  /** As in the registry, e.g. SERVICE_RESTART. */
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  readonly retry: Retry;
  /** The first delay is drawn from this range; absent where there is none. */
  readonly delay?: readonly [min: number, max: number];
  /** Whether another address is to be tried. */
  readonly overload?: true;
}

/** Every row: single codes before the ranges around them. */
export const ROWS: readonly Row[];

/** The row of any code from 0 to 65535. */
export function lookup(code: number): Row;

/** What a server wrote into its reason as `retry=MIN-MAX`; null if nothing. At most an hour. */
export function retryWindow(reason: string): [min: number, max: number] | null;

export interface CodeRule {
  /** A code, or the first and the last of a range. */
  codes: number | readonly [first: number, last: number];
  retry: Retry;
  /** With `yes`: the range of the first delay, whatever the cap. Default 0 to 5 s. */
  delay?: readonly [min: number, max: number];
}

export interface PolicyOptions {
  /** Exceptions to the rows; of several for a code the last counts. */
  codes?: readonly CodeRule[];
  /** The longest delay that is drawn without the server's asking. Default 60 s, at least 1 s. */
  cap?: number;
  /** Bounds for what the server asks; null takes no notice of it. Default 0 to an hour, all that it can ask for. */
  obeyWithin?: readonly [min: number, max: number] | null;
  /** How long a connection must last for attempts to count from 1 again. Default 5 s. */
  stableAfter?: number;
  /** Gives up after so many attempts. Default: no limit. */
  maxAttempts?: number;
  /** Gives up so long after the last stable connection ended. Default: no limit. */
  maxElapsed?: number;
}

export interface Situation {
  /** The code that the browser told. */
  code: number;
  reason?: string;
  /** Whether there was an open connection. Default true. */
  opened?: boolean;
  /** Which attempt the next one would be. Default 1. */
  attempt?: number;
  /** Since the last stable connection ended. Default 0. */
  elapsed?: number;
}

export type WhyOver =
  | 'asked' /* it was closed by the application */
  | 'finished' /* the conversation was, with 1000 */
  | 'never' /* the same attempt would end the same way */
  | 'no-new-input' /* it takes other credentials or the like, and there are none */
  | 'too-many-attempts'
  | 'too-long';

export type Decision =
  | { action: 'give-up'; why: WhyOver }
  | {
      action: 'retry' | 'retry-with-new-input';
      /** The delay is to be drawn from this range, evenly. */
      delays: [min: number, max: number];
      address: 'same' | 'next';
    };

/**
 * When to come back, and whether. It has no clock and no randomness.
 *
 * The first attempt comes at a random moment of the server's window; else of the code's (1 to 5 s
 * after 1012); else within 5 s. Later ones come at a random moment between 0 and 10, 20, 40, 60, 60
 * .. s: the whole range at the cap too, so that clients which fail together do not stay together.
 *
 * @throws RangeError if an option is none.
 */
export class Policy {
  constructor(options?: PolicyOptions);
  readonly stableAfter: number;
  decide(situation: Situation): Decision;
}

/** What `WebSocket.send` takes. It must not be changed afterwards: it may wait. */
export type Data = string | ArrayBuffer | ArrayBufferView | Blob;

export interface OutboxLimits {
  /** Default 1024, at least 1. */
  maxMessages?: number;
  /**
   * Payload bytes, those that the browser has not sent yet included. Default 1 MiB. A message larger
   * than all of it is taken while nothing else waits.
   */
  maxBytes?: number;
  /** What happens to a message without room. Default: `send` refuses it. */
  overflow?: 'refuse' | 'drop-oldest';
}

/** Why there is no connection. */
export interface Cause {
  code: number;
  reason: string;
  url: string;
}

export type NewInput = string | { url?: string; protocols?: string | string[] } | null | undefined;

export interface Options {
  protocols?: string | string[];
  /** Default `arraybuffer`. */
  binaryType?: BinaryType;
  policy?: Policy | PolicyOptions;
  outbox?: OutboxLimits;
  /**
   * Asked after codes that take new input (1008, 1009, 3000), at the end of the delay: an address
   * with other credentials, for instance. Without an answer it is over.
   */
  newInput?: (cause: Cause) => NewInput | Promise<NewInput>;
  /** How long an attempt may take. Default 20 s. */
  connectWithin?: number;
  /** How long `newInput` may take. Default 20 s. */
  hooksWithin?: number;
  /** For tests: what the browser provides otherwise. */
  environment?: Partial<Environment>;
}

export interface Environment {
  WebSocket: new (url: string, protocols: string | string[]) => WebSocket;
  /** Milliseconds that only grow. */
  now: () => number;
  /** From 0 up to 1. */
  random: () => number;
  setTimeout: (work: () => void, delay: number) => unknown;
  clearTimeout: (timer: unknown) => void;
}

/** A connection is open. */
export interface OpenEvent extends Event {
  readonly url: string;
  /** Which attempt to come back it was; 0 for the first of all. */
  readonly attempt: number;
  readonly protocol: string;
  readonly extensions: string;
}

/** A message came: text, or what `binaryType` says. */
export interface MessageEvent extends Event {
  readonly data: string | ArrayBuffer | Blob;
}

/** An open connection has ended. */
export interface ClosedEvent extends Event {
  readonly code: number;
  /** From the server: show it as text, never as markup. */
  readonly reason: string;
  readonly wasClean: boolean;
  /** How many messages the browser handed to the network whole. Whether they arrived only the server knows. */
  readonly handedOver: number;
  /** What was on its way. Each may or may not have arrived; nothing is sent twice. */
  readonly inDoubt: readonly Data[];
  /** How many wait for the next connection. None of them was sent. */
  readonly kept: number;
}

/** There is no connection, and one will be attempted. */
export interface WaitingEvent extends Event {
  /** From now. */
  readonly delay: number;
  /** Which attempt to come back comes after it, from 1. */
  readonly attempt: number;
  /** Where to. */
  readonly url: string;
  readonly code: number;
  readonly reason: string;
  /** Whether an open connection ended; else an attempt failed. */
  readonly opened: boolean;
}

/** Messages had to make room for newer ones. */
export interface DroppedEvent extends Event {
  readonly messages: number;
  readonly bytes: number;
}

/** There will be no further connection. Nothing comes after this. */
export interface GaveUpEvent extends Event {
  readonly why: WhyOver;
  /** Of the last connection or attempt; null if it was closed before there was an end. */
  readonly code: number | null;
  readonly reason: string;
  /** What waited. None of it was sent. */
  readonly unsent: readonly Data[];
}

export interface EventMap {
  open: OpenEvent;
  message: MessageEvent;
  closed: ClosedEvent;
  waiting: WaitingEvent;
  dropped: DroppedEvent;
  gaveup: GaveUpEvent;
}

export type State = 'connecting' | 'open' | 'closing' | 'ended' | 'waiting' | 'asking' | 'over';

/**
 * A connection that is made again when it ends.
 *
 * `open`, then messages, then `closed`; between connections `waiting`, once for every attempt to
 * come; at the end `gaveup`. What is sent meanwhile waits within limits and leaves in order, each
 * message once.
 */
export class ReconnectingSocket extends EventTarget {
  /**
   * Begins to connect.
   *
   * @param url where to, or several addresses: the next one is tried after an attempt that failed
   *   and after 1013.
   * @throws SyntaxError if the browser does not take the first address or the protocols, RangeError
   *   if an option is none.
   */
  constructor(url: string | URL | readonly (string | URL)[], options?: Options);
  /** `ended` only within the listeners of `closed`. */
  readonly state: State;
  /** The address in use. */
  readonly url: string;
  /** Empty while it is not open. */
  readonly protocol: string;
  /** Empty while it is not open. */
  readonly extensions: string;
  /** Which attempt to come back it is; 0 until the first connection ended, and again after a stable one. */
  readonly attempt: number;
  /** What waits in the outbox. */
  readonly waiting: { messages: number; bytes: number };
  /**
   * Takes a message for this connection or a later one. False: there is no room, or it is over.
   *
   * @throws TypeError if it is nothing that can be sent.
   */
  send(data: Data): boolean;
  /**
   * Closes for good: what waits is sent first if a connection is open. Of several wishes the first
   * counts.
   *
   * @throws RangeError unless the code is 1000 or 3000 to 4999, or if the reason has more than 123
   *   bytes of UTF-8.
   */
  close(code?: number, reason?: string): void;
  /** Ends the wait before the next attempt, if there is one. */
  retryNow(): void;
  addEventListener<K extends keyof EventMap>(
    type: K,
    listener: (this: ReconnectingSocket, event: EventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
