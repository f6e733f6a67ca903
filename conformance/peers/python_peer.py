"""Plays a scripted WebSocket session with Python `websockets`.

The script arrives as JSON on standard input, the report leaves as one JSON line
on standard output; peer.py documents both.  node_peer.mjs plays the same scripts.
"""

import asyncio
import base64
import http
import json
import ssl
import sys

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.extensions.permessage_deflate import (
    ClientPerMessageDeflateFactory,
    ServerPerMessageDeflateFactory,
)

LARGEST = 16 * 1024 * 1024


async def main():
    script = json.load(sys.stdin)
    if script["role"] == "server":
        report = await be_server(script)
    else:
        report = await be_client(script)
    print(json.dumps(report), flush=True)


async def be_server(script):
    """Serves one connection; a second one would be a fault of the test."""
    done = asyncio.get_running_loop().create_future()

    def refuse(connection, _request):
        if script["refuse"]:
            return connection.respond(http.HTTPStatus(script["refuse"]), "refused by the peer\n")

    async def play_once(connection):
        done.set_result(await play(connection, script["steps"]))

    secrets = None
    if script["cert"]:
        secrets = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secrets.load_cert_chain(script["cert"], script["key"])
    deflate = script["deflate"]
    async with serve(
        play_once,
        "127.0.0.1",
        0,
        process_request=refuse,
        subprotocols=script["subprotocols"] or None,
        compression=None,
        extensions=None if deflate is None else [ServerPerMessageDeflateFactory(**deflate)],
        max_size=LARGEST,
        ping_interval=None,
        ssl=secrets,
    ) as server:
        print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
        return await done


async def be_client(script):
    secrets = None
    if script["ca"]:
        secrets = ssl.create_default_context(cafile=script["ca"])
    deflate = script["deflate"]
    try:
        connection = await connect(
            script["url"],
            subprotocols=script["subprotocols"] or None,
            compression=None,
            extensions=None if deflate is None else [ClientPerMessageDeflateFactory(**deflate)],
            max_size=LARGEST,
            ping_interval=None,
            ssl=secrets,
        )
    except InvalidStatus as refusal:
        answer = refusal.response
        return {"refused": {"status": answer.status_code, "body": (answer.body or b"").decode()}}
    return await play(connection, script["steps"])


async def play(connection, steps):
    """Takes the steps one after the other, and reports how the connection ended."""
    received = []

    def take(message):
        text = isinstance(message, str)
        data = message.encode() if text else message
        received.append({"text": text, "data": base64.b64encode(data).decode()})

    try:
        for step in steps:
            match step["do"]:
                case "send":
                    pieces = [base64.b64decode(piece) for piece in step["pieces"]]
                    await connection.send(
                        pieces[0] if len(pieces) == 1 else pieces, text=step["text"]
                    )
                case "receive":
                    for _ in range(step["messages"]):
                        take(await connection.recv())
                case "echo":
                    async for message in connection:
                        take(message)
                        await connection.send(message)
                case "close":
                    await connection.close(step["code"], step["reason"])
                case "abort":
                    connection.transport.abort()
                case "say":
                    print(json.dumps({"said": step["word"]}), flush=True)
                case other:
                    raise ValueError(f"unknown step {other!r}")
        await connection.wait_closed()
    except ConnectionClosed:
        await connection.wait_closed()
    return {
        "path": connection.request.path,
        "headers": {name.lower(): value for name, value in connection.request.headers.raw_items()},
        "extensions": connection.response.headers.get("Sec-WebSocket-Extensions", ""),
        "subprotocol": connection.subprotocol,
        "received": received,
        "closed": {"code": connection.close_code, "reason": connection.close_reason},
    }


asyncio.run(main())
