"""How connections end: every code both ways, reasons in many scripts, exit statuses."""

import json
import signal
import socket
import unittest

from peer import LIBRARIES, Peer, abort, close, echo, receive, say, send
from programs import Client, Program, Server, program

# Codes that both libraries are willing to send.
CODES = [
    1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014,
    3000, 3999, 4000, 4999,
]

# The last one has the full 123 bytes that a control frame leaves for a reason.
REASONS = ["", "going home", "zażółć gęślą jaźń", "再接続してください", "🦀" * 30 + "abc"]

# Exit statuses of `rejoin connect`.
ENDED_WELL, COULD_NOT_CONNECT, REFUSED, PEER_CLOSED_WITH_ERROR, LOST = 0, 3, 4, 6, 7


def closures():
    """(code, reason): every code, and every reason at least once."""
    for number, code in enumerate(CODES):
        yield code, REASONS[number % len(REASONS)]


class TheyClose(unittest.TestCase):
    def test_our_server_echoes_code_and_reason_of_their_client(self):
        for library in LIBRARIES:
            with Server() as server:
                for code, reason in closures():
                    with self.subTest(library=library, code=code, reason=reason):
                        steps = [close(code, reason)]
                        with Peer(library, "client", steps, url=server.url) as peer:
                            closed = peer.report()["closed"]
                            self.assertEqual(closed, {"code": code, "reason": reason})

    def test_our_client_reports_and_echoes_code_and_reason_of_their_server(self):
        for library in LIBRARIES:
            for code, reason in closures():
                with self.subTest(library=library, code=code, reason=reason):
                    with Peer(library, "server", [close(code, reason)]) as peer:
                        with Program([program("examples/echo_client"), peer.url]) as client:
                            expected = f'closed code={code} reason="{reason}" clean=true'
                            self.assertEqual(client.line(), expected)
                            self.assertEqual(client.wait(), 0, client.story())
                            self.assertEqual(peer.report()["closed"]["code"], code)

    def test_connect_exits_0_after_1000_and_6_after_an_error_code(self):
        statuses = {
            1000: ENDED_WELL,
            1002: PEER_CLOSED_WITH_ERROR,
            1008: PEER_CLOSED_WITH_ERROR,
            1011: PEER_CLOSED_WITH_ERROR,
        }
        for library in LIBRARIES:
            for code, expected in statuses.items():
                with self.subTest(library=library, code=code):
                    steps = [send(b"bye", text=True), close(code, "because")]
                    with Peer(library, "server", steps) as peer, Client(peer.url) as client:
                        # The input stays open: the peer alone ends this.
                        self.assertEqual(client.wait(), expected, client.story())
                        self.assertEqual(client.out, b"bye\n")
                        self.assertEqual(peer.report()["closed"]["code"], code)

    def test_connect_exits_7_and_says_1006_when_the_connection_is_lost(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                steps = [receive(1), abort()]
                with Peer(library, "server", steps) as peer, Client(peer.url) as client:
                    client.write([b"drop me"])
                    self.assertEqual(client.wait(), LOST, client.story())
                    self.assertIn("1006", client.err)

    def test_our_server_outlives_a_client_that_vanishes(self):
        with Server() as server:
            for library in LIBRARIES:
                with self.subTest(library=library):
                    steps = [send(b"hi", text=True), receive(1), abort()]
                    with Peer(library, "client", steps, url=server.url) as peer:
                        self.assertEqual(peer.report()["closed"]["code"], 1006)
                    steps = [send(b"still there?", text=True), receive(1), close(1000)]
                    with Peer(library, "client", steps, url=server.url) as peer:
                        self.assertEqual(peer.report()["closed"]["code"], 1000)


class WeClose(unittest.TestCase):
    def test_our_server_closes_with_1009_when_a_message_is_too_long(self):
        cases = [(None, bytes(1001)), ({}, bytes(1001)), ({}, bytes(1024 * 1024))]
        for library in LIBRARIES:
            for deflate, data in cases:
                with self.subTest(library=library, deflate=deflate, length=len(data)):
                    steps = [send(data[:1000], text=False), receive(1), send(data, text=False)]
                    with Server("--max-message-bytes", "1000") as server, Peer(
                        library, "client", steps, url=server.url, deflate=deflate
                    ) as peer:
                        report = peer.report()
                        self.assertEqual(report["closed"]["code"], 1009)
                        self.assertEqual(len(report["received"]), 1)

    def test_our_server_says_goodbye_to_everybody_on_sigterm(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                steps = [send(b"hi", text=True), receive(1), say("open"), receive(1)]
                with Server() as server, Peer(
                    library, "client", steps, url=server.url
                ) as peer:
                    self.assertEqual(json.loads(peer.line()), {"said": "open"})
                    server.process.send_signal(signal.SIGTERM)
                    self.assertEqual(peer.report()["closed"]["code"], 1001)
                    self.assertEqual(server.wait(), 0, server.story())


class NeverOpen(unittest.TestCase):
    def test_connect_exits_3_when_nobody_listens(self):
        with socket.socket() as held:
            # Bound but not listening: nobody else can take the port meanwhile.
            held.bind(("127.0.0.1", 0))
            with Client(f"ws://127.0.0.1:{held.getsockname()[1]}") as client:
                self.assertEqual(client.finish(), COULD_NOT_CONNECT, client.story())

    def test_connect_exits_4_and_names_the_status_of_a_refusal(self):
        for library in LIBRARIES:
            for status in (401, 403, 503):
                with self.subTest(library=library, status=status):
                    with Peer(library, "server", [echo()], refuse=status) as peer:
                        with Client(peer.url) as client:
                            self.assertEqual(client.finish(), REFUSED, client.story())
                            self.assertIn(str(status), client.err)


if __name__ == "__main__":
    unittest.main()
