"""`rejoin check` through nginx."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from nginx import UPGRADE, Nginx  # noqa: E402
from programs import PATIENCE, Server, program  # noqa: E402

REPORTS = os.environ.get("REJOIN_REPORTS")


def proxy(server, lines=UPGRADE):
    """A location that passes everything on to a server of ours."""
    address = server.url.removeprefix("ws://")
    return f"location / {{ proxy_pass http://{address}; {lines} }}"


class Checked:
    """What a check of a URL found."""

    def __init__(self, url, *arguments):
        command = [program("rejoin"), "check", "--json", url, *arguments]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=3 * PATIENCE
        )
        self.status, self.stderr = done.returncode, done.stderr.decode()
        self.result = json.loads(done.stdout)
        self.findings = {finding["id"]: finding for finding in self.result["findings"]}


class NginxTest(unittest.TestCase):
    """Each test says what nginx is told, and what a check has to find."""

    def check(self, nginx, *arguments, scheme="ws", host="127.0.0.1"):
        url = f"{scheme}://{host}:{nginx.port}/"
        if REPORTS:
            self.keep_report(url, *arguments)
        return Checked(url, *arguments)

    def keep_report(self, *arguments):
        """Adds what a person sees to a file of the test, for somebody who wants to look at it."""
        command = [program("rejoin"), "check", *arguments]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=3 * PATIENCE)
        with open(pathlib.Path(REPORTS) / f"{self._testMethodName}.txt", "ab") as report:
            report.write(f"$ rejoin {' '.join(map(str, command[1:]))}\n".encode() + done.stdout + b"\n")

    def assert_found(self, checked, status, *ids):
        story = json.dumps(checked.result, indent=1)
        self.assertEqual(list(checked.findings), list(ids), story)
        self.assertEqual(checked.status, status, story)

    def assert_fix(self, checked, finding, place, words):
        fixes = [fix["do"] for fix in checked.findings[finding]["fixes"] if fix["on"] == place]
        self.assertTrue(any(words in fix for fix in fixes), fixes)

    def test_healthy(self):
        with Server() as server, Nginx(proxy(server)) as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 0)
        proxies = checked.result["handshake"]["proxies"]
        self.assertEqual([hop["name"] for hop in proxies], ["nginx"])
        connection = checked.result["connection"]
        self.assertEqual(connection["compressed"][1]["reply"], "compressed echo")
        self.assertEqual(connection["end"]["received"]["code"], 1000)

    def test_http_1_0_without_the_headers_of_an_upgrade(self):
        # What nginx does if it is told nothing.
        with Server() as server, Nginx(proxy(server, "proxy_http_version 1.0;")) as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 4, "http-1.0")
        self.assert_fix(checked, "http-1.0", "proxy", "proxy_http_version 1.1;")

    def test_http_1_1_without_the_headers_of_an_upgrade(self):
        with Server() as server, Nginx(proxy(server, "proxy_http_version 1.1;")) as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 4, "upgrade-lost")
        self.assert_fix(checked, "upgrade-lost", "proxy", "proxy_set_header Upgrade $http_upgrade;")

    def test_extensions_dropped_from_the_request(self):
        lines = UPGRADE + 'proxy_set_header Sec-WebSocket-Extensions "";'
        with Server() as server, Nginx(proxy(server, lines)) as nginx:
            optional = self.check(nginx)
            required = self.check(nginx, "--require", "permessage-deflate")
        self.assert_found(optional, 0, "extension-not-agreed")
        self.assertEqual(optional.findings["extension-not-agreed"]["severity"], "warning")
        self.assert_found(required, 5, "extension-missing")
        self.assertEqual(required.result["connection"]["end"]["sent"]["code"], 1010)
        self.assert_fix(required, "extension-missing", "proxy", "proxy_set_header Sec-WebSocket-Extensions")

    def test_extensions_dropped_from_the_answer(self):
        # The server compresses and this end does not know.
        lines = UPGRADE + "proxy_hide_header Sec-WebSocket-Extensions;"
        with Server() as server, Nginx(proxy(server, lines)) as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 1, "compression-unagreed")
        self.assert_fix(checked, "compression-unagreed", "proxy", "proxy_hide_header")

    def test_extensions_added_to_the_request(self):
        # nginx offers what the client did not.
        lines = UPGRADE + "proxy_set_header Sec-WebSocket-Extensions permessage-deflate;"
        with Server() as server, Nginx(proxy(server, lines)) as nginx:
            checked = self.check(nginx, "--no-deflate")
        self.assert_found(checked, 4, "extension-unrequested")

    def test_redirect_to_a_login_page(self):
        with Nginx("location / { return 301 https://login.example/sso?back=/; }") as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 4, "redirected-to-login")

    def test_basic_authentication(self):
        password = "alice:{PLAIN}wonderland\n"
        with Server() as server:
            lines = UPGRADE + 'auth_basic "staff"; auth_basic_user_file DIRECTORY/users;'
            with Nginx(proxy(server, lines)) as nginx:
                (nginx.directory / "users").write_text(password)
                without = self.check(nginx)
                wrong = self.check(nginx, "--header", "Authorization: Basic YTpi")
                right = self.check(
                    nginx, "--header", "Authorization: Basic YWxpY2U6d29uZGVybGFuZA=="
                )
        self.assert_found(without, 4, "unauthorized")
        self.assertIn('Basic realm="staff"', without.findings["unauthorized"]["seen"])
        self.assert_fix(without, "unauthorized", "client", "send credentials")
        self.assert_fix(wrong, "unauthorized", "client", "not the right ones")
        self.assert_found(right, 0)
        self.assertNotIn("YWxpY2U6d29uZGVybGFuZA", json.dumps(right.result))

    def test_forbidden(self):
        with Nginx("location / { deny all; }") as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 4, "forbidden")

    def test_a_page_instead_of_a_websocket(self):
        with Nginx('location / { default_type text/html; return 200 "<html></html>"; }') as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 4, "web-page")

    def test_no_server_behind_it(self):
        with Server() as server:
            dead = proxy(server)
        with Nginx(dead) as nginx:
            checked = self.check(nginx)
        self.assert_found(checked, 4, "bad-gateway")

    def test_idle_connections_are_cut(self):
        lines = UPGRADE + "proxy_read_timeout 2s;"
        with Server("--ping-every", "off") as server, Nginx(proxy(server, lines)) as nginx:
            checked = self.check(nginx, "--idle", "15s")
        self.assert_found(checked, 7, "idle-cut")
        self.assert_fix(checked, "idle-cut", "proxy", "proxy_read_timeout 1h;")
        idle = checked.result["connection"]["idle"]
        self.assertEqual(idle["outcome"], "cut")
        self.assertGreaterEqual(idle["ms"], 1500)
        self.assertEqual(checked.result["connection"]["end"]["code"], 1006)

    def test_tls(self):
        with Server() as server:
            lines = (
                "ssl_certificate DIRECTORY/cert.pem; ssl_certificate_key DIRECTORY/key.pem; "
                + proxy(server)
            )
            with Certificate("localhost") as certificate:
                lines = lines.replace("DIRECTORY", certificate.directory)
                with Nginx(lines, tls=True) as nginx:
                    ca = f"{certificate.directory}/cert.pem"
                    good = self.check(nginx, "--ca", ca, scheme="wss", host="localhost")
                    other_name = self.check(nginx, "--ca", ca, scheme="wss")
                    unknown = self.check(nginx, scheme="wss", host="localhost")
                    plain = self.check(nginx)
        self.assert_found(good, 0)
        self.assertEqual(good.result["tls"]["trust"], "trusted")
        self.assert_found(other_name, 3, "certificate-wrong-name")
        self.assert_found(unknown, 3, "certificate-self-signed")
        self.assert_found(plain, 4, "plain-on-tls-port")

    def test_tls_on_a_plain_port(self):
        with Server() as server, Nginx(proxy(server)) as nginx:
            checked = self.check(nginx, scheme="wss")
        self.assert_found(checked, 3, "tls-on-plain-port")


class Certificate:
    """A certificate that is signed by itself, with its key, in a directory of its own."""

    def __init__(self, name):
        self._directory = tempfile.TemporaryDirectory(prefix="rejoin-check-")
        self.directory = self._directory.name
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "90", "-subj", f"/CN={name}",
             "-addext", f"subjectAltName=DNS:{name}",
             "-addext", "basicConstraints=critical,CA:FALSE",
             "-keyout", f"{self.directory}/key.pem", "-out", f"{self.directory}/cert.pem"],
            stdin=subprocess.DEVNULL, capture_output=True, check=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._directory.cleanup()


if __name__ == "__main__":
    unittest.main()
