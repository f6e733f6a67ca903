"""Planned restarts as clients of other libraries see them."""

import json
import unittest

from peer import LIBRARIES, Peer, close, receive, say, send
from programs import RestartableServer

RESTARTED = {"code": 1012, "reason": "service restart; retry=1.0-5.0"}


class Restart(unittest.TestCase):
    def test_clients_see_1012_and_the_window_and_find_the_new_process(self):
        for library in LIBRARIES:
            with self.subTest(library=library), RestartableServer() as server:
                steps = [send(b"hi", text=True), receive(1), say("open"), receive(1)]
                with Peer(library, "client", steps, url=server.url) as peer:
                    self.assertEqual(json.loads(peer.line()), {"said": "open"})
                    server.restart()
                    self.assertEqual(peer.report()["closed"], RESTARTED)
                steps = [send(b"again", text=True), receive(1), close(1000)]
                with Peer(library, "client", steps, url=server.url) as peer:
                    report = peer.report()
                    self.assertEqual(report["closed"]["code"], 1000)
                    self.assertEqual(len(report["received"]), 1)

    def test_what_was_answered_before_the_close_arrives_before_it(self):
        for library in LIBRARIES:
            with self.subTest(library=library), RestartableServer() as server:
                messages = [send(str(number).encode(), text=True) for number in range(100)]
                steps = [*messages, receive(100), say("answered"), receive(1)]
                with Peer(library, "client", steps, url=server.url) as peer:
                    self.assertEqual(json.loads(peer.line()), {"said": "answered"})
                    server.restart()
                    report = peer.report()
                    self.assertEqual(len(report["received"]), 100)
                    self.assertEqual(report["closed"], RESTARTED)


if __name__ == "__main__":
    unittest.main()
