"""The pages of the reference as people use them: exported, opened from a disk, and served by `rejoin serve`."""

import functools
import http.server
import json
import pathlib
import subprocess
import tempfile
import threading
import unittest

from page_case import ENTER, NARROW, TAB, WIDE, PageCase
from programs import Server, program

# A page of each kind; 1010 against 1012 has the longest table.
KINDS = {
    "codes": "index.html",
    "code": "1010.html",
    "range": "4000-4999.html",
    "comparison": "compare/1010-1012.html",
    "comparisons": "compare/index.html",
    "services": "services/index.html",
    "service": "services/discord-gateway.html",
    "guide": "guide.html",
    "sources": "sources.html",
    "missing": "404.html",
}

FOUND = "return [...document.querySelectorAll('.found a')].map((link) => link.textContent)"
PATH = "return location.pathname"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a directory without a line of log for each request."""

    def log_message(self, *_):
        pass


class ReferencePages(PageCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.directory = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        export = [program("rejoin"), "reference", "export", "--json", cls.directory]
        cls.summary = json.loads(subprocess.run(export, check=True, capture_output=True).stdout)
        handler = functools.partial(Quiet, directory=cls.directory)
        pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        cls.addClassCleanup(pages.server_close)
        threading.Thread(target=pages.serve_forever, daemon=True).start()
        cls.addClassCleanup(pages.shutdown)
        cls.origin = f"http://127.0.0.1:{pages.server_port}"

    def open(self, path):
        self.browser.open(f"{self.origin}/{path}")

    def tags(self):
        return sorted(path.parent.name for path in self.directory.glob("*/1010.html"))

    def test_the_summary_counts_what_was_written(self):
        files = [path for path in self.directory.rglob("*") if path.is_file() and path.name[0] != "."]
        self.assertEqual(self.summary["files"], len(files))
        self.assertEqual(self.summary["bytes"], sum(path.stat().st_size for path in files))
        self.assertEqual(self.summary["languages"], len(self.tags()))

    def test_everybody_can_read_every_kind_of_page(self):
        for language in ("en", "ar"):
            for scheme in ("light", "dark"):
                for name, size in (("wide", WIDE), ("narrow", NARROW)):
                    self.look(*size, scheme)
                    for kind, path in KINDS.items():
                        with self.subTest(language=language, scheme=scheme, size=name, kind=kind):
                            self.open(f"{language}/{path}")
                            self.check_accessibility(kind)
                            self.check_width()
                            self.picture(f"reference-{kind}-{language}-{name}-{scheme}", whole=True)

    def test_every_language_fits_its_pages(self):
        for language in self.tags():
            for name, size in (("wide", WIDE), ("narrow", NARROW)):
                self.look(*size)
                for kind in ("codes", "code", "comparison"):
                    with self.subTest(language=language, size=name, kind=kind):
                        self.open(f"{language}/{KINDS[kind]}")
                        self.check_accessibility(kind)
                        self.check_width()
                        self.picture(f"reference-{kind}-{language}-{name}", whole=name == "wide")

    def test_a_code_is_found_by_keyboard_alone(self):
        self.open("en/index.html")
        self.browser.press(TAB)
        self.assertEqual(self.browser.run("return document.activeElement.className"), "skip")
        self.tab_to("search")
        for key in "proxy timeout":
            self.browser.press(key)
        self.browser.until("return document.querySelector('.found a') !== null")
        self.assertTrue(self.browser.run(FOUND)[0].startswith("1006"), self.browser.run(FOUND))
        self.assertRegex(self.browser.text("[role=status]"), r"^Found: \d+$")
        self.browser.press(TAB)
        self.browser.press(ENTER)
        self.browser.until(f"{PATH} === arguments[0]", "/en/1006.html")

    def test_the_search_knows_numbers_names_services_and_what_it_does_not_find(self):
        self.open("en/index.html")
        for typed, first in [
            ("1012", "1012 Service Restart"),
            ("mandatory ext", "1010 Mandatory Extension"),
            ("discord shard", "4010 Discord Gateway"),
            ("1012 1010", "1010 Mandatory Extension / 1012 Service Restart"),
            ("2000", "1016-2999"),
        ]:
            self.browser.type("#search", typed)
            self.browser.until(
                "return document.querySelector('.found a')?.textContent.startsWith(arguments[0])", first
            )
        self.browser.type("#search", "<img onerror=qqxx> xylophone")
        self.browser.until("return document.querySelector('[role=status]').textContent.startsWith('Nothing fits')")
        self.open("ar/index.html")
        self.browser.type("#search", "شهادة")
        self.browser.until("return document.querySelector('.found a')?.textContent.includes('1015')")

    def test_the_language_is_changed_by_keyboard_and_the_page_stays_the_same(self):
        self.open("en/compare/1010-1012.html")
        self.browser.run("document.querySelector('.languages summary').focus()")
        self.browser.press(ENTER)
        languages = len(self.tags())
        shown = "return [...document.querySelectorAll('.languages a')].filter((link) => link.checkVisibility()).length"
        self.assertEqual(self.browser.run(shown), languages)
        while self.browser.run("return document.activeElement.lang") != "ar":
            self.browser.press(TAB)
        self.browser.press(ENTER)
        self.browser.until(f"{PATH} === arguments[0]", "/ar/compare/1010-1012.html")

    def test_arabic_reads_from_right_to_left_and_literals_and_numbers_do_not(self):
        self.look(*WIDE)
        self.open("ar/compare/1010-1012.html")
        seen = self.browser.run(
            "const [aspect, low, high] = [...document.querySelectorAll('.contrast thead th')];"
            "const left = (element) => element.getBoundingClientRect().left;"
            "return [document.documentElement.dir, left(aspect) > left(low), left(low) > left(high),"
            " getComputedStyle(document.querySelector('main code')).direction,"
            " getComputedStyle(document.querySelector('main bdi')).direction]"
        )
        self.assertEqual(seen, ["rtl", True, True, "ltr", "ltr"])

    def test_the_guide_asks_one_question_at_a_time_and_leads_to_a_code(self):
        self.open("en/guide.html")
        shown = "return [...document.querySelectorAll('.question')].filter((it) => it.checkVisibility()).map((it) => it.id)"
        self.assertEqual(self.browser.run(shown), ["g-q-opened"])
        self.browser.click("#g-q-opened .choice")
        self.assertEqual(self.browser.run(shown), ["g-q-number"])
        self.browser.click("#g-q-number [href='#g-q-reason']")
        self.browser.click("#g-q-reason details summary")
        self.browser.click("#g-q-reason details[open] .links a")
        self.browser.until(f"{PATH} === arguments[0]", "/en/1010.html")

    def test_it_can_be_read_without_scripts_and_from_a_disk(self):
        self.browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.browser.devtools, "Emulation.setScriptExecutionDisabled", value=False)
        self.open("en/index.html")
        text = self.browser.text("body")
        self.assertIn("Mandatory Extension", text)
        self.assertNotIn("Search", text)
        self.browser.devtools("Emulation.setScriptExecutionDisabled", value=False)
        self.browser.open((self.directory / "en/index.html").as_uri())
        self.browser.type("#search", "1010")
        self.browser.until("return document.querySelector('.found a') !== null")
        self.browser.click(".found a")
        self.browser.until("return document.querySelector('h1').textContent.includes('Mandatory Extension')")

    def test_paper_has_the_text_and_all_answers(self):
        self.open("en/guide.html")
        self.browser.devtools("Emulation.setEmulatedMedia", media="print")
        for selector, shown in [(".parts", False), (".languages", False), ("#g-q-service", True)]:
            self.assertEqual(
                self.browser.run("return document.querySelector(arguments[0]).checkVisibility()", selector),
                shown, selector,
            )
        answers = self.browser.run(
            "return [...document.querySelectorAll('details p')].every((it) =>"
            " it.checkVisibility({ contentVisibilityAuto: true }) && it.getBoundingClientRect().height > 0)"
        )
        self.assertTrue(answers, "answers are printed, open or not")


class ServedPages(PageCase):
    """The same pages as `rejoin serve` has them."""

    def setUp(self):
        super().setUp()
        self.server = self.enterContext(Server())
        self.origin = self.server.url.replace("ws", "http", 1)

    def test_the_reference_is_there_in_the_language_of_the_reader(self):
        for language in ("ar", "en"):
            self.browser.devtools(
                "Network.setExtraHTTPHeaders", headers={"Accept-Language": f"{language}, *;q=0.1"}
            )
            self.addCleanup(self.browser.devtools, "Network.setExtraHTTPHeaders", headers={})
            for asked, path in [
                ("/reference", "index.html"),
                ("/reference/", "index.html"),
                ("/reference/1010", "1010.html"),
                ("/reference/4004", "4000-4999.html"),
            ]:
                self.browser.open(self.origin + asked)
                self.assertEqual(self.browser.run(PATH), f"/reference/{language}/{path}")
                self.assertEqual(self.browser.run("return document.documentElement.lang"), language)

    def test_a_code_is_found_under_the_policy_of_the_server(self):
        self.browser.open(self.origin + "/reference/en/index.html")
        self.browser.type("#search", "service restart")
        self.browser.until("return document.querySelector('.found a') !== null")
        self.browser.click(".found a")
        self.browser.until(f"{PATH} === arguments[0]", "/reference/en/1012.html")
        self.check_accessibility("served")
        self.browser.click(".others a[href$='1010-1012.html']")
        self.browser.until(f"{PATH} === arguments[0]", "/reference/en/compare/1010-1012.html")

    def test_what_is_not_there_leads_back(self):
        self.expected = ["404"]
        self.browser.open(self.origin + "/reference/ar/compare/1-2.html")
        self.assertEqual(self.browser.run("return document.documentElement.lang"), "ar")
        self.browser.click("main a")
        self.browser.until(f"{PATH} === arguments[0]", "/reference/ar/index.html")


if __name__ == "__main__":
    unittest.main()
