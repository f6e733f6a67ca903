"""What tests of pages have in common: sizes and colours, keys, pictures, and what must hold at the end of each."""

import json
import os
import pathlib
import unittest
import urllib.parse

from webdriver import Browser

AXE = pathlib.Path(os.environ.get("REJOIN_AXE", ""))
SCREENSHOTS = os.environ.get("REJOIN_SCREENSHOTS")

# Keys by their code points in WebDriver.
TAB, ENTER, CONTROL, SHIFT, SPACE, DOWN = "\ue004", "\ue007", "\ue009", "\ue008", " ", "\ue015"

WIDE, NARROW = (1280, 900), (360, 740)


class PageCase(unittest.TestCase):
    """A test in a browser; afterwards the console is empty, and nothing came from elsewhere."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.browser = cls.enterClassContext(Browser())

    def setUp(self):
        self.look(*WIDE)
        self.browser.log("performance")
        self.browser.log("browser")
        # What a test provokes, by a part of what the console says of it.
        self.expected = []

    def tearDown(self):
        said = [entry["message"] for entry in self.browser.log("browser")]
        said = [line for line in said if not any(part in line for part in self.expected)]
        self.assertEqual(said, [], "the console stays empty")
        for entry in self.browser.log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = urllib.parse.urlsplit(message["params"]["request"]["url"])
                if url.scheme != "file":
                    self.assertEqual(url.hostname, "127.0.0.1", url)
        self.browser.open("about:blank")

    def look(self, width, height, scheme="light"):
        """With a window of that size, and the colours of that scheme."""
        self.browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.browser.devtools("Emulation.setEmulatedMedia", media="screen", features=features)

    def picture(self, name, whole=False):
        """Keeps what is seen, or the whole page, if somebody wants to look at it."""
        if SCREENSHOTS:
            self.browser.picture(pathlib.Path(SCREENSHOTS) / f"{name}.png", whole)

    def check_accessibility(self, what):
        """The checker's verdict on the page as it stands."""
        self.browser.run(AXE.read_text() + "; return null")
        found = self.browser.run("return axe.run({ resultTypes: ['violations'] })")
        told = [
            f"{violation['id']}: {violation['help']}: {[node['html'] for node in violation['nodes']]}"
            for violation in found["violations"]
        ]
        self.assertEqual(told, [], what)

    def check_width(self):
        """Nothing is wider than the window."""
        wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        self.assertEqual(self.browser.run(wider), 0, "nothing is wider than the window")

    def tab_to(self, wanted):
        """Tabs on until the element has the focus; each on the way shows that it has it."""
        for _ in range(60):
            self.browser.press(TAB)
            focus, style = self.browser.run(
                "return [document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle]"
            )
            self.assertTrue(focus == "" or style != "none", f"{focus} shows no focus")
            if focus == wanted:
                return
        self.fail(f"{wanted} is not reached")
