// Compiled, not run: the types as their users write them.

import { Policy, ReconnectingSocket, lookup, retryWindow, type Decision, type Row } from '../js/rejoin.js';

const socket = new ReconnectingSocket(['wss://a.example/', new URL('wss://b.example/')], {
  protocols: ['chat'],
  policy: { codes: [{ codes: [4400, 4499], retry: 'never' }, { codes: 4001, retry: 'yes', delay: [0, 100] }] },
  outbox: { maxMessages: 10, overflow: 'drop-oldest' },
  newInput: async ({ code, url }) => (code === 3000 ? { url: `${url}?token=1` } : null),
});
socket.addEventListener('open', ({ attempt, protocol }) => attempt.toFixed() + protocol.length);
socket.addEventListener('message', ({ data }) => (typeof data === 'string' ? data.length : data));
socket.addEventListener('closed', ({ code, inDoubt }) => code + inDoubt.length);
socket.addEventListener('waiting', ({ delay, opened }) => (opened ? delay : 0));
socket.addEventListener('gaveup', ({ why, code }) => (why === 'asked' ? code : null));
const taken: boolean = socket.send(new Uint8Array(2)) && socket.send('text');
socket.close(4000, taken ? 'bye' : '');

const decision: Decision = new Policy({ cap: 1_000, obeyWithin: null }).decide({ code: 1012, attempt: 2 });
export const longest: number = decision.action === 'give-up' ? 0 : decision.delays[1];
export const row: Row = lookup(1012);
export const window: [number, number] | null = retryWindow('retry=1-5');

// @ts-expect-error there is no such option
new Policy({ caps: 1 });
// @ts-expect-error nobody sends numbers
socket.send(7);
// @ts-expect-error it can only be read
socket.state = 'open';
