"""A restart of somebody else's server, rehearsed."""

import json
import unittest

from peer import HERE, INSTALLED
from programs import Program, program

CLIENTS = 50


class Rehearse(unittest.TestCase):
    def test_a_restart_of_uvicorn_is_measured(self):
        python = INSTALLED / "venv" / "bin" / "python"
        with Program([python, HERE / "uvicorn_peer.py"], cwd=HERE) as service:
            url = f"ws://127.0.0.1:{service.line()}/"
            command = [
                program("rejoin"), "rehearse", "--json", "--clients", str(CLIENTS),
                "--restart-command", f"kill -USR1 {service.process.pid}",
                # It cuts its connections as soon as it has said Close.
                "--allow-reset", str(CLIENTS), url,
            ]
            with Program(command) as rehearsal:
                status = rehearsal.wait(seconds=120)
                report = json.loads(rehearsal.out)
        self.assertEqual(status, 0, report)
        only = report["rehearsals"][0]
        self.assertEqual(only["never_back"], 0)
        self.assertEqual(only["failed_attempts"]["refused"], 0, "the socket stays open")
        self.assertEqual(list(only["closes"]), ["1012"])
        self.assertEqual(only["messages"]["answered_twice"], 0)


if __name__ == "__main__":
    unittest.main()
