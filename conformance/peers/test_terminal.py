"""`rejoin connect` as a person uses it, on a terminal: closing with a code of one's own."""

import json
import os
import pty
import select
import subprocess
import time
import unittest

from peer import LIBRARIES, Peer, echo, messages, say
from programs import PATIENCE, program


class Terminal:
    """`rejoin connect URL` on a pseudo-terminal; use it in a `with` block."""

    def __init__(self, url):
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [program("rejoin"), "connect", url],
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            env=dict(os.environ, TERM="xterm", NO_COLOR="1"),
        )
        os.close(theirs)
        self.shown = b""

    def until(self, word, times=1):
        """Reads what is shown until `word` has been seen that often."""
        deadline = time.monotonic() + PATIENCE
        while self.shown.count(word) < times:
            ready, _, _ = select.select([self.ours], [], [], deadline - time.monotonic())
            assert ready, f"never showed {word!r}: {self.shown!r}"
            self.shown += self.read()

    def read(self):
        try:
            return os.read(self.ours, 4096)
        except OSError as ended:  # EIO is how a terminal says that nobody is left.
            raise AssertionError(f"ended; showed {self.shown!r}") from ended

    def type(self, line):
        os.write(self.ours, line.encode() + b"\r")

    def wait(self):
        """Reads to the end, so that the program can finish, and returns its exit status."""
        try:
            self.until(b"\0 never shown")
        except AssertionError:
            pass
        return self.process.wait(PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.ours)


class OnATerminal(unittest.TestCase):
    def test_close_sends_the_code_and_reason_given(self):
        for library in LIBRARIES:
            for code, reason in [
                (1000, ""), (1001, "leaving"), (3000, "zażółć gęślą jaźń"), (4000, "再見"),
                (4999, "two words"),
            ]:
                with self.subTest(library=library, code=code, reason=reason):
                    steps = [say("open"), echo()]
                    with Peer(library, "server", steps) as peer, Terminal(peer.url) as terminal:
                        self.assertEqual(json.loads(peer.line()), {"said": "open"})
                        terminal.type("hello there")
                        # Once as typed, and once more as the echo of the server.
                        terminal.until(b"hello there", times=2)
                        terminal.type(f"/close {code} {reason}".rstrip())
                        report = peer.report()
                        self.assertEqual(messages(report), [(True, b"hello there")])
                        self.assertEqual(report["closed"], {"code": code, "reason": reason})
                        self.assertEqual(terminal.wait(), 0, terminal.shown)


if __name__ == "__main__":
    unittest.main()
