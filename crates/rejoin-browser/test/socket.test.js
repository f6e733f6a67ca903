// The socket over virtual time, with the test as its server.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ReconnectingSocket } from '../js/rejoin.js';
import { Clock, record, sockets } from './fakes.js';

/** A client at the start of its first attempt. */
function start(options = {}, { url = 'ws://a/', random = () => 0.5 } = {}) {
  const clock = new Clock();
  const { made, FakeWebSocket } = sockets();
  const { now, setTimeout, clearTimeout } = clock;
  const environment = { WebSocket: FakeWebSocket, now, setTimeout, clearTimeout, random };
  // Servers take their time here, unless a test is about that.
  const socket = new ReconnectingSocket(url, { connectWithin: 1e9, ...options, environment });
  return { clock, made, socket, events: record(socket) };
}

/** The same with an open connection that is stable. */
async function established(options, more) {
  const all = start(options, more);
  all.made[0].open();
  await all.clock.pass(10_000);
  all.events.length = 0;
  return all;
}

const types = (events) => events.map(([type]) => type);
const only = (events, wanted) => events.filter(([type]) => type === wanted).map(([, fields]) => fields);

test('a conversation goes from open to closed', async () => {
  const { clock, made, socket, events } = start({ protocols: ['chat'] });
  assert.deepEqual(made[0].protocols, ['chat']);
  assert.equal(made[0].binaryType, 'arraybuffer');
  assert.equal(socket.state, 'connecting');
  made[0].open({ protocol: 'chat', extensions: 'permessage-deflate' });
  assert.equal(socket.state, 'open');
  assert.deepEqual([socket.protocol, socket.extensions], ['chat', 'permessage-deflate']);
  assert.equal(socket.send('hello'), true);
  assert.deepEqual(made[0].sent, ['hello']);
  made[0].receive('hello');
  socket.close(4000, 'bye');
  assert.equal(socket.state, 'closing');
  assert.deepEqual(made[0].closedWith, { code: 4000, reason: 'bye' });
  made[0].end(4000, 'bye');
  await clock.pass(100_000);
  assert.equal(made.length, 1);
  assert.deepEqual(types(events), ['open', 'message', 'closed', 'gaveup']);
  assert.deepEqual(events[0][1], { url: 'ws://a/', attempt: 0, protocol: 'chat', extensions: 'permessage-deflate' });
  assert.deepEqual(events[2][1], { code: 4000, reason: 'bye', wasClean: true, handedOver: 1, inDoubt: [], kept: 0 });
  assert.deepEqual(events[3][1], { why: 'asked', code: 4000, reason: 'bye', unsent: [] });
  assert.equal(clock.pending, 0, 'no timer is left behind');
});

test('after 1012 it comes back within the window of the reason', async () => {
  const { clock, made, events, socket } = await established();
  made[0].end(1012, 'service restart; retry=2.0-4.0');
  assert.deepEqual(types(events), ['closed', 'waiting']);
  const { delay, attempt, code, opened } = events[1][1];
  assert.deepEqual({ delay, attempt, code, opened }, { delay: 3_000, attempt: 1, code: 1012, opened: true });
  await clock.pass(2_999);
  assert.equal(made.length, 1);
  await clock.pass(1);
  assert.equal(made.length, 2);
  made[1].open();
  assert.equal(only(events, 'open')[0].attempt, 1);
  assert.equal(socket.attempt, 1);
});

test('after 1000 and 1010 it stays away', async () => {
  for (const [code, why] of [[1000, 'finished'], [1010, 'never'], [1008, 'no-new-input']]) {
    const { clock, made, socket, events } = await established();
    socket.send('sent');
    made[0].end(code, 'because');
    await clock.pass(1e9);
    assert.equal(made.length, 1);
    assert.deepEqual(only(events, 'gaveup'), [{ why, code, reason: 'because', unsent: [] }]);
    assert.equal(socket.send('more'), false, 'nothing is taken any more');
  }
});

