"""The other side: a real WebSocket implementation that plays a script.

Each peer is a small program around one library, python_peer.py around Python
`websockets` and node_peer.mjs around Node `ws`.  It takes one JSON script on
standard input, plays it over one connection, prints one JSON report and ends.
So every test is written once and runs against both libraries.

A script has `role` (server or client), `steps` and the settings of `Peer`.
A server peer first prints {"port": N}.  The steps, in order:

    send(data, text, cut)  a message, as one frame or cut into fragments
    receive(n)             waits for n messages
    echo()                 sends every message back until the connection ends
    close(code, reason)    starts the closing handshake
    abort()                drops TCP without a word
    say(word)              prints {"said": word}, so that the test knows where it is

After the last step the peer waits for the end of the connection.  The report:

    path, headers  of the request, names in lower case (servers)
    extensions     the Sec-WebSocket-Extensions of the response, "" if none
    subprotocol    what was chosen, or null
    received       [{"text": bool, "data": base64}, ...]
    closed         {"code", "reason"} received; 1005 an empty Close, 1006 none at all
    refused        {"status", "body"} instead of all that, if there was no upgrade
"""

import base64
import json
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from programs import REPOSITORY, Program  # noqa: E402

# Where `run` installs the libraries.
INSTALLED = REPOSITORY / "target" / "peers"

COMMANDS = {
    "python websockets": [INSTALLED / "venv" / "bin" / "python", HERE / "python_peer.py"],
    "node ws": ["node", HERE / "node_peer.mjs"],
}
LIBRARIES = list(COMMANDS)


class Peer(Program):
    """A peer process that plays `steps`.

    `deflate` is None for no compression, else the parameters of permessage-deflate
    by their names in RFC 7692 ({} for the library's own defaults).
    """

    def __init__(
        self, library, role, steps, *, url=None, deflate=None, subprotocols=(), refuse=None,
        ca=None, cert=None, key=None,
    ):
        script = {
            "role": role,
            "steps": steps,
            "url": url,
            "deflate": deflate,
            "subprotocols": list(subprotocols),
            "refuse": refuse,
            "ca": ca and str(ca),
            "cert": cert and str(cert),
            "key": key and str(key),
        }
        environment = dict(os.environ, NODE_PEER_MODULES=f"{INSTALLED / 'node'}/")
        super().__init__(COMMANDS[library], stdin=subprocess.PIPE, env=environment)
        try:
            self.process.stdin.write(json.dumps(script).encode())
            self.process.stdin.close()
            if role == "server":
                self.port = json.loads(self.line())["port"]
                self.url = f"{'wss' if cert else 'ws'}://127.0.0.1:{self.port}"
        except BaseException:
            self.__exit__()
            raise

    def report(self):
        """Waits for the peer's end and returns its report."""
        status = self.wait()
        assert status == 0, self.story()
        return json.loads(self.out.splitlines()[-1])


def messages(report):
    """What the peer received, as a list of (text, bytes)."""
    return [(each["text"], base64.b64decode(each["data"])) for each in report["received"]]


# --------------------------------------------------------------------- steps --

def send(data, *, text, cut=()):
    """One message; `cut` gives the lengths of all fragments but the last."""
    pieces, rest = [], data
    for length in cut:
        pieces.append(rest[:length])
        rest = rest[length:]
    pieces.append(rest)
    encoded = [base64.b64encode(piece).decode() for piece in pieces]
    return {"do": "send", "text": text, "pieces": encoded}


def receive(count):
    return {"do": "receive", "messages": count}


def echo():
    return {"do": "echo"}


def close(code, reason=""):
    return {"do": "close", "code": code, "reason": reason}


def abort():
    return {"do": "abort"}


def say(word):
    return {"do": "say", "word": word}


# ------------------------------------------------------------------ contents --

def some_binary(length):
    """`length` bytes that do not repeat and do not compress, the same every time."""
    return random.Random(length).randbytes(length)


def some_text(length):
    """Valid UTF-8 of exactly `length` bytes with characters of one to four bytes."""
    chance = random.Random(length)
    words = ["plain ", "żółć ", "κόσμε ", "日本語 ", "🦀🌊 "]
    out = bytearray()
    while len(out) < length:
        word = chance.choice(words).encode()
        out += word if len(out) + len(word) <= length else b"." * (length - len(out))
    return bytes(out)
