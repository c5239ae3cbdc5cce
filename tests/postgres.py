"""A throw-away PostgreSQL for one command: ``python -m tests.postgres COMMAND [ARGUMENT ...]``.

The command runs with ``DATABASE_URL`` set to a fresh cluster on a free port of this machine,
made with the PostgreSQL programs found here. Whatever happens, the server is stopped and its
files are removed. PostgreSQL refuses to run as root, so root lends it another user.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

HINT = "Install PostgreSQL (on Debian: apt-get install postgresql) or put initdb on the path."
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
PATIENCE = 30
# Nothing here survives the tests, so nothing needs to reach the disk.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def main(command: list[str]) -> int:
    """Run a command beside a fresh cluster and return its exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if (programs := program_folder()) is None:
        sys.exit(f"No PostgreSQL was found. {HINT}")
    with cluster(programs) as address:
        environment = os.environ | {"DATABASE_URL": address}
        return subprocess.run(command, check=False, env=environment).returncode


def program_folder() -> Path | None:
    """Return the folder with initdb and postgres: on the path, as pg_config says, or usual."""
    candidates = [Path(found).parent for found in [shutil.which("initdb")] if found]
    if tool := shutil.which("pg_config"):
        told = subprocess.run([tool, "--bindir"], capture_output=True, text=True, check=True)
        candidates.append(Path(told.stdout.strip()))
    for place in PLACES:
        candidates += sorted(Path("/").glob(place[1:]), reverse=True)
    return next(
        (c for c in candidates if all((c / p).exists() for p in ("initdb", "postgres"))), None
    )


@contextlib.contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """Make a cluster, start its server, and yield the address of its database."""
    with tempfile.TemporaryDirectory(prefix="kragozor-postgres-") as name:
        folder, password, port = Path(name), secrets.token_hex(16), free_port()
        who = unprivileged(folder)
        create(programs, folder, password, who)
        with server(programs, folder, port, who):
            address = f"postgresql://kragozor:{password}@127.0.0.1:{port}/postgres"
            wait_until_ready(address, folder)
            yield address


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def unprivileged(folder: Path) -> dict[str, object]:
    """Return how to start a process that is not root's, and give the folder to its user."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def create(programs: Path, folder: Path, password: str, who: dict) -> None:
    """Write the files of a new cluster, whose one user has a password."""
    secret = folder / "password"
    secret.write_text(password)
    if who:
        os.chown(secret, who["user"], who["group"])
    options = ["--username=kragozor", f"--pwfile={secret}", "--auth=scram-sha-256"]
    options += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", f"--pgdata={folder / 'data'}"]
    subprocess.run(
        [programs / "initdb", *options], check=True, cwd=folder, stdout=subprocess.DEVNULL, **who
    )


@contextlib.contextmanager
def server(programs: Path, folder: Path, port: int, who: dict) -> Iterator[None]:
    """Run the server of a cluster; SIGINT is its fast shutdown."""
    options = ["-D", folder / "data", "-p", str(port), "-h", "127.0.0.1", "-k", folder]
    options += [part for setting in HASTE for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [programs / "postgres", *options],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **who,
        )
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def wait_until_ready(address: str, folder: Path) -> None:
    """Return when the server answers; say what its log says when it does not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(address):
            return
        time.sleep(0.1)
    raise TimeoutError(f"PostgreSQL did not start: {(folder / 'log').read_text()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
