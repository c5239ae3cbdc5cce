"""``kragozor serve``: refusals, surroundings, and one real start to stop."""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from kragozor.cli import main, serve

ROOT = Path(__file__).parents[2]
KRAGOZOR = [sys.executable, "-c", "import sys; from kragozor.cli import main; sys.exit(main())"]
WORK = """
import django; django.setup()
from kragozor.hub.common import jobs
from tests.hub.common.test_jobs import number_double
print(jobs.enqueue(number_double, owner=None, number=21).id)
"""
# Seconds for an answer: a hub that hangs fails the test and does not hold it up.
PATIENCE = 30
FORM = "application/x-www-form-urlencoded"
SEE = """
import django; django.setup()
from kragozor.hub.common.models import Job
print(Job.objects.get().result)
"""


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize(("language", "words"), [("bg", "зает"), ("en", "taken")])
def test_a_port_that_is_taken_is_refused(taken, capsys, language, words):
    assert main(["serve", "--port", str(taken), "--language", language]) == 2
    shown = capsys.readouterr()
    assert str(taken) in shown.err
    assert words in shown.err
    assert shown.out == ""


def test_a_host_that_is_not_this_machine_is_refused(capsys):
    assert main(["serve", "--host", "203.0.113.7", "--language", "en"]) == 2
    assert "203.0.113.7" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_must_be_one(port, capsys):
    with pytest.raises(SystemExit) as refusal:
        main(["serve", "--port", port])
    assert refusal.value.code == 2
    assert port in capsys.readouterr().err


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path):
    secret = serve.secret_key(tmp_path / "new")
    assert serve.secret_key(tmp_path / "new") == secret
    assert len(secret) >= 50
    assert stat.S_IMODE((tmp_path / "new" / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


@pytest.fixture
def surroundings(monkeypatch, tmp_path):
    """The environment that ``serve`` makes of some arguments and some variables."""

    def make(*, demo: bool, **variables: str) -> dict[str, str]:
        for name in ("ALLOWED_HOSTS", "BASE_URL", "DATA_DIR", "DEMO", "SECRET_KEY"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(tmp_path)
        return serve.surroundings(argparse.Namespace(demo=demo, host="127.0.0.1", port=8000))

    return make


def test_a_demonstration_keeps_its_data_apart(surroundings, tmp_path):
    assert surroundings(demo=True)["DATA_DIR"] == str(tmp_path / "var" / "demo")
    assert surroundings(demo=False)["DATA_DIR"] == str(tmp_path / "var")


def test_only_a_demonstration_answers_under_any_name(surroundings):
    assert surroundings(demo=True)["ALLOWED_HOSTS"] == "*"
    assert "ALLOWED_HOSTS" not in surroundings(demo=False)


def test_what_the_operator_set_stays(surroundings):
    told = surroundings(demo=False, BASE_URL="https://krag.example", SECRET_KEY="mine")
    assert (told["BASE_URL"], told["SECRET_KEY"]) == ("https://krag.example", "mine")


def test_an_address_of_ipv6_is_written_in_brackets():
    assert serve.address("::1", 8000) == "http://[::1]:8000"


def test_nothing_is_left_to_load_while_the_server_forks(monkeypatch):
    """A lock of a module that is being loaded stays shut in a worker that is forked meanwhile."""
    loaded = []

    class Begun:
        def __init__(self, **_told):
            pass

        def start(self):
            loaded.append("encodings.idna" in sys.modules)

        serve = start

    monkeypatch.delitem(sys.modules, "encodings.idna", raising=False)
    monkeypatch.setattr(serve.threading, "Thread", Begun)
    monkeypatch.setattr("granian.Granian", lambda *_args, **_told: Begun())
    serve.serve("127.0.0.1", 8000, "en")
    assert loaded == [True, True]


@pytest.fixture
def hub(tmp_path):
    """A running hub with its address; it is ended by Ctrl+C, as a person would."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = kept | {"DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [*KRAGOZOR, "serve", "--port", str(port), "--language", "en"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process, f"http://127.0.0.1:{port}", environment
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def children_of(process: subprocess.Popen) -> list[int]:
    """Return the processes that any thread of a process has started."""
    threads = Path(f"/proc/{process.pid}/task").iterdir()
    return [int(pid) for thread in threads for pid in (thread / "children").read_text().split()]


@contextmanager
def slow_senders(address: str, count: int):
    """Hold open forms of which only the beginning has come."""
    host, port = address.removeprefix("http://").split(":")
    head = f"POST /account/login/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: 999\r\n"
    form = f"{head}Cookie: csrftoken={'a' * 32}\r\nContent-Type: {FORM}\r\n\r\nlogin="
    with ExitStack() as senders:
        for _number in range(count):
            sender = senders.enter_context(socket.create_connection((host, int(port))))
            sender.sendall(form.encode())
        yield


def is_worker(pid: int) -> bool:
    """Whether a process works the queue; one that was killed has no command any more."""
    return "work" in Path(f"/proc/{pid}/cmdline").read_text().split("\0")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_the_hub_serves_works_and_ends_as_one(hub):
    process, address, environment = hub
    assert process.stdout.readline() == f"Kragozor is running on {address} (Ctrl+C stops it).\n"
    with urlopen(f"{address}/healthz", timeout=PATIENCE) as answer:
        assert json.load(answer)["well"] is True
    with urlopen(address, timeout=PATIENCE) as page:
        style = page.read().decode().split('<link rel="stylesheet" href="')[1].split('"')[0]
    with urlopen(address + style, timeout=PATIENCE) as file:
        assert file.headers["Content-Type"].startswith("text/css")
        assert "immutable" in file.headers["Cache-Control"]

    with (
        slow_senders(address, count=8),
        urlopen(f"{address}/account/login/", timeout=PATIENCE) as page,
    ):
        assert page.status == 200, "who sends slowly keeps nobody else waiting"

    surroundings = environment | {
        "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
    }
    run = [sys.executable, "-c"]
    subprocess.run([*run, WORK], env=surroundings, check=True, stdout=subprocess.DEVNULL)
    assert soon(
        lambda: (
            subprocess.check_output([*run, SEE], env=surroundings, text=True).strip()
            == "{'doubled': 42}"
        )
    )

    (worker,) = filter(is_worker, children_of(process))
    os.kill(worker, signal.SIGKILL)
    assert soon(lambda: any(map(is_worker, children_of(process)))), "another one takes its place"

    children = children_of(process)
    assert len(children) >= 2, "a server and a worker"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert soon(lambda: not any(map(is_alive, children)))


def soon(is_so) -> bool:
    """Return whether something comes true within half a minute."""
    return any(is_so() or time.sleep(0.2) for _attempt in range(150))
