// Plays a scripted WebSocket session with Node `ws`.
//
// The script arrives as JSON on standard input, the report leaves as one JSON line
// on standard output; peer.py documents both.  python_peer.py plays the same scripts.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';

// The package lives under target/, not beside this file.
const { WebSocket, WebSocketServer } = createRequire(process.env.NODE_PEER_MODULES)('ws');
const LARGEST = 16 * 1024 * 1024;

const print = (value) => process.stdout.write(JSON.stringify(value) + '\n');

// The scripts name the parameters as the RFC does; `ws` has names of its own.
function deflateOptions(deflate) {
  if (deflate === null) return false;
  const options = { threshold: 0 };
  for (const [name, value] of Object.entries(deflate)) {
    options[name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())] = value;
  }
  return options;
}

// Messages and the end of the connection, kept from the first moment on, so that
// nothing is lost between two steps.
class Inbox {
  constructor(socket) {
    this.received = [];
    this.taken = 0;
    this.closed = null;
    this.wake = () => {};
    this.onMessage = () => {};
    socket.on('message', (data, binary) => {
      this.received.push({ text: !binary, data: data.toString('base64') });
      this.onMessage(data, binary);
      this.wake();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.wake();
    });
    socket.on('error', (error) => process.stderr.write(`${error.stack}\n`));
  }

  async until(condition) {
    while (!condition() && this.closed === null) {
      await new Promise((resolve) => { this.wake = resolve; });
    }
  }
}

async function play(socket, inbox, steps, request, extensions) {
  for (const step of steps) {
    if (inbox.closed !== null) break;
    switch (step.do) {
      case 'send':
        step.pieces.forEach((piece, index) => {
          const last = index === step.pieces.length - 1;
          socket.send(Buffer.from(piece, 'base64'), { binary: !step.text, fin: last });
        });
        break;
      case 'receive': {
        const wanted = inbox.taken + step.messages;
        await inbox.until(() => inbox.received.length >= wanted);
        inbox.taken = wanted;
        break;
      }
      case 'echo':
        for (const { text, data } of inbox.received.slice(inbox.taken)) {
          socket.send(Buffer.from(data, 'base64'), { binary: !text });
        }
        inbox.onMessage = (data, binary) => socket.send(data, { binary });
        await inbox.until(() => false);
        break;
      case 'close':
        socket.close(step.code, step.reason);
        break;
      case 'abort':
        socket.terminate();
        break;
      case 'say':
        print({ said: step.word });
        break;
      default:
        throw new Error(`unknown step ${step.do}`);
    }
  }
  await inbox.until(() => false);
  return {
    path: request?.url ?? null,
    headers: request?.headers ?? {},
    extensions,
    subprotocol: socket.protocol || null,
    received: inbox.received,
    closed: inbox.closed,
  };
}

function beServer(script) {
  return new Promise((resolve) => {
    const server = script.cert
      ? createHttps({ cert: readFileSync(script.cert), key: readFileSync(script.key) })
      : createHttp();
    const endpoint = new WebSocketServer({
      server,
      maxPayload: LARGEST,
      perMessageDeflate: deflateOptions(script.deflate),
      handleProtocols: (asked) => script.subprotocols.find((name) => asked.has(name)) ?? false,
      verifyClient: (_, answer) =>
        script.refuse ? answer(false, script.refuse, 'refused by the peer\n') : answer(true),
    });
    let extensions = '';
    endpoint.on('headers', (headers) => {
      const prefix = 'sec-websocket-extensions: ';
      const line = headers.find((header) => header.toLowerCase().startsWith(prefix));
      extensions = line ? line.slice(prefix.length) : '';
    });
    endpoint.on('connection', (socket, request) => {
      const inbox = new Inbox(socket);
      play(socket, inbox, script.steps, request, extensions).then(resolve);
    });
    server.listen(0, '127.0.0.1', () => print({ port: server.address().port }));
  });
}

function beClient(script) {
  return new Promise((resolve) => {
    const socket = new WebSocket(script.url, script.subprotocols, {
      maxPayload: LARGEST,
      perMessageDeflate: deflateOptions(script.deflate),
      ca: script.ca ? readFileSync(script.ca) : undefined,
    });
    const inbox = new Inbox(socket);
    let extensions = '';
    socket.on('upgrade', (answer) => {
      extensions = answer.headers['sec-websocket-extensions'] ?? '';
    });
    socket.on('unexpected-response', (_, answer) => {
      const body = [];
      answer.on('data', (piece) => body.push(piece));
      answer.on('end', () => resolve({
        refused: { status: answer.statusCode, body: Buffer.concat(body).toString() },
      }));
    });
    socket.on('open', () => {
      play(socket, inbox, script.steps, null, extensions).then(resolve);
    });
  });
}

const script = JSON.parse(readFileSync(0, 'utf8'));
const report = await (script.role === 'server' ? beServer(script) : beClient(script));
process.stdout.write(JSON.stringify(report) + '\n', () => process.exit(0));
