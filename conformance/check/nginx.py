"""Starts nginx as an ordinary process, with a configuration of the test's own.

It is handed its listening socket, already bound, so that the port is free for
certain: nginx takes descriptors named in the variable NGINX from whoever starts
it, which is how it upgrades itself.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")

# How long anything that should happen at once may take on a busy machine.
PATIENCE = 20.0

# Everything in one directory; nothing that needs root.
FRAME = """
{user}
daemon off;
worker_processes 1;
pid {directory}/nginx.pid;
error_log {directory}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {directory}/body;
    proxy_temp_path {directory}/proxy;
    fastcgi_temp_path {directory}/fastcgi;
    uwsgi_temp_path {directory}/uwsgi;
    scgi_temp_path {directory}/scgi;
    server {{
        listen {address}{tls};
        {server}
    }}
}}
"""

# What makes nginx pass WebSocket upgrades on.
UPGRADE = """
    proxy_http_version 1.1;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection "upgrade";
"""


class Nginx:
    """A running nginx; `port` is where it listens.  Use it in a `with` block."""

    def __init__(self, server, tls=False):
        self._directory = tempfile.TemporaryDirectory(prefix="rejoin-check-")
        directory = pathlib.Path(self._directory.name)
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen(64)
            listener.setblocking(False)
            self.port = listener.getsockname()[1]
            configuration = FRAME.format(
                directory=directory,
                # Started by root, the worker would be somebody else and not see the directory.
                user="user root root;" if os.geteuid() == 0 else "",
                address=f"127.0.0.1:{self.port}",
                tls=" ssl" if tls else "",
                server=server.replace("DIRECTORY", str(directory)),
            )
            (directory / "nginx.conf").write_text(configuration)
            self.directory = directory
            self._log = directory / "error.log"
            self.process = subprocess.Popen(
                [PROGRAM, "-p", directory, "-c", directory / "nginx.conf", "-e", self._log],
                stdin=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=[listener.fileno()],
                env={**os.environ, "NGINX": f"{listener.fileno()};"},
            )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
        self._directory.cleanup()
