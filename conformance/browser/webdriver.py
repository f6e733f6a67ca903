"""A headless Chromium, driven through chromedriver with the standard library alone."""

import base64
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time
import urllib.error
import urllib.request

from programs import PATIENCE, Program

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
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
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
        self.command("url", {"url": url})

    def call(self, function, *arguments):
        """Calls an async function of the page, and returns what it resolves to."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"{function}(...Array.from(arguments).slice(0, -1))"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        answer = self.command("execute/async", {"script": script, "args": list(arguments)})
        if "error" in answer:
            raise AssertionError(f"{function} failed in the page: {answer['error']}")
        return answer["value"]

    def run(self, script, *arguments):
        """Runs a script in the page, and returns what it returns."""
        return self.command("execute/sync", {"script": script, "args": list(arguments)})

    def until(self, script, *arguments, seconds=PATIENCE):
        """Waits until a script returns something true, and returns that."""
        end = time.monotonic() + seconds
        while True:
            if seen := self.run(script, *arguments):
                return seen
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds} s: {script} {arguments}")
            time.sleep(0.02)

    def click(self, selector):
        """Clicks on the element, as a mouse does: it has to be in sight."""
        self.command(f"element/{self.find(selector)}/click", {})

    def type(self, selector, text):
        """Types into the field instead of what is in it."""
        element = self.find(selector)
        self.command(f"element/{element}/clear", {})
        self.command(f"element/{element}/value", {"text": text})

    def text(self, selector):
        """What the element shows, without help of scripts in the page."""
        return self.ask("GET", f"/session/{self.session}/element/{self.find(selector)}/text")

    def press(self, *keys):
        """Presses keys together, wherever the focus is."""
        downs = [{"type": "keyDown", "value": key} for key in keys]
        ups = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.command("actions", {"actions": [{"type": "key", "id": "keyboard", "actions": downs + ups}]})

    def devtools(self, name, **parameters):
        """One command of the browser's own protocol."""
        return self.command("goog/cdp/execute", {"cmd": name, "params": parameters})

    def log(self, kind):
        """What was logged since the last time: `browser` is the console, `performance` the network."""
        return self.command("se/log", {"type": kind})

    def picture(self, path, whole=False):
        """Writes what is seen, or the whole page, as PNG."""
        seen = self.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        pathlib.Path(path).write_bytes(base64.b64decode(seen["data"]))

    def find(self, selector):
        """The element, by the name that the driver gives it."""
        found = self.command("element", {"using": "css selector", "value": selector})
        return next(iter(found.values()))

    def command(self, path, body):
        """One command to this session."""
        return self.ask("POST", f"/session/{self.session}/{path}", body)

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
