"""Runs an echo service on uvicorn, and another process of it whenever SIGUSR1 comes.

The listening socket belongs to this process, as with socket activation.  Prints
its port.
"""

import queue
import signal
import socket
import subprocess
import sys


async def app(scope, receive, send):
    """Sends every message back."""
    if scope["type"] != "websocket":
        return
    while True:
        event = await receive()
        match event["type"]:
            case "websocket.connect":
                await send({"type": "websocket.accept"})
            case "websocket.receive":
                await send({**event, "type": "websocket.send"})
            case _:
                return


def start(listener):
    command = [
        sys.executable, "-B", "-m", "uvicorn", "uvicorn_peer:app", "--fd", str(listener.fileno()),
        "--lifespan", "off", "--log-level", "warning",
    ]
    return subprocess.Popen(command, pass_fds=[listener.fileno()], stdin=subprocess.DEVNULL)


def main():
    asked = queue.SimpleQueue()
    for number in (signal.SIGUSR1, signal.SIGTERM):
        signal.signal(number, lambda number, _: asked.put(number))
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        server = start(listener)
        number = asked.get()
        server.terminate()
        server.wait()
        if number == signal.SIGTERM:
            return


if __name__ == "__main__":
    main()
