"""The page of `rejoin serve` as people use it: by mouse, by keyboard, narrow and wide, light and dark."""

import functools
import http.server
import pathlib
import re
import threading
import unittest

from page_case import CONTROL, ENTER, NARROW, SPACE, TAB, WIDE, PageCase
from programs import RestartableServer

# Markup, an attribute's end, an override of direction, an escape sequence, an invisible character.
HOSTILE = '<img src=x onerror=document.title="owned">"\'>&lt;\u202eevil\u2066\u0007\u200b'
INERT = '<img src=x onerror=document.title="owned">"\'>&lt;\\u{202e}evil\\u{2066}\\u{7}\\u{200b}'

STATUS = "return document.getElementById('status').dataset.state === arguments[0]"
LOG = "return [...document.querySelectorAll('#log li')].map((entry) => entry.textContent)"
LOGGED = "return [...document.querySelectorAll('#log li')].some((entry) => entry.textContent.includes(arguments[0]))"
SHOWN = "return document.querySelector(arguments[0]).checkVisibility()"


class LivePage(PageCase):
    def setUp(self):
        super().setUp()
        self.server = self.enterContext(RestartableServer("--subprotocol", "chat"))
        self.origin = self.server.url.replace("ws", "http", 1)

    def open(self, path="/"):
        self.browser.open(self.origin + path)
        self.browser.until(STATUS, "open")
        self.browser.until("return document.querySelector('#seen-offers li') !== null")

    def test_a_conversation_by_mouse(self):
        self.open()
        seen = self.browser.run("return document.getElementById('seen-extensions').textContent")
        self.assertTrue(seen.startswith("permessage-deflate"), seen)
        offer, outcome = self.browser.run(
            "return [document.querySelector('#seen-offers code').textContent,"
            " document.querySelector('#seen-offers bdi').textContent]"
        )
        self.assertTrue(offer.startswith("permessage-deflate"), offer)
        self.assertTrue(outcome.startswith("taken: permessage-deflate"), outcome)

        self.browser.type("#message", "hello, wörld 🦀")
        self.browser.click("#send-form button")
        self.browser.until(LOGGED, "Received:hello, wörld 🦀")
        self.browser.click("input[value=binary]")
        self.browser.type("#message", "00 ff 7")
        self.browser.click("#send-form button")
        self.assertTrue(self.browser.run(SHOWN, "#message-error"), "seven digits are no bytes")
        self.browser.type("#message", "00 ff 7f")
        self.browser.click("#send-form button")
        self.browser.until(LOGGED, "Received:00 ff 7f bytes")
        self.assertFalse(self.browser.run(SHOWN, "#message-error"))
        self.browser.until("return document.getElementById('messages-now').textContent !== '–'")

        self.browser.type("#close-code", "4001")
        self.browser.type("#close-reason", "bye")
        self.browser.click("#close-form button")
        self.browser.until(STATUS, "over")
        log = self.browser.run(LOG)
        self.assertTrue(any("Closed:4001 Private Use “bye” clean" in entry for entry in log), log)
        told = "the server saw: received \u20684001\u2069, sent \u20684001\u2069, begun by \u2068the browser\u2069"
        self.browser.until(LOGGED, told)
        self.browser.until("return document.querySelector('#closes tbody tr')?.textContent === '4xxxPrivate Use1'")
        self.browser.click("#closes a")
        target = self.browser.run("return [location.hash, document.querySelector(':target dt').textContent]")
        self.assertEqual(target, ["#code-4000-4999", "4000-4999 Private Use"])

        self.browser.type("#subprotocols", "chat chat")
        self.browser.click("#connect-form button")
        self.assertTrue(self.browser.run(SHOWN, "#connect-error"), "once is enough")
        # The server does not speak it, so the browser takes no connection from it.
        self.browser.type("#subprotocols", "other")
        self.expected = ["Sec-WebSocket-Protocol"]
        self.browser.click("#connect-form button")
        self.browser.until(STATUS, "waiting")
        self.browser.until(LOGGED, "browsers tell no more than \u20681006\u2069")
        self.browser.type("#subprotocols", "other, chat")
        self.browser.click("#connect-form button")
        self.browser.until(STATUS, "open")
        self.assertFalse(self.browser.run(SHOWN, "#connect-form"))
        seen = self.browser.run("return document.getElementById('seen-subprotocol').textContent")
        self.assertEqual(seen, "chat")

    def test_a_conversation_by_keyboard_alone(self):
        self.open()
        self.tab_to("message")
        for key in "typed":
            self.browser.press(key)
        self.browser.press(CONTROL, ENTER)
        self.browser.until(LOGGED, "Received:typed")
        focus = self.browser.run("return document.activeElement.id")
        self.assertEqual(focus, "message", "the next message can be typed at once")
        self.tab_to("close-reason")
        self.browser.press("x")
        self.browser.press(ENTER)
        self.browser.until(STATUS, "over")
        self.browser.until(LOGGED, "Closed:4000 Private Use “x”")
        # What is done with the keyboard is found with it again.
        self.tab_to("subprotocols")
        self.browser.press(ENTER)
        self.browser.until(STATUS, "open")
        self.tab_to("restart-button")
        self.browser.press(SPACE)
        self.browser.until(LOGGED, "Closed:1012 Service Restart")
        self.tab_to("retry-now")
        self.browser.press(ENTER)
        self.browser.until(STATUS, "open")
        self.take_over()

    def take_over(self):
        """Takes note of the process that serves after a restart from the page."""
        self.server.successor = self.server.event("restarted")["successor"]

    def test_a_restart_from_the_page(self):
        self.open()
        self.browser.type("#message", "before the restart")
        self.browser.click("#send-form button")
        self.browser.until(LOGGED, "Received:before the restart")
        # The connection between the two does not last: the second attempt backs off, from the
        # beginning of the server's window.
        for restart, longest in ((1, 5), (2, 11)):
            self.picture(f"page-before-{restart}")
            process = self.browser.run("return document.getElementById('process-now').textContent")
            self.browser.click("#restart-button")
            self.browser.until(STATUS, "waiting")
            left = "return Number(/[0-9.]+/.exec(document.getElementById('countdown-text').textContent)[0])"
            first = self.browser.run(left)
            self.assertTrue(0 <= first <= longest, first)
            self.browser.until("return document.getElementById('countdown-bar').value > 0.25")
            self.picture(f"page-during-{restart}")
            self.browser.type("#message", f"kept {restart}")
            self.browser.click("#send-form button")
            self.browser.until(STATUS, "open")
            self.browser.until(LOGGED, f"Received:kept {restart}")
            self.take_over()
            self.browser.until(
                "return document.getElementById('process-now').textContent !== arguments[0]", process
            )
            steps = self.browser.run(
                "return [...document.querySelectorAll('#restart-steps li')].map((step) => step.className)"
            )
            self.assertEqual(steps, ["done"] * 4)
            # The new process has another token, which the page has by now.
            self.browser.until("return !document.getElementById('restart-button').disabled")
            self.browser.until("return document.querySelectorAll('#plot-open .mark').length === arguments[0]", restart)
            self.picture(f"page-after-{restart}")
        log = self.browser.run(LOG)
        closes = [entry for entry in log if "Closed:1012 Service Restart" in entry]
        self.assertEqual(len(closes), 2, log)
        self.assertTrue(all(re.search(r"retry=1\.0-5\.0", entry) for entry in closes), closes)

    def test_what_a_peer_writes_is_only_ever_text(self):
        self.open()
        self.browser.run(
            "document.getElementById('message').value = arguments[0];"
            "document.getElementById('close-reason').value = arguments[0].slice(0, 60)", HOSTILE
        )
        self.browser.click("#send-form button")
        self.browser.until(LOGGED, f"Received:{INERT}")
        self.browser.click("#close-form button")
        self.browser.until(LOGGED, f"“{INERT[:40]}")
        self.assertEqual(self.browser.run("return document.title"), "Rejoin: a WebSocket server, live")
        self.assertEqual(self.browser.run("return document.querySelectorAll('img').length"), 0)
        raw = "return /[\\u202a-\\u202e\\u200b\\u0007]/.test(document.getElementById('log').textContent)"
        self.assertFalse(self.browser.run(raw))

    def test_a_long_message_is_shown_in_part_and_the_log_does_not_grow_for_ever(self):
        self.open()
        self.browser.run("document.getElementById('message').value = 'x'.repeat(5000)")
        self.browser.click("#send-form button")
        self.browser.until(LOGGED, "(not shown: \u20683,000\u2069)")
        self.browser.run(
            "for (let number = 0; number < 300; number++) {"
            " document.getElementById('message').value = `number ${number}`;"
            " document.getElementById('send-form').requestSubmit(); }"
        )
        self.browser.until(LOGGED, "Received:number 299")
        self.assertEqual(len(self.browser.run(LOG)), 500)
        self.browser.click("#log-clear")
        self.assertEqual(self.browser.run(LOG), [])

    def test_everybody_can_use_it(self):
        for language in ("en", "ar"):
            for scheme in ("light", "dark"):
                for name, size in (("wide", WIDE), ("narrow", NARROW)):
                    with self.subTest(language=language, scheme=scheme, size=name):
                        self.look(*size, scheme)
                        self.open(f"/?lang={language}")
                        self.browser.run("document.getElementById('message').value = 'hello'")
                        self.browser.click("#send-form button")
                        self.browser.until("return document.querySelectorAll('#log li').length >= 3")
                        self.check_accessibility("connected")
                        self.picture(f"page-{language}-{name}-{scheme}")
                        self.browser.click("#close-form button")
                        self.browser.until(STATUS, "over")
                        self.browser.until("return document.querySelector('#closes tbody tr') !== null")
                        self.check_accessibility("closed")
                        self.check_width()

    def test_arabic_reads_from_right_to_left_and_literals_do_not(self):
        self.open("/?lang=ar")
        seen = self.browser.run(
            "return [document.documentElement.dir,"
            " document.getElementById('connection').getBoundingClientRect().left"
            "  > document.getElementById('live').getBoundingClientRect().left,"
            " getComputedStyle(document.querySelector('#seen-extensions code')).direction,"
            " getComputedStyle(document.querySelector('#plot-open')).direction]"
        )
        self.assertEqual(seen, ["rtl", True, "ltr", "ltr"])

    def test_it_can_be_read_without_scripts(self):
        self.browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.browser.devtools, "Emulation.setScriptExecutionDisabled", value=False)
        self.browser.open(self.origin + "/")
        text = self.browser.text("body")
        self.assertIn("This page needs scripts", text)
        self.assertIn(f"rejoin connect -v {self.server.url}", text)
        self.assertIn("1012 Service Restart", text)
        self.assertNotIn("Your connection", text)

    def test_it_prints_what_can_be_read(self):
        self.open()
        self.browser.devtools("Emulation.setEmulatedMedia", media="print")
        for selector, shown in [("#send-form", False), ("#restart", False), ("#log", True), ("#codes", True)]:
            self.assertEqual(self.browser.run(SHOWN, selector), shown, selector)

    def test_pages_of_other_sites_can_neither_restart_nor_frame_it(self):
        handler = functools.partial(Quiet, directory=pathlib.Path(__file__).parent)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as pages:
            threading.Thread(target=pages.serve_forever, daemon=True).start()
            self.addCleanup(pages.shutdown)
            self.browser.open(f"http://127.0.0.1:{pages.server_port}/page.html")
            self.expected = [self.origin, "favicon.ico"]
            seen = self.browser.run(
                "return fetch(`${arguments[0]}/restart`, { method: 'POST', mode: 'no-cors' })"
                ".then(() => 'sent', () => 'kept from us')", self.origin
            )
            self.assertEqual(seen, "kept from us", "the answer is of the same origin only")
            seen = self.browser.run(
                "return fetch(`${arguments[0]}/live`).then(() => 'read', () => 'not read')", self.origin
            )
            self.assertEqual(seen, "not read")
            self.browser.run(
                "const frame = document.createElement('iframe'); frame.src = arguments[0];"
                "document.body.append(frame);"
                "return new Promise((resolve) => { frame.onload = () => resolve(null); })", self.origin
            )
            self.browser.log("performance")
        self.open()
        self.browser.click("#restart-button")
        self.browser.until(LOGGED, "Closed:1012")
        # Had the other site's request begun a restart, this would be the second event.
        self.take_over()
        self.browser.until(STATUS, "open")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a directory without a line of log for each request."""

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    unittest.main()
