"""WebSockets of a page in Chromium: messages, closes, restarts, foreign origins.

The page is page.html, served from a loopback port of its own; so its origin is not that
of the server, which therefore has to be told to allow it, as in real life.
"""

import functools
import http.server
import pathlib
import signal
import sys
import threading
import unittest

from programs import RestartableServer, Server
from webdriver import Browser

HERE = pathlib.Path(__file__).resolve().parent


class Page(http.server.SimpleHTTPRequestHandler):
    """Serves this directory without a line of log for each request."""

    def log_message(self, *_):
        pass


class InChromium(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        handler = functools.partial(Page, directory=HERE)
        pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        cls.addClassCleanup(pages.server_close)
        threading.Thread(target=pages.serve_forever, daemon=True).start()
        cls.addClassCleanup(pages.shutdown)
        cls.origin = f"http://127.0.0.1:{pages.server_port}"
        cls.browser = cls.enterClassContext(Browser())
        print(f"browser: Chromium {cls.browser.version}", file=sys.stderr, flush=True)
        cls.browser.open(f"{cls.origin}/page.html")

    def serve(self, *arguments):
        return self.enterContext(Server("--allow-origin", self.origin, *arguments))

    def test_text_and_binary_come_back_unchanged_through_compression(self):
        server = self.serve()
        sizes = [0, 1, 125, 126, 65535, 65536, 1024 * 1024]
        seen = self.browser.call("exchange", server.url, sizes)
        self.assertTrue(seen["extensions"].startswith("permessage-deflate"), seen)
        self.assertEqual((seen["sent"], seen["received"]), (21, 21))
        self.assertEqual(seen["different"], [], "messages that came back changed")
        self.assertEqual((seen["code"], seen["wasClean"]), (1000, True))

    def test_without_compression_too(self):
        server = self.serve("--no-deflate")
        seen = self.browser.call("exchange", server.url, [0, 126, 65536])
        self.assertEqual(seen["extensions"], "")
        self.assertEqual(seen["different"], [], "messages that came back changed")
        self.assertEqual((seen["code"], seen["wasClean"]), (1000, True))

    def test_close_codes_and_reasons_of_the_page_are_echoed(self):
        server = self.serve()
        for code, reason in [
            (1000, ""), (3000, ""), (3999, "bye"), (4000, "zażółć gęślą jaźń"),
            (4999, "🦀" * 30 + "abc"),
        ]:
            with self.subTest(code=code, reason=reason):
                seen = self.browser.call("closeWith", server.url, code, reason)
                self.assertEqual(
                    (seen["code"], seen["reason"], seen["wasClean"]), (code, reason, True)
                )

    def test_a_message_over_the_limit_is_closed_with_1009(self):
        server = self.serve("--max-message-bytes", "1000")
        # Zeros compress well: both fit the limit on the wire, only one after inflation.
        for length in (1001, 100_000):
            with self.subTest(length=length):
                seen = self.browser.call("sendTooMuch", server.url, length)
                self.assertEqual((seen["code"], seen["wasClean"]), (1009, True))
                self.assertEqual(seen["received"], 0)

    def test_the_page_hears_of_the_servers_end(self):
        server = self.serve()
        opened = self.browser.call("openAndStay", server.url)
        self.assertTrue(opened["extensions"].startswith("permessage-deflate"), opened)
        server.process.send_signal(signal.SIGTERM)
        seen = self.browser.call("howItEnded")
        self.assertEqual((seen["code"], seen["wasClean"]), (1001, True))
        self.assertEqual(server.wait(), 0, server.story())

    def test_the_page_sees_1012_and_the_window_of_a_restart_and_finds_the_new_process(self):
        server = self.enterContext(RestartableServer("--allow-origin", self.origin))
        self.browser.call("openAndStay", server.url)
        server.restart()
        seen = self.browser.call("howItEnded")
        self.assertEqual(
            (seen["code"], seen["reason"], seen["wasClean"]),
            (1012, "service restart; retry=1.0-5.0", True),
        )
        seen = self.browser.call("closeWith", server.url, 1000, "")
        self.assertEqual((seen["code"], seen["wasClean"]), (1000, True))

    def test_a_page_of_another_origin_is_refused(self):
        server = self.enterContext(Server())
        seen = self.browser.call("neverOpens", server.url)
        self.assertEqual((seen["code"], seen["wasClean"]), (1006, False))


if __name__ == "__main__":
    unittest.main()
