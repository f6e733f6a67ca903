"""Messages of every interesting size and shape, through both roles, byte for byte."""

import unittest

from peer import LIBRARIES, Peer, close, echo, messages, receive, send, some_binary, some_text
from programs import Client, Program, Server, program

# The borders of the three length encodings (RFC 6455 section 5.2), and a large one.
SIZES = [0, 1, 125, 126, 127, 65535, 65536, 1024 * 1024]

# Cuts that put fragments on those borders, leave some of them empty, and fall into
# the middle of characters.
CUTS = [(1,), (0, 0, 125, 0), (126, 1, 65535), (7,) * 100]

# Compression as it can be agreed on: off, the library's defaults, and each parameter.
DEFLATES = {
    "no compression": None,
    "defaults": {},
    "no context takeover by the server": {"server_no_context_takeover": True},
    "no context takeover by the client": {"client_no_context_takeover": True},
    "a small window at the server": {"server_max_window_bits": 9},
    "small windows at both, no context": {
        "server_no_context_takeover": True,
        "client_no_context_takeover": True,
        "server_max_window_bits": 10,
        "client_max_window_bits": 10,
    },
}

# What `rejoin connect` reads and prints, one message a line.
LINES = [b"hi", b"", "żółć 日本語 🦀".encode(), some_text(1024 * 1024), b"last"]


def everything():
    """The messages of a session as (text, data, cut)."""
    for size in SIZES:
        yield True, some_text(size), ()
        yield False, some_binary(size), ()
        yield False, bytes(size), ()
    for cut in CUTS:
        yield True, some_text(70_000), cut
        yield False, some_binary(70_000), cut


def one_by_one():
    """Every message is sent once the one before it has come back."""
    steps = []
    for text, data, cut in everything():
        steps += [send(data, text=text, cut=cut), receive(1)]
    return [*steps, close(1000)]


def pipelined(count):
    """Many small messages are sent before the first one is awaited."""
    sent = [(n % 2 == 0, some_text(n)) for n in range(count)]
    steps = [send(data, text=text) for text, data in sent]
    return sent, [*steps, receive(count), close(1000)]


class Messages(unittest.TestCase):
    def check(self, report, sent, deflate):
        got = messages(report)
        self.assertEqual(len(got), len(sent))
        for number, (theirs, ours) in enumerate(zip(got, sent)):
            # Not assertEqual: a megabyte of difference helps nobody.
            self.assertTrue(theirs == ours, f"message {number} of {len(sent)} came back changed")
        self.assertEqual(report["closed"]["code"], 1000)
        name = report["extensions"].split(";")[0].strip()
        self.assertEqual(name, "" if deflate is None else "permessage-deflate")

    def test_server_role_echoes_every_size_and_fragmentation(self):
        sent = [(text, data) for text, data, _ in everything()]
        for library in LIBRARIES:
            for named, deflate in DEFLATES.items():
                with self.subTest(library=library, deflate=named):
                    with Server() as server, Peer(
                        library, "client", one_by_one(), url=server.url, deflate=deflate
                    ) as peer:
                        self.check(peer.report(), sent, deflate)

    def test_server_role_without_deflate_declines_and_echoes(self):
        sent = [(text, data) for text, data, _ in everything()]
        for library in LIBRARIES:
            with self.subTest(library=library):
                with Server("--no-deflate") as server, Peer(
                    library, "client", one_by_one(), url=server.url, deflate={}
                ) as peer:
                    self.check(peer.report(), sent, None)

    def test_server_role_echoes_pipelined_messages_in_order(self):
        sent, steps = pipelined(500)
        for library in LIBRARIES:
            for deflate in (None, {}):
                with self.subTest(library=library, deflate=deflate):
                    with Server() as server, Peer(
                        library, "client", steps, url=server.url, deflate=deflate
                    ) as peer:
                        self.check(peer.report(), sent, deflate)

    def test_client_role_echoes_every_size_and_fragmentation(self):
        sent = [(text, data) for text, data, _ in everything()]
        for library in LIBRARIES:
            for named, deflate in DEFLATES.items():
                with self.subTest(library=library, deflate=named):
                    self.echoed_by_our_client(library, one_by_one(), sent, deflate)

    def test_client_role_echoes_pipelined_messages_in_order(self):
        sent, steps = pipelined(500)
        for library in LIBRARIES:
            for deflate in (None, {}):
                with self.subTest(library=library, deflate=deflate):
                    self.echoed_by_our_client(library, steps, sent, deflate)

    def echoed_by_our_client(self, library, steps, sent, deflate):
        with Peer(library, "server", steps, deflate=deflate) as peer:
            with Program([program("examples/echo_client"), peer.url]) as client:
                self.check(peer.report(), sent, deflate)
                self.assertEqual(client.wait(), 0, client.story())

    def test_lines_of_stdin_are_messages_and_come_back_on_stdout(self):
        for library in LIBRARIES:
            for deflate in (None, {}):
                with self.subTest(library=library, deflate=deflate):
                    self.line_by_line(library, deflate)

    def line_by_line(self, library, deflate):
        with Peer(library, "server", [echo()], deflate=deflate) as peer:
            with Client(peer.url) as client:
                # The input stays open until the last echo is here: Python `websockets`
                # answers a Close at once, before messages that it has not yet echoed.
                client.write(LINES)
                echoes = [client.line() for _ in LINES]
                self.assertTrue(echoes == [line.decode() for line in LINES], "echoes changed")
                self.assertEqual(client.finish(), 0, client.story())
            self.check_sent(peer.report(), text=True)

    def test_binary_messages_come_back_on_stdout_as_they_are_without_line_ends(self):
        # Node `ws` answers messages before the Close behind them.
        for deflate in (None, {}):
            with self.subTest(deflate=deflate):
                with Peer("node ws", "server", [echo()], deflate=deflate) as peer:
                    with Client(peer.url, "--binary") as client:
                        self.assertEqual(client.finish(LINES), 0, client.story())
                        self.assertTrue(client.out == b"".join(LINES), "echoes changed")
                    self.check_sent(peer.report(), text=False)

    def check_sent(self, report, text):
        sent = [(text, line) for line in LINES]
        self.assertTrue(messages(report) == sent, "messages arrived changed")
        self.assertEqual(report["closed"]["code"], 1000)

    def test_what_is_under_way_at_the_end_of_stdin_still_arrives(self):
        # Node `ws` and our own server answer messages before the Close behind them.
        with Peer("node ws", "server", [echo()], deflate={}) as peer, Client(peer.url) as client:
            self.all_at_once(client)
        for flags in ((), ("--no-deflate",)):
            with self.subTest(server="rejoin", flags=flags):
                with Server(*flags) as server, Client(server.url) as client:
                    self.all_at_once(client)

    def all_at_once(self, client):
        self.assertEqual(client.finish(LINES), 0, client.story())
        lines = client.out.splitlines()
        self.assertEqual(len(lines), len(LINES), "messages that came back")
        self.assertTrue(lines == LINES, "messages came back changed")


if __name__ == "__main__":
    unittest.main()
