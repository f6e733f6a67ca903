"""A headless Chromium, driven through chromedriver with the standard library alone."""

import json
import os
import re
import shutil
import sys
import tempfile
import urllib.error
import urllib.request

from programs import Program

# The browser shall talk to the loopback interface and to nobody else, run as
# root too, and keep nothing.
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--no-first-run",
    "--disable-dev-shm-usage", "--no-proxy-server",
]

# How long a script in the page may run.
SCRIPT_SECONDS = 60


class Browser:
    """One browser window; use it in a `with` block."""

    def __enter__(self):
        driver, chromium = find("chromedriver"), find("chromium")
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        environment = dict(os.environ, HOME=self.profile.name)
        self.driver = Program([driver, "--port=0"], env=environment)
        self.session = None
        try:
            self.root = f"http://127.0.0.1:{self.driver_port()}"
            options = {"binary": chromium, "args": [*FLAGS, f"--user-data-dir={self.profile.name}"]}
            wanted = {
                "goog:chromeOptions": options,
                "timeouts": {"script": SCRIPT_SECONDS * 1000},
            }
            answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
            self.session = answer["sessionId"]
            self.version = answer["capabilities"]["browserVersion"]
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # Ending the session ends the browser; then its driver can go.
        if self.session is not None:
            self.ask("DELETE", f"/session/{self.session}")
        self.driver.__exit__()
        self.profile.cleanup()

    def open(self, url):
        """Loads a page and waits for it."""
        self.ask("POST", f"/session/{self.session}/url", {"url": url})

    def call(self, function, *arguments):
        """Calls an async function of the page, and returns what it resolves to."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"{function}(...Array.from(arguments).slice(0, -1))"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        answer = self.ask(
            "POST", f"/session/{self.session}/execute/async",
            {"script": script, "args": list(arguments)},
        )
        if "error" in answer:
            raise AssertionError(f"{function} failed in the page: {answer['error']}")
        return answer["value"]

    def driver_port(self):
        """The port that the driver chose; it says so in its greeting."""
        while True:
            if found := re.search(r"started successfully on port (\d+)", self.driver.line()):
                return int(found[1])

    def ask(self, method, path, body=None):
        """One WebDriver command."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.root + path, data=data, method=method, headers={"Content-Type": "application/json"}
        )
        # No proxy of the environment may come between us and our own driver.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=SCRIPT_SECONDS + 30) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            message = json.load(error)["value"]["message"]
            raise AssertionError(f"{method} {path}: {message}") from None


def find(name):
    """The path of an installed program; ends the run if there is none."""
    path = shutil.which(name)
    if path is None:
        sys.exit(f"browser: {name} is not installed (Debian: apt-get install chromium chromium-driver)")
    return path
