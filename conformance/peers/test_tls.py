"""wss in both roles, with a certificate authority made for the test."""

import pathlib
import subprocess
import tempfile
import unittest

from peer import LIBRARIES, Peer, close, echo, messages, receive, send, some_binary
from programs import Client, Server

COULD_NOT_CONNECT = 3


class Tls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.directory.cleanup)
        cls.ca, cls.cert, cls.key = make_certificates(pathlib.Path(cls.directory.name))

    def test_our_server_speaks_tls_with_their_clients(self):
        data = some_binary(300_000)
        steps = [send(data, text=False, cut=(1, 65536)), receive(1), close(1000)]
        with Server("--cert", self.cert, "--key", self.key) as server:
            self.assertTrue(server.url.startswith("wss://"))
            for library in LIBRARIES:
                with self.subTest(library=library):
                    with Peer(
                        library, "client", steps, url=server.url, deflate={}, ca=self.ca
                    ) as peer:
                        report = peer.report()
                        self.assertTrue(messages(report) == [(False, data)])
                        self.assertEqual(report["closed"]["code"], 1000)

    def test_our_client_speaks_tls_with_their_servers(self):
        for library in LIBRARIES:
            for trust in (("--ca", self.ca), ("--insecure",)):
                with self.subTest(library=library, trust=trust[0]):
                    with self.their_server(library) as peer, Client(peer.url, *trust) as client:
                        client.write([b"hi"])
                        self.assertEqual(client.line(), "hi")
                        self.assertEqual(client.finish(), 0, client.story())
                        self.assertEqual(peer.report()["closed"]["code"], 1000)

    def test_our_client_refuses_a_certificate_from_nobody_it_trusts(self):
        for library in LIBRARIES:
            with self.subTest(library=library):
                with self.their_server(library) as peer, Client(peer.url) as client:
                    self.assertEqual(client.finish(), COULD_NOT_CONNECT, client.story())
                    self.assertIn("certificate", client.err.lower())

    def their_server(self, library):
        return Peer(library, "server", [echo()], deflate={}, cert=self.cert, key=self.key)


def make_certificates(directory):
    """An authority, and a server certificate for 127.0.0.1 that it signed."""
    ca, ca_key = directory / "ca.pem", directory / "ca.key"
    cert, key, request = directory / "cert.pem", directory / "key.pem", directory / "request.pem"
    extensions = directory / "extensions"
    extensions.write_text(
        "basicConstraints=critical,CA:FALSE\n"
        "subjectAltName=IP:127.0.0.1,DNS:localhost\n"
        "extendedKeyUsage=serverAuth\n"
    )
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *new_key, "-keyout", ca_key, "-out", ca, "-days", "2",
            "-subj", "/CN=Test authority")
    openssl("req", *new_key, "-keyout", key, "-out", request, "-subj", "/CN=localhost")
    openssl("x509", "-req", "-in", request, "-CA", ca, "-CAkey", ca_key, "-CAcreateserial",
            "-out", cert, "-days", "2", "-extfile", extensions)
    return ca, cert, key


def openssl(*arguments):
    subprocess.run(
        ["openssl", *map(str, arguments)], check=True, stdin=subprocess.DEVNULL, capture_output=True
    )


if __name__ == "__main__":
    unittest.main()
