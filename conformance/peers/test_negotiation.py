"""What is agreed in the opening handshake, and what happens when it is not."""

import unittest

from peer import LIBRARIES, Peer, close, echo, messages, receive, send
from programs import Client, Server

MISSING_EXTENSION = 5


class MandatoryExtensions(unittest.TestCase):
    def test_our_server_refuses_with_400_and_names_what_it_requires(self):
        with Server("--require", "permessage-deflate") as server:
            for library in LIBRARIES:
                with self.subTest(library=library):
                    with Peer(library, "client", [], url=server.url, deflate=None) as peer:
                        refused = peer.report()["refused"]
                        self.assertEqual(refused["status"], 400)
                        self.assertIn("permessage-deflate", refused["body"])

    def test_our_server_accepts_a_client_that_offers_what_it_requires(self):
        with Server("--require", "permessage-deflate") as server:
            for library in LIBRARIES:
                with self.subTest(library=library):
                    steps = [send(b"hi", text=True), receive(1), close(1000)]
                    with Peer(library, "client", steps, url=server.url, deflate={}) as peer:
                        self.assertEqual(messages(peer.report()), [(True, b"hi")])

    def test_our_client_leaves_with_1010_and_names_what_it_requires(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                with Peer(library, "server", [echo()], deflate=None) as peer, Client(
                    peer.url, "--require", "permessage-deflate"
                ) as client:
                    self.assertEqual(client.finish(), MISSING_EXTENSION, client.story())
                    self.assertIn("permessage-deflate", client.err)
                    self.assertEqual(client.out, b"")
                    closed = peer.report()["closed"]
                    self.assertEqual(closed, {"code": 1010, "reason": "permessage-deflate"})

    def test_our_client_stays_when_it_gets_what_it_requires(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                with Peer(library, "server", [echo()], deflate={}) as peer, Client(
                    peer.url, "--require", "permessage-deflate"
                ) as client:
                    client.write([b"hi"])
                    self.assertEqual(client.line(), "hi")
                    self.assertEqual(client.finish(), 0, client.story())
                    self.assertEqual(peer.report()["closed"]["code"], 1000)


class Requests(unittest.TestCase):
    def played(self, *flags, **settings):
        """The report of a peer that echoed one line of a `rejoin connect` with these flags."""
        library = settings.pop("library")
        with Peer(library, "server", [echo()], **settings) as peer:
            with Client(f"{peer.url}/some/path?q=1", *flags) as client:
                client.write([b"hi"])
                self.assertEqual(client.line(), "hi")
                self.assertEqual(client.finish(), 0, client.story())
            report = peer.report()
        self.assertEqual(report["path"], "/some/path?q=1")
        return report, client

    def test_headers_and_subprotocol_reach_the_server(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                report, _ = self.played(
                    "--header", "X-Trace: 7", "--header", "Authorization: Bearer a b",
                    "--subprotocol", "chat.v2", library=library, subprotocols=["chat.v2"],
                )
                self.assertEqual(report["headers"]["x-trace"], "7")
                self.assertEqual(report["headers"]["authorization"], "Bearer a b")
                self.assertEqual(report["subprotocol"], "chat.v2")

    def test_no_deflate_offers_nothing(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                report, _ = self.played("--no-deflate", library=library, deflate={})
                self.assertNotIn("sec-websocket-extensions", report["headers"])

    def test_the_offers_given_are_the_offers_made(self):
        offers = "permessage-deflate; client_max_window_bits=10, permessage-deflate"
        for library in LIBRARIES:
            with self.subTest(library=library):
                report, _ = self.played("--offer", offers, library=library, deflate={})
                offered = report["headers"]["sec-websocket-extensions"]
                self.assertEqual(offered.replace(" ", ""), offers.replace(" ", ""))
                self.assertTrue(report["extensions"].startswith("permessage-deflate"))

    def test_verbose_tells_what_was_negotiated(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                _, client = self.played("-v", library=library, deflate={})
                self.assertIn("permessage-deflate", client.err)


if __name__ == "__main__":
    unittest.main()
