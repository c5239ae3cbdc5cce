"""``kragozor serve``: the hub on this machine, with its queue, until Ctrl+C."""

from __future__ import annotations

import argparse
import errno
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from kragozor.cli.terminal import add_language, refuse
from kragozor.words import Message, say

HUB = (sys.executable, "-m", "kragozor.hub")
EXAMPLE = "example: kragozor serve --demo --port 8080"
# A thread waits for the database, and for whoever sends a form or a file slowly: a handful of
# such senders must not keep everybody else waiting. Threads that are idle go.
THREADS = 32
# Seconds that a job which has begun may still take when the hub is stopped.
PATIENCE = 10
# Seconds between two looks at whether the worker is alive.
PAUSE = 0.5


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("serve", help="run the hub", epilog=EXAMPLE)
    parser.add_argument("--demo", action="store_true", help="with demonstration data, apart")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=_port, default=8000, help="port (%(default)s)")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Prepare the hub, work its queue and serve it; 2 when it cannot start."""
    if refusal := port_refusal(args.host, args.port):
        return refuse([say(refusal, args.language)])
    os.environ.update(surroundings(args))
    flags = ["--demo"] if args.demo else []
    if subprocess.run([*HUB, "prepare", *flags], check=False).returncode:  # noqa: S603, ourselves
        return 2
    with worker():
        serve(args.host, args.port, args.language)
    return 0


def port_refusal(host: str, port: int) -> Message | None:
    """Return why nobody can listen there, None when one can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                values = {"host": host, "port": str(port), "other": str(port + 1)}
                return Message("serve.port_taken", values)
            return Message("serve.host_unknown", {"host": host})
    return None


def surroundings(args: argparse.Namespace) -> dict[str, str]:
    """Return the environment of the hub: what is set already stays as it is.

    A demonstration keeps its data apart, so that real data never meets invented companies.
    """
    folder = Path(os.environ.get("DATA_DIR") or ("var/demo" if args.demo else "var")).resolve()
    values = {
        "BASE_URL": address(args.host, args.port),
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
    }
    if args.demo:
        values |= {"DEMO": "true", "ALLOWED_HOSTS": "*"}
    kept = {name: value for name in values if (value := os.environ.get(name))}
    return values | kept | {"SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(folder)}


def address(host: str, port: int) -> str:
    """Return the address to open in a browser."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def secret_key(folder: Path) -> str:
    """Return the secret of this installation, made on its first run, for its owner's eyes."""
    file = folder / "secret-key"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as target:
            target.write(secrets.token_urlsafe(50))
    return file.read_text()


@contextmanager
def worker() -> Iterator[None]:
    """Have the queue worked in a process of its own, which ends with this one."""
    over = threading.Event()
    keeper = threading.Thread(target=worker_keep, args=(over,))
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def worker_keep(over: threading.Event) -> None:
    """Start the worker, and start another one whenever it dies, until all is over."""
    while not over.is_set():
        process = worker_start()
        while process.poll() is None and not over.wait(PAUSE):
            pass
        worker_end(process)
        over.wait(PAUSE)


def worker_start() -> subprocess.Popen[bytes]:
    """Start a worker in its own session: Ctrl+C reaches this process alone.

    So the worker can be let finish what it has begun.
    """
    command = [*HUB, "work", "--no-reload", "--no-startup-delay", "--interval=0.5", "-v0"]
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603, ourselves


def worker_end(process: subprocess.Popen[bytes]) -> None:
    """Ask a worker to end, and make it where it takes too long."""
    process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def serve(host: str, port: int, language: str) -> None:
    """Serve until somebody ends it."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "kragozor.hub.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        # It would warn of so many threads, which are meant.
        log_level=LogLevels.error,
        websockets=False,
    )
    # The server forks its workers. A module that a thread is loading at that moment stays locked
    # in them for good, and the first connection of the thread below would load this one.
    import_module("encodings.idna")
    threading.Thread(target=announce, args=(host, port, language), daemon=True).start()
    server.serve()


def announce(host: str, port: int, language: str) -> None:
    """Print the address once somebody answers there, not a moment before."""
    while True:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            break
    print(say(Message("serve.ready", {"address": address(host, port)}), language), flush=True)


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError(text)
    return port