test('attempts back off with full jitter, at the cap too', async () => {
  const longest = [];
  const { clock, made, events } = start({}, { random: () => 0.999_999 });
  for (let attempt = 1; attempt <= 7; attempt++) {
    made.at(-1).end();
    longest.push(Math.round(only(events, 'waiting').at(-1).delay));
    await clock.pass(60_000);
    assert.equal(made.length, attempt + 1);
  }
  assert.deepEqual(longest, [5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  const shortest = start({}, { random: () => 0 });
  for (let attempt = 1; attempt <= 7; attempt++) {
    shortest.made.at(-1).end();
    assert.equal(only(shortest.events, 'waiting').at(-1).delay, 0);
    await shortest.clock.pass(0);
  }
});

test('a server that accepts and closes at once is no reason to hurry', async () => {
  const { clock, made, events } = start({}, { random: () => 0.999_999 });
  for (let attempt = 1; attempt <= 5; attempt++) {
    made.at(-1).open();
    await clock.pass(4_999);
    made.at(-1).end(1011);
    await clock.pass(60_000);
  }
  assert.deepEqual(only(events, 'waiting').map(({ attempt }) => attempt), [1, 2, 3, 4, 5]);
  made.at(-1).open();
  await clock.pass(5_000);
  made.at(-1).end(1011);
  assert.equal(only(events, 'waiting').at(-1).attempt, 1, 'a stable one starts anew');
});

test('a thousand clients that are closed together come back apart', async () => {
  const random = mulberry32(7);
  const arrivals = [];
  for (let client = 0; client < 1_000; client++) {
    const { made, events } = await established({}, { random });
    made[0].end(1012, 'retry=1.0-11.0');
    arrivals.push(only(events, 'waiting')[0].delay);
  }
  const perSecond = Array.from({ length: 10 }, (_, second) => {
    const from = 1_000 + second * 1_000;
    return arrivals.filter((delay) => from <= delay && delay < from + 1_000).length;
  });
  assert.equal(perSecond.reduce((sum, count) => sum + count), 1_000);
  assert.ok(Math.max(...perSecond) < 150, `${perSecond}`);
});

test('what is sent without a connection waits and leaves in order, once', async () => {
  const { clock, made, socket, events } = start();
  const bytes = new Uint8Array([1, 2, 3]);
  assert.ok(socket.send('one') && socket.send(bytes));
  assert.deepEqual(socket.waiting, { messages: 2, bytes: 6 });
  made[0].open();
  assert.deepEqual(made[0].sent, ['one', bytes]);
  made[0].end(1012);
  socket.send('three');
  await clock.pass(5_000);
  made[1].open();
  assert.deepEqual(made[1].sent, ['three']);
  assert.equal(only(events, 'closed')[0].handedOver, 2);
});

test('what the browser still held when it ended is in doubt, and not sent again', async () => {
  const { clock, made, socket, events } = await established();
  socket.send('gone');
  made[0].bufferedAmount = 6;
  socket.send('stuck');
  socket.send('é');
  made[0].end(1006);
  const { handedOver, inDoubt, kept } = only(events, 'closed')[0];
  assert.deepEqual({ handedOver, inDoubt, kept }, { handedOver: 1, inDoubt: ['stuck', 'é'], kept: 0 });
  await clock.pass(5_000);
  made[1].open();
  assert.deepEqual(made[1].sent, []);
});

test('more than the browser should hold waits here, and goes when it has room', async () => {
  const { clock, made, socket } = await established();
  made[0].bufferedAmount = 256 << 10;
  assert.ok(socket.send('later'));
  assert.deepEqual(made[0].sent, []);
  await clock.pass(1_000);
  assert.deepEqual(made[0].sent, []);
  made[0].bufferedAmount = 0;
  await clock.pass(100);
  assert.deepEqual(made[0].sent, ['later']);
  await clock.pass(100);
  assert.equal(clock.pending, 0, 'it does not look for ever');
});

test('a full outbox refuses, or drops the oldest and says so', async () => {
  const refusing = start({ outbox: { maxMessages: 2, maxBytes: 10 } });
  assert.deepEqual(['a', 'b', 'c'].map((data) => refusing.socket.send(data)), [true, true, false]);
  const tight = start({ outbox: { maxBytes: 10 } });
  assert.deepEqual(['123456', '7890ab', '7890'].map((data) => tight.socket.send(data)), [true, false, true]);

  const dropping = start({ outbox: { maxMessages: 2, overflow: 'drop-oldest' } });
  for (const data of ['a', 'bb', 'ccc', 'd']) assert.ok(dropping.socket.send(data));
  await dropping.clock.pass(0);
  assert.deepEqual(only(dropping.events, 'dropped'), [{ messages: 2, bytes: 3 }]);
  dropping.made[0].open();
  assert.deepEqual(dropping.made[0].sent, ['ccc', 'd']);

  const large = start({ outbox: { maxBytes: 3 } });
  assert.ok(large.socket.send('larger than everything'), 'taken while nothing else waits');
  assert.equal(large.socket.send('x'), false);
});

test('nothing is dropped for what would not fit all the same', async () => {
  const { made, socket, events } = await established({ outbox: { maxBytes: 300 << 10, overflow: 'drop-oldest' } });
  made[0].bufferedAmount = 290 << 10;
  assert.ok(socket.send('fits'));
  assert.equal(socket.send(new Uint8Array(11 << 10)), false);
  assert.deepEqual([socket.waiting.messages, only(events, 'dropped')], [1, []]);
});

test('closing sends what waits, and without a connection hands it back', async () => {
  const open = await established();
  open.made[0].bufferedAmount = 256 << 10;
  open.socket.send('last words');
  open.socket.close();
  assert.deepEqual(open.made[0].sent, ['last words']);
  assert.deepEqual(open.made[0].closedWith, { code: 1000, reason: '' });

  const waiting = await established();
  waiting.made[0].end(1012);
  waiting.socket.send('unsent');
  waiting.socket.close();
  await waiting.clock.pass(1e6);
  assert.equal(waiting.made.length, 1);
  assert.deepEqual(only(waiting.events, 'gaveup'), [{ why: 'asked', code: 1012, reason: '', unsent: ['unsent'] }]);
  assert.equal(waiting.clock.pending, 0);

  const connecting = start();
  connecting.socket.close();
  assert.deepEqual(connecting.made[0].closedWith, { code: undefined, reason: undefined });
  connecting.made[0].open();
  connecting.made[0].end();
  assert.deepEqual(only(connecting.events, 'gaveup'), [{ why: 'asked', code: null, reason: '', unsent: [] }]);
  assert.deepEqual(types(connecting.events), ['gaveup'], 'nobody listens to it any more');
});

test('what a page may not close with is refused, and changes nothing', async () => {
  const { socket } = await established();
  for (const [code, reason] of [[1012, ''], [1001, ''], [5000, ''], [1000.5, ''], [1000, 'é'.repeat(62)]]) {
    assert.throws(() => socket.close(code, reason), RangeError);
  }
  assert.equal(socket.state, 'open');
  assert.throws(() => socket.send(7), TypeError);
  assert.throws(() => socket.send(undefined), TypeError);
});

test('listeners may close it', async () => {
  for (const type of ['open', 'closed', 'waiting']) {
    const { clock, made, socket, events } = start();
    socket.addEventListener(type, () => socket.close());
    made[0].open();
    made[0].end(type === 'open' ? 1000 : 1012);
    await clock.pass(1e6);
    assert.equal(made.length, 1, type);
    assert.equal(only(events, 'gaveup')[0].why, 'asked', type);
    assert.equal(events.at(-1)[0], 'gaveup', type);
    assert.equal(clock.pending, 0, type);
  }
});

test('an attempt that takes too long is let go', async () => {
  const { clock, made, events } = start({ connectWithin: 3_000 });
  await clock.pass(3_000);
  assert.deepEqual(types(events), ['waiting']);
  assert.deepEqual([events[0][1].code, events[0][1].opened], [1006, false]);
  assert.notEqual(made[0].closedWith, null);
  made[0].open();
  assert.deepEqual(types(events), ['waiting'], 'it comes too late');
});

test('another address is tried after a failure and after 1013, not after 1012', async () => {
  const { clock, made } = start({}, { url: ['ws://a/', 'ws://b/'] });
  const next = async (end) => {
    end(made.at(-1));
    await clock.pass(60_000);
    return made.at(-1).url;
  };
  assert.equal(await next((socket) => socket.end()), 'ws://b/');
  assert.equal(await next((socket) => { socket.open(); socket.end(1012); }), 'ws://b/');
  assert.equal(await next((socket) => { socket.open(); socket.end(1013); }), 'ws://a/');
  assert.throws(() => start({}, { url: [] }), RangeError);
});

test('after 3000 it asks for new input', async () => {
  const asked = [];
  const newInput = async (cause) => { asked.push(cause); return 'ws://a/?token=2'; };
  const { clock, made } = await established({ newInput });
  made[0].end(3000, 'expired');
  await clock.pass(5_000);
  assert.deepEqual(asked, [{ code: 3000, reason: 'expired', url: 'ws://a/' }]);
  assert.equal(made[1].url, 'ws://a/?token=2');
});

test('without new input, in whatever way, it gives up', async () => {
  for (const newInput of [
    () => null,
    async () => undefined,
    () => { throw new Error('no'); },
    () => Promise.reject(new Error('no')),
    () => new Promise(() => {}),
  ]) {
    const { clock, made, events } = await established({ newInput, hooksWithin: 1_000 });
    made[0].end(3000);
    await clock.pass(10_000);
    assert.equal(made.length, 1);
    assert.equal(only(events, 'gaveup')[0].why, 'no-new-input', String(newInput));
  }
  const late = await established({ newInput: () => ({ url: 'bad:', protocols: 'x' }) });
  late.made[0].end(3000);
  await late.clock.pass(10_000);
  assert.equal(only(late.events, 'gaveup')[0].why, 'never', 'an address that the browser does not take');
});

test('the first address is checked at once', () => {
  assert.throws(() => start({}, { url: 'bad:' }), SyntaxError);
});

test('a person may hurry it', async () => {
  const { clock, made, socket } = await established();
  socket.retryNow();
  assert.equal(made.length, 1, 'an open connection has nothing to hurry for');
  made[0].end(1012);
  socket.retryNow();
  assert.equal(made.length, 2);
  await clock.pass(10_000);
  assert.equal(made.length, 2, 'the timer does not come on top');
});

test('attempts and time are limited if asked for', async () => {
  const few = start({ policy: { maxAttempts: 2 } });
  for (let attempt = 0; attempt < 3; attempt++) {
    few.made.at(-1).end();
    await few.clock.pass(60_000);
  }
  assert.equal(few.made.length, 3);
  assert.equal(only(few.events, 'gaveup')[0].why, 'too-many-attempts');

  const brief = start({ policy: { maxElapsed: 3_000 } }, { random: () => 0.999_999 });
  brief.made[0].end();
  assert.ok(only(brief.events, 'waiting')[0].delay < 3_000);
  await brief.clock.pass(3_000);
  brief.made[1].end();
  assert.equal(only(brief.events, 'gaveup')[0].why, 'too-long');
});

// Numbers from 0 to 1 that are the same in every run.
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
