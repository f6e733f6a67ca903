"""Finds and starts the project's own programs, for every part of this directory.

Nothing is built here: `cargo build --release -p rejoin-cli` and
`cargo build --release -p rejoin --examples` come first.  The programs are looked
for where cargo puts them (CARGO_TARGET_DIR is honoured); REJOIN_PROGRAMS names
another directory of the same layout, `rejoin` and `examples/NAME`.

Every process started here is ended here, by its own process id.
"""

import contextlib
import json
import os
import pathlib
import queue
import signal
import subprocess
import sys
import threading

REPOSITORY = pathlib.Path(__file__).resolve().parents[1]

# How long anything that should happen at once may take on a busy machine.
PATIENCE = 20.0


def program(name):
    """The path of `rejoin` or of `examples/NAME`; ends the run if it is not built."""
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or REPOSITORY / "target")
    directory = pathlib.Path(os.environ.get("REJOIN_PROGRAMS") or target / "release")
    path = directory / name
    if not path.exists():
        sys.exit(
            f"{path} is not there; build it first:\n"
            "  cargo build --release -p rejoin-cli && "
            "cargo build --release -p rejoin --examples"
        )
    return str(path)


class Program:
    """A running process whose output is collected line by line.

    Use it in a `with` block; leaving the block ends the process if it still runs.
    """

    def __init__(self, command, **options):
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=options.pop("stdin", subprocess.DEVNULL),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )
        self._lines = queue.Queue()
        self._out, self._err = [], []
        self._readers = [
            threading.Thread(target=self._collect_out, daemon=True),
            threading.Thread(target=self._collect_err, daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def _collect_out(self):
        for line in self.process.stdout:
            self._out.append(line)
            self._lines.put(line)
        self._lines.put(None)

    def _collect_err(self):
        for line in self.process.stderr:
            self._err.append(line)

    def line(self, seconds=PATIENCE):
        """The next line of standard output, as text without its line end."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"no line within {seconds} s; {self.story()}") from None
        if line is None:
            raise AssertionError(f"ended instead of writing a line; {self.story()}")
        return line.decode().rstrip("\r\n")

    def wait(self, seconds=PATIENCE):
        """Waits for the end and returns the exit status."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running after {seconds} s; {self.story()}") from None
        for reader in self._readers:
            reader.join(PATIENCE)
        return status

    def stop(self):
        """Asks the process to end (SIGTERM), waits, and returns the exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.wait()

    @property
    def out(self):
        """All of standard output so far, as bytes."""
        return b"".join(self._out)

    @property
    def err(self):
        """All of standard error so far, as text."""
        return b"".join(self._err).decode(errors="replace")

    def story(self):
        """What a person needs in order to see what went wrong."""
        command = " ".join(self.process.args)
        return f"command: {command}\nstatus: {self.process.poll()}\nstderr: {self.err[-4000:]}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for reader in self._readers:
            reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None and not stream.closed:
                stream.close()


class Server(Program):
    """`rejoin serve` on a free loopback port; `url` is where it listens."""

    def __init__(self, *arguments):
        super().__init__(
            [program("rejoin"), "serve", "--listen", "127.0.0.1:0", *arguments]
        )
        try:
            first = self.line()
            marker, _, self.url = first.rpartition(" ")
            assert marker == "listening on", f"unexpected first line: {first!r}"
        except BaseException:
            self.__exit__()
            raise


class RestartableServer(Program):
    """`rejoin serve --json`, to be restarted into new processes; `url` is where all of them listen."""

    def __init__(self, *arguments):
        super().__init__(
            [program("rejoin"), "serve", "--listen", "127.0.0.1:0", "--json", *arguments]
        )
        self.successor = None
        try:
            self.url = self.event("listening")["url"]
        except BaseException:
            self.__exit__()
            raise

    def event(self, kind):
        """The next event of this kind; others are skipped."""
        while True:
            event = json.loads(self.line())
            if event["event"] == kind:
                return event

    def restart(self):
        """Asks the process that serves for a new one, and waits until that one serves."""
        os.kill(self.successor or self.process.pid, signal.SIGUSR2)
        self.successor = self.event("restarted")["successor"]

    def __exit__(self, *_):
        # Readers wait for the last process that has the same standard output; whoever asked for
        # the restart, the processes tell.
        events = [json.loads(line) for line in self._out if line.endswith(b"\n")]
        for event in events:
            if event["event"] == "restarted":
                with contextlib.suppress(ProcessLookupError):
                    os.kill(event["successor"], signal.SIGKILL)
        super().__exit__()


class Client(Program):
    """`rejoin connect URL`, with a pipe as its standard input."""

    def __init__(self, url, *arguments):
        super().__init__(
            [program("rejoin"), "connect", url, *arguments], stdin=subprocess.PIPE
        )

    def write(self, lines):
        """Writes lines, given as bytes without their line ends."""
        self.process.stdin.write(b"".join(line + b"\n" for line in lines))
        self.process.stdin.flush()

    def end_input(self):
        """Closes its standard input; from here on it finishes by itself."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # It ended earlier; its exit status tells why.

    def finish(self, lines=()):
        """Writes lines, ends the input, and returns the exit status."""
        try:
            self.write(lines)
        except BrokenPipeError:
            pass  # As above.
        self.end_input()
        return self.wait()
